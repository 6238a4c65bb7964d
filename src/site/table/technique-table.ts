import { type Domain, domainNames } from "../../model/domain.js";
import { findFrameworkId, frameworkOf } from "../../model/framework.js";
import { type MappingFunction, mappingFunctions, type Rating, ratings } from "../../model/mapping.js";
import type { TechniqueRow } from "../views/technique-list.js";
import { attackLink } from "./attack-link.js";
import { given, noValue, type TableColumn, type TableFacet, type TableSpec, valueColumn } from "./spec.js";
import { levelFacet, platformFacet, type TechniqueLookup, tacticFacet } from "./technique-facets.js";

/** What facets of techniques are made of, beside the lines themselves. */
export interface TechniqueNames {
  readonly techniques: TechniqueLookup<TechniqueRow>;
  /** Release by domain: ids in files lead to its page. */
  readonly releases: ReadonlyMap<Domain, string>;
  /** Those that are loaded. */
  readonly frameworkIds: readonly string[];
  /** What answers a technique: frameworks with a row, functions of defence rows, ratings that these reach. */
  readonly answers: (row: TechniqueRow) => {
    readonly frameworks: readonly string[];
    readonly functions: readonly MappingFunction[];
    readonly reached: readonly Rating[];
    /** Which framework answers with which function, and a rating that this reaches; `none` for rows without one. */
    readonly ways: readonly (readonly [framework: string, function: string, reached: string])[];
  };
}

/** Ids of the columns that techniques have; a page shows those that it has a look for. */
export const techniqueColumnIds = [
  "technique",
  "name",
  "domain",
  "tactic",
  "platform",
  "defense",
  "frameworks",
  "threat",
  "non-mappable",
] as const;
export type TechniqueColumnId = (typeof techniqueColumnIds)[number];

/** Whether a technique is answered: one of these holds for each. */
const standings = ["answered", "non-mappable", "threat-only", "silent"] as const;

const standingWords: Readonly<Record<string, string>> = {
  answered: "has a defence row",
  "non-mappable": "declared non-mappable, no defence row",
  "threat-only": "threat rows only",
  silent: "no word on it",
};

/** Techniques of one release, or of one in each domain, as a table. */
export function techniqueTableSpec(names: TechniqueNames): TableSpec<TechniqueRow> {
  const { techniques, answers } = names;
  const facets: readonly TableFacet<TechniqueRow>[] = [
    {
      id: "standing",
      title: "Standing",
      of: (row) => [standingOf(row)],
      order: standings,
      label: (value) => standingWords[value] ?? value,
    },
    {
      id: "framework",
      title: "Framework",
      of: (row) => answers(row).frameworks,
      label: (value) => frameworkOf(value).shortName,
      find: (word) => given(findFrameworkId(word, names.frameworkIds)),
    },
    { id: "function", title: "Function", of: (row) => answers(row).functions, order: mappingFunctions },
    {
      id: "min-rating",
      title: "Rated at least",
      of: (row) => answers(row).reached,
      order: ratings,
      label: (value) => (value === noValue ? "not rated" : value),
    },
    tacticFacet(techniques),
    levelFacet<TechniqueRow>(({ id }) => id),
    platformFacet(techniques),
  ];
  return {
    columns: columnsOf(names),
    facets,
    joint: { ids: ["framework", "function", "min-rating"], of: (row) => answers(row).ways },
    words: ({ id, name }) => `${id} ${name}`,
    perPage: null,
  };
}

/** A technique that a framework calls non-mappable and another one maps is answered. */
function standingOf({ defenseRows, threatRows, nonMappable }: TechniqueRow): (typeof standings)[number] {
  if (defenseRows > 0) return "answered";
  if (nonMappable.length > 0) return "non-mappable";
  return threatRows > 0 ? "threat-only" : "silent";
}

type Column = TableColumn<TechniqueRow> & { readonly id: TechniqueColumnId };

function columnsOf({ techniques, releases, answers }: TechniqueNames): readonly Column[] {
  const listed = (texts: readonly string[]) => (texts.length === 0 ? null : texts.join(", "));
  const link = ({ id, domain }: TechniqueRow) => attackLink(id, releases.get(domain) ?? "");
  return [
    { id: "technique", label: "Technique", sortBy: ({ id }) => id, file: [{ name: "techniqueId", value: link }] },
    valueColumn({ id: "name", label: "Name", name: "techniqueName", value: ({ name }) => name }),
    {
      id: "domain",
      label: "Domain",
      sortBy: ({ domain }) => domainNames[domain],
      file: [
        { name: "domain", value: ({ domain }) => domain },
        { name: "attackVersion", value: ({ domain }) => releases.get(domain) ?? null },
      ],
      usual: releases.size > 1,
      filed: true,
    },
    {
      id: "tactic",
      label: "Tactics",
      sortBy: ({ tactics }) => listed(tactics.map(({ name }) => name)),
      file: [
        { name: "tactics", value: ({ tactics }) => tactics.flatMap(({ id }) => id ?? []) },
        { name: "tacticNames", value: ({ tactics }) => tactics.map(({ name }) => name) },
      ],
    },
    {
      id: "platform",
      label: "Platforms",
      sortBy: (row) => listed(techniques.of(row).platforms),
      file: [{ name: "platforms", value: (row) => techniques.of(row).platforms }],
      usual: false,
    },
    valueColumn({ id: "defense", label: "Defence rows", name: "defenseRows", value: ({ defenseRows }) => defenseRows }),
    {
      id: "frameworks",
      label: "Frameworks",
      sortBy: ({ defenseFrameworks }) => defenseFrameworks,
      file: [
        { name: "defenseFrameworks", value: ({ defenseFrameworks }) => defenseFrameworks },
        { name: "frameworks", value: (row) => answers(row).frameworks },
        { name: "functions", value: (row) => answers(row).functions },
      ],
    },
    valueColumn({ id: "threat", label: "Threat rows", name: "threatRows", value: ({ threatRows }) => threatRows }),
    {
      id: "non-mappable",
      label: "Declared non-mappable by",
      sortBy: ({ nonMappable }) => listed(nonMappable),
      file: [{ name: "nonMappableBy", value: ({ nonMappable }) => nonMappable }],
    },
  ];
}
