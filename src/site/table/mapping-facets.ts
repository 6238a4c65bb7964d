import { wordKey } from "../../base/word-key.js";
import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import { carriedClasses } from "../../model/attack.js";
import { frameworkOf } from "../../model/framework.js";
import { type Mapping, mappingFunctions, scoredAs, scoredAsOf, standsOn } from "../../model/mapping.js";
import { mappingStatuses } from "../../model/mapping-file.js";
import { carriedWords } from "../words/mapping.js";
import { domainFacet, given, type TableFacet } from "./spec.js";
import { levelFacet, platformFacet, type TechniqueLookup, tacticFacet } from "./technique-facets.js";

/** What facets of rows are named by, and where their techniques are looked up. */
export interface MappingNames {
  /** Group id → name. */
  readonly groups: ReadonlyMap<string, string>;
  /** Mapping type id → name. */
  readonly types: ReadonlyMap<string, string>;
  /** What is known of a row's technique; null where all rows are of one technique. */
  readonly techniques: TechniqueLookup<Mapping> | null;
  /** What a row's technique is called where it stands now. */
  readonly techniqueName: (row: Mapping) => string | null;
  /** Rows are of several frameworks. */
  readonly frameworks: boolean;
  /** Rows are of the sets of one domain or of several; null where nobody asks for a domain. */
  readonly domains: "one" | "several" | null;
  /** Rows may be carried to another release than the one they were authored on. */
  readonly carried: boolean;
}

const words = (value: string) => value.replaceAll("_", " ").replaceAll("-", " ");

/** Groups and types as the sets of some rows declare them. */
export function declaredIn(sets: readonly SetFacts[]): Pick<MappingNames, "groups" | "types"> {
  return {
    groups: new Map(sets.flatMap(({ groups }) => [...groups])),
    types: new Map(sets.flatMap(({ types }) => [...types])),
  };
}

/** The facets of mapping rows. */
export function mappingFacets(names: MappingNames): readonly TableFacet<Mapping>[] {
  const { groups, types, techniques, frameworks, domains, carried } = names;
  const named = (names: ReadonlyMap<string, string>) => (value: string) => (names.get(value) ?? value).trim();
  const facets: readonly (TableFacet<Mapping> | null)[] = [
    frameworks
      ? {
          id: "framework",
          title: "Framework",
          of: ({ framework }) => [framework],
          label: (value) => frameworkOf(value).shortName,
        }
      : null,
    domains !== null ? domainFacet(({ domain }) => [domain]) : null,
    { id: "group", title: "Group", of: ({ capabilityGroup }) => given(capabilityGroup), label: named(groups) },
    { id: "function", title: "Function", of: (row) => given(row.function), order: mappingFunctions },
    { id: "rating", title: "Rating", of: (row) => given(scoredAsOf(row)), order: scoredAs, label: words },
    { id: "type", title: "Mapping type", of: ({ mappingType }) => given(mappingType), label: named(types) },
    ...(techniques === null ? [] : [tacticFacet(techniques), levelFacet<Mapping>(standsOn), platformFacet(techniques)]),
    {
      id: "status",
      title: "Status",
      of: ({ status }) => [status],
      order: mappingStatuses,
      label: words,
      // All but one, whatever they are called: TM1203.
      find: (word, had) => (wordKey(word) === "mappable" ? [...had].filter((status) => status !== "non_mappable") : []),
    },
    ...(carried ? carriedFacets : []),
  ];
  return facets.filter((facet) => facet !== null);
}

const carriedFacets: readonly TableFacet<Mapping>[] = [
  {
    id: "carried",
    title: "Carried",
    of: ({ carried: label }) => given(label?.class ?? null),
    order: carriedClasses,
    label: (value) => carriedClasses.flatMap((name) => (name === value ? carriedWords[name] : []))[0] ?? value,
  },
  {
    id: "flag",
    title: "Flag",
    of: ({ carried: label }) => [
      ...(label?.tacticsChanged ? ["tactics-changed"] : []),
      ...(label?.merged ? ["merged"] : []),
    ],
    order: ["tactics-changed", "merged"],
    label: words,
  },
];
