/**
 * What may be asked beside what a question is of. Pages, the API, its description, the library and its types read these
 * entries; fields.ts says which kind of question takes which.
 */
import { mappingFunctions, ratings, scoredAs } from "../model/mapping.js";
import { joined } from "./parameter-lists.js";
import type { QueryParameter } from "./route.js";
import { matrixForms, subForms } from "./views/matrix.js";
import { sides } from "./views/matrix-filter.js";
import { matrixMetrics } from "./views/matrix-metric.js";

/** `as const` keeps the names in the type, which the library's question types are made of. */
type Listed = readonly QueryParameter[];

/** Which rows of defence count. */
const scoreParameters = [
  { name: "function", meaning: "Rows of one function only.", words: mappingFunctions, example: "detect" },
  {
    name: "min-rating",
    meaning: "Rows rated at least this; rows that are not scored reach no rating.",
    words: ratings,
    example: "partial",
  },
] as const satisfies Listed;

/** Which rows of a technique. */
export const rowParameters = joined(
  [
    {
      name: "framework",
      meaning: "Rows of one framework only, or of several, with commas; by id or common name.",
      example: "m365",
      many: true,
    },
  ],
  scoreParameters,
  [
    {
      name: "rating",
      meaning: "Rows of one rating only; not-scored = rows with a function and without a rating.",
      words: scoredAs,
      example: "minimal",
    },
  ],
);

/** What the page of a group, software, a campaign or a mitigation lists as not answered. */
export const gapParameters = [
  {
    name: "framework",
    meaning: "Lists the techniques that this framework has no row for; that none of several has, with commas.",
    example: "m365",
    many: true,
  },
  {
    name: "function",
    meaning: "No row of this function; of any defensive framework where framework names none.",
    words: mappingFunctions,
    example: "detect",
  },
] as const satisfies Listed;

/** The same of a capability that is a threat: `function` asks its rows there. */
export const defenseParameters = [
  {
    name: "without",
    meaning:
      "Of a vulnerability or an incident: lists its techniques that this framework has no row for; that none of several has, with commas.",
    example: "m365",
    many: true,
  },
  {
    name: "without-function",
    meaning: "No row of this function; of any defensive framework where without names none.",
    words: mappingFunctions,
    example: "detect",
  },
] as const satisfies Listed;

export const alignedParameter = [
  {
    name: "aligned",
    meaning: "Each framework's newest set, carried along lineage to this ATT&CK release.",
    example: "16.1",
  },
] as const satisfies Listed;

export const frameParameters = joined(
  [{ name: "attack", meaning: "Rows as authored on this ATT&CK release.", example: "14.1" }],
  alignedParameter,
);

/** What may be asked of a set's rows beside its facets. */
export const carriedParameters = [
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
] as const satisfies Listed;

const textParameter = {
  name: "q",
  meaning: "Words that must all stand in an id or a name.",
  example: "token",
} as const satisfies QueryParameter;

const sortMeaning = "Columns that decide the order, the first first; - in front turns one round.";
const columnsMeaning = "Columns that the page and its files show.";

/** What is asked of a list of techniques. */
export const techniqueFacetParameters = [
  textParameter,
  { name: "standing", meaning: "answered, non-mappable, threat-only or silent.", example: "silent" },
  { name: "framework", meaning: "Techniques that this framework has a row on, or one of several.", example: "m365" },
  {
    name: "function",
    meaning: "Techniques with a defence row of this function: of the framework asked, else of any.",
    example: "detect",
  },
  {
    name: "min-rating",
    meaning: "Techniques with a defence row rated at least this: of the framework and function asked, else of any.",
    example: "partial",
  },
  { name: "tactic", meaning: "Techniques of one tactic only, by id or name.", example: "TA0008" },
  { name: "level", meaning: "Techniques or sub-techniques only.", example: "sub-technique" },
  { name: "platform", meaning: "Techniques of one platform only.", example: "Windows" },
  { name: "sort", meaning: sortMeaning, example: "-threat,name" },
  { name: "columns", meaning: columnsMeaning, example: "technique,platform" },
] as const satisfies Listed;

/** What is asked of a list of groups, software, campaigns or mitigations. */
export const objectFacetParameters = [
  textParameter,
  { name: "domain", meaning: "Objects of one domain only.", example: "ics" },
  { name: "tactic", meaning: "Objects with a technique of this tactic, by id or name.", example: "TA0010" },
  { name: "sort", meaning: sortMeaning, example: "-techniques,name" },
  { name: "columns", meaning: columnsMeaning, example: "id,name,tactic" },
] as const satisfies Listed;

/** Software is of two types, and runs somewhere. */
export const softwareFacetParameters = joined(objectFacetParameters, [
  { name: "type", meaning: "malware or tool.", example: "tool" },
  { name: "platform", meaning: "Software of one platform only.", example: "Linux" },
]);

/** What is asked of the list of sets. */
export const setsFacetParameters = [
  {
    name: "q",
    meaning: "Words that must all stand in a framework's name, version, release or domain.",
    example: "token",
  },
  { name: "framework", meaning: "Sets of one framework only, by id or common name.", example: "m365" },
  { name: "side", meaning: "defense or threat.", example: "threat" },
  { name: "domain", meaning: "Sets of one domain only.", example: "ics" },
  { name: "release", meaning: "Sets written for one ATT&CK release only.", example: "16.1" },
  { name: "standing", meaning: "newest or superseded.", example: "newest" },
  { name: "sort", meaning: sortMeaning, example: "-mappings" },
  { name: "columns", meaning: columnsMeaning, example: "set,mappings" },
] as const satisfies Listed;

/** What is asked of a framework's capabilities. */
export const capabilityFacetParameters = [
  textParameter,
  { name: "domain", meaning: "Capabilities of the newest set of one domain only.", example: "enterprise" },
  { name: "group", meaning: "Capabilities of one group only, by id or name.", example: "AC" },
  { name: "function", meaning: "Capabilities with a row of this function.", example: "detect" },
  { name: "standing", meaning: "mapped, non-mappable or no-row.", example: "mapped" },
  { name: "sort", meaning: sortMeaning, example: "-techniques,capability" },
  { name: "columns", meaning: columnsMeaning, example: "capability,name,group" },
] as const satisfies Listed;

/** Of a capability that sets of several domains have. */
export const domainParameter = [
  { name: "domain", meaning: "Rows of the set of one domain only.", example: "enterprise" },
] as const satisfies Listed;

/** What is asked of rows, of a set or of a capability: all of a capability's stand on one page. */
export const facetParameters = [
  textParameter,
  { name: "group", meaning: "Rows of one capability group only, or of several, with commas.", example: "AC" },
  { name: "function", meaning: "Rows of one function only; none = rows without.", example: "protect" },
  { name: "rating", meaning: "Rows of one rating only; not-scored or none = rows without.", example: "partial" },
  { name: "type", meaning: "Rows of one mapping type only.", example: "mitigates" },
  { name: "tactic", meaning: "Rows of techniques of one tactic only, by id or name.", example: "TA0006" },
  { name: "level", meaning: "Rows of techniques or of sub-techniques only.", example: "sub-technique" },
  { name: "platform", meaning: "Rows of techniques of one platform only.", example: "Windows" },
  { name: "status", meaning: "Rows of one status only.", example: "non_mappable" },
  { name: "sort", meaning: sortMeaning, example: "technique,-mapping" },
  { name: "columns", meaning: columnsMeaning, example: "capability,technique,tactic" },
] as const satisfies Listed;

export const pageParameter = [
  { name: "page", meaning: "Which page of rows, from 1.", example: "2" },
] as const satisfies Listed;

/** What a matrix is asked. */
export const matrixParameters = joined(
  alignedParameter,
  [
    {
      name: "side",
      meaning: "Rows that defend, or KEV and VERIS, which name threats.",
      words: sides,
      example: "threat",
    },
    {
      name: "framework",
      meaning: "Rows of these frameworks only, by id or common name; several of one side with commas.",
      many: true,
      example: "m365,azure",
    },
  ],
  scoreParameters,
  [
    { name: "metric", meaning: "What the depth of a cell shows.", words: matrixMetrics, example: "rating" },
    { name: "outline", meaning: "A group, software or campaign whose techniques are outlined.", example: "G0016" },
    { name: "sub", meaning: "Sub-techniques as cells of their own.", words: subForms, example: "open" },
    { name: "as", meaning: "The page as a table instead.", words: matrixForms, example: "table" },
  ],
);

export const searchParameters = [
  textParameter,
  { name: "kind", meaning: "Hits of one kind only.", example: "capability" },
] as const satisfies Listed;
