import { shownDay } from "../../model/day.js";
import { domainNames } from "../../model/domain.js";
import { findFrameworkId, frameworkOf } from "../../model/framework.js";
import { compareVersions } from "../../model/version.js";
import type { SetRef } from "../views/set-ref.js";
import { domainFacet, given, type TableColumn, type TableFacet, type TableSpec, valueColumn } from "./spec.js";

/** Ids of the columns that sets have; a page shows those that it has a look for. */
export type SetColumnId = "set" | "attack" | "domain" | "mappings" | "non-mappable" | "updated";

/** Mapping sets as a table. */
export function setTableSpec(sets: readonly SetRef[]): TableSpec<SetRef> {
  const frameworkIds = [...new Set(sets.map(({ framework }) => framework))];
  const releases = [...new Set(sets.map(({ attackVersion }) => attackVersion))];
  const facets: readonly TableFacet<SetRef>[] = [
    {
      id: "framework",
      title: "Framework",
      of: ({ framework }) => [framework],
      label: (value) => frameworkOf(value).shortName,
      find: (word) => given(findFrameworkId(word, frameworkIds)),
    },
    {
      id: "side",
      title: "Side",
      of: ({ framework }) => [frameworkOf(framework).side],
      order: ["defense", "threat"],
      label: (value) => (value === "defense" ? "defence" : value),
    },
    domainFacet(({ domain }) => [domain]),
    {
      id: "release",
      title: "Written for ATT&CK",
      of: ({ attackVersion }) => [attackVersion],
      order: releases.toSorted((a, b) => compareVersions(b, a)),
    },
    {
      id: "standing",
      title: "Standing",
      of: ({ newest }) => [newest ? "newest" : "superseded"],
      order: ["newest", "superseded"],
    },
  ];
  return {
    columns,
    facets,
    words: ({ id, frameworkName, frameworkVersion, attackVersion, domain }) =>
      [id, frameworkName, frameworkVersion, attackVersion, domainNames[domain]].join(" "),
    perPage: null,
  };
}

const columns: readonly (TableColumn<SetRef> & { readonly id: SetColumnId })[] = [
  {
    id: "set",
    label: "Set",
    sortBy: ({ frameworkName, frameworkVersion }) => `${frameworkName} ${frameworkVersion}`,
    file: [
      { name: "set", value: ({ id }) => id },
      { name: "framework", value: ({ framework }) => framework },
      { name: "frameworkVersion", value: ({ frameworkVersion }) => frameworkVersion },
    ],
  },
  valueColumn({
    id: "attack",
    label: "ATT&CK",
    name: "attackVersion",
    value: ({ attackVersion }) => attackVersion,
  }),
  {
    id: "domain",
    label: "Domain",
    sortBy: ({ domain }) => domainNames[domain],
    file: [{ name: "domain", value: ({ domain }) => domain }],
  },
  valueColumn({ id: "mappings", label: "Mappings", name: "mappable", value: ({ mappable }) => mappable }),
  valueColumn({
    id: "non-mappable",
    label: "Non-mappable",
    name: "nonMappable",
    value: ({ nonMappable }) => nonMappable,
  }),
  {
    id: "updated",
    label: "Updated",
    // MM/DD/YYYY, as files write it.
    sortBy: ({ updated }) => shownDay(updated),
    file: [{ name: "updated", value: ({ updated }) => updated }],
  },
];
