import { mappingFunctions, ratings, scoredAs } from "../model/mapping.js";
import type { QueryParameter } from "./route.js";

/** Which rows of defence count. */
export const scoreParameters: readonly QueryParameter[] = [
  { name: "function", meaning: "Rows of one function only.", words: mappingFunctions, example: "detect" },
  {
    name: "min-rating",
    meaning: "Rows rated at least this; rows that are not scored reach no rating.",
    words: ratings,
    example: "partial",
  },
];

/** Which rows of a technique. */
export const rowParameters: readonly QueryParameter[] = [
  {
    name: "framework",
    meaning: "Rows of one framework only, or of several, with commas; by id or common name.",
    example: "m365",
    many: true,
  },
  ...scoreParameters,
  {
    name: "rating",
    meaning: "Rows of one rating only; not-scored = rows with a function and without a rating.",
    words: scoredAs,
    example: "minimal",
  },
];

/** What the page of a group, software, a campaign or a mitigation lists as not answered. */
export const gapParameters: readonly QueryParameter[] = [
  {
    name: "framework",
    meaning: "Lists the techniques that this framework has no row for; that none of several has, with commas.",
    example: "m365",
    many: true,
  },
  { name: "function", meaning: "No row of this function.", words: mappingFunctions, example: "detect" },
];

/** The same of a capability that is a threat: `function` asks its rows there. */
export const defenseParameters: readonly QueryParameter[] = [
  {
    name: "without",
    meaning:
      "Of a vulnerability or an incident: lists its techniques that this framework has no row for; that none of several has, with commas.",
    example: "m365",
    many: true,
  },
  {
    name: "without-function",
    meaning: "With without: no row of this function.",
    words: mappingFunctions,
    example: "detect",
  },
];

export const frameParameters: readonly QueryParameter[] = [
  { name: "attack", meaning: "Rows as authored on this ATT&CK release.", example: "14.1" },
  {
    name: "aligned",
    meaning: "Each framework's newest set, carried along lineage to this ATT&CK release.",
    example: "16.1",
  },
];

export const alignedParameter: readonly QueryParameter[] = frameParameters.filter(({ name }) => name === "aligned");

/** What may be asked of a set's rows beside its facets. */
export const carriedParameters: readonly QueryParameter[] = [
  { name: "aligned", meaning: "All rows of the set, carried along lineage to this ATT&CK release.", example: "19.0" },
  {
    name: "carried",
    meaning: "Rows carried in one way only, to the newest release where aligned names none.",
    example: "rewritten",
  },
  {
    name: "flag",
    meaning: "Rows whose technique changed its tactics, or that became the same claim as another, as carried has it.",
    example: "tactics-changed",
  },
];

export const textParameter: QueryParameter = {
  name: "q",
  meaning: "Words that must all stand in an id or a name.",
  example: "token",
};

/** Order and columns of a table; examples name columns that it has. */
const tableParameters = (sort: string, columns: string): readonly QueryParameter[] => [
  {
    name: "sort",
    meaning: "Columns that decide the order, the first first; - in front turns one round.",
    example: sort,
  },
  { name: "columns", meaning: "Columns that the page and its files show.", example: columns },
];

/** What is asked of a list of techniques. */
export const techniqueFacetParameters: readonly QueryParameter[] = [
  textParameter,
  { name: "standing", meaning: "answered, non-mappable, threat-only or silent.", example: "silent" },
  { name: "framework", meaning: "Techniques that this framework has a row on, or one of several.", example: "m365" },
  {
    name: "function",
    meaning: "Techniques with a defence row of this function: of the framework asked, else of any.",
    example: "detect",
  },
  { name: "tactic", meaning: "Techniques of one tactic only, by id or name.", example: "TA0008" },
  { name: "level", meaning: "Techniques or sub-techniques only.", example: "sub-technique" },
  { name: "platform", meaning: "Techniques of one platform only.", example: "Windows" },
  ...tableParameters("-threat,name", "technique,platform"),
];

/** What is asked of a list of groups, software, campaigns or mitigations. */
export const objectFacetParameters: readonly QueryParameter[] = [
  textParameter,
  { name: "domain", meaning: "Objects of one domain only.", example: "ics" },
  { name: "tactic", meaning: "Objects with a technique of this tactic, by id or name.", example: "TA0010" },
  ...tableParameters("-techniques,name", "id,name,tactic"),
];

/** Software is of two types, and runs somewhere. */
export const softwareFacetParameters: readonly QueryParameter[] = [
  ...objectFacetParameters,
  { name: "type", meaning: "malware or tool.", example: "tool" },
  { name: "platform", meaning: "Software of one platform only.", example: "Linux" },
];

/** What is asked of the list of sets. */
export const setsFacetParameters: readonly QueryParameter[] = [
  { ...textParameter, meaning: "Words that must all stand in a framework's name, version, release or domain." },
  { name: "framework", meaning: "Sets of one framework only, by id or common name.", example: "m365" },
  { name: "side", meaning: "defense or threat.", example: "threat" },
  { name: "domain", meaning: "Sets of one domain only.", example: "ics" },
  { name: "release", meaning: "Sets written for one ATT&CK release only.", example: "16.1" },
  { name: "standing", meaning: "newest or superseded.", example: "newest" },
  ...tableParameters("-mappings", "set,mappings"),
];

/** What is asked of a framework's capabilities. */
export const capabilityFacetParameters: readonly QueryParameter[] = [
  textParameter,
  { name: "domain", meaning: "Capabilities of the newest set of one domain only.", example: "enterprise" },
  { name: "group", meaning: "Capabilities of one group only, by id or name.", example: "AC" },
  { name: "function", meaning: "Capabilities with a row of this function.", example: "detect" },
  { name: "standing", meaning: "mapped, non-mappable or no-row.", example: "mapped" },
  ...tableParameters("-techniques,capability", "capability,name,group"),
];

/** Of a capability that sets of several domains have. */
export const domainParameter: QueryParameter = {
  name: "domain",
  meaning: "Rows of the set of one domain only.",
  example: "enterprise",
};

/** What is asked of a set's rows. */
export const facetParameters: readonly QueryParameter[] = [
  textParameter,
  { name: "group", meaning: "Rows of one capability group only, or of several, with commas.", example: "AC" },
  { name: "function", meaning: "Rows of one function only; none = rows without.", example: "protect" },
  { name: "rating", meaning: "Rows of one rating only; not-scored or none = rows without.", example: "partial" },
  { name: "type", meaning: "Rows of one mapping type only.", example: "mitigates" },
  { name: "tactic", meaning: "Rows of techniques of one tactic only, by id or name.", example: "TA0006" },
  { name: "level", meaning: "Rows of techniques or of sub-techniques only.", example: "sub-technique" },
  { name: "platform", meaning: "Rows of techniques of one platform only.", example: "Windows" },
  { name: "status", meaning: "Rows of one status only.", example: "non_mappable" },
  ...tableParameters("technique,-mapping", "capability,technique,tactic"),
  { name: "page", meaning: "Which page of rows, from 1.", example: "2" },
];
