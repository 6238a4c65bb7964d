import { Option } from "commander";
import { mappingFunctions, ratings, scoredAs } from "../model/mapping.js";

/** One object as an ATT&CK release has it. */
export const attack = (meaning: string) => new Option("--attack <release>", meaning);
const carriedTo = (meaning: string) => new Option("--aligned-to <release>", meaning);

/** The newest sets at another release. */
export const alignedTo = carriedTo("each framework's newest set, carried to this ATT&CK release");

/** Where files are read from. */
export const fromFolder = (meaning: string) => new Option("--from <path>", meaning);

/** Which rows of a technique. */
export const rowOptions = [
  new Option("--framework <ids>", "rows of this framework only, by id or common name; of several with commas"),
  new Option("--function <name>", `rows of one function only: ${mappingFunctions.join(", ")}`),
  new Option("--min-rating <rating>", `rows rated at least ${ratings.join(", ")}`),
  new Option("--rating <rating>", `rows of one rating only: ${scoredAs.join(", ")}`),
];

/** What a framework does not answer. */
export const gapOptions = [
  new Option(
    "--framework <ids>",
    "the techniques without a row of this framework, before all else; of several with commas: without one of any",
  ),
  new Option(
    "--function <name>",
    `with --framework: that it has no row of this function for: ${mappingFunctions.join(", ")}`,
  ),
];

/** Leaves long texts out. */
export const brief = new Option("--brief", "tables only: no descriptions, comments and addresses");

/** What the columns of somebody's own table mean. */
export const columnMap = new Option(
  "--map <columns>",
  'what columns of a CSV or XLSX mean: capability_id="Control ID",attack_object_id=Technique',
);

const jobs = new Option("--jobs <number>", "threads beside the command's own: 0 or 1; as it is worth where not said");

/** How mapping files are written. */
export const written = [
  new Option("--to <formats>", "json, yaml, csv, xlsx, jsonl, stix, layer, oscal or parquet; several with commas"),
  new Option("--out <path>", "a folder, or the file itself where there is one; standard output without it"),
  new Option("--filter <conditions>", "rows that fit only: technique=T1550.001,group=AC,function=detect"),
  carriedTo("rows carried along ATT&CK's lineage to this release; what becomes of them is said"),
  new Option(
    "--baseline <name>",
    "rows of a NIST 800-53 control baseline only: LOW, MODERATE, HIGH, PRIVACY, or an OSCAL profile's file",
  ),
  new Option("--split <field>", "a file for each group, capability, function, licence, baseline or tag of the rows"),
  new Option("--compat <program>", "json, yaml, csv, xlsx: laid out as the files of mapex, or of the editor"),
  new Option("--style <name>", "json and yaml: as the publisher's converter, editor or artefact writes"),
  new Option("--metric <name>", "layer: what a technique's score counts: capabilities (default) or rating"),
  new Option("--force", "replace files that are there"),
  jobs,
];

/** Which rows of a set or a capability, as their pages have them. */
const facetOptions = [
  new Option("--text <words>", "rows with all these words in an id or a name"),
  new Option("--function <name>", "rows of one function only; none: rows without"),
  new Option("--rating <rating>", "rows of one rating only; not-scored or none: rows without"),
  new Option("--type <id>", "rows of one mapping type only"),
  new Option("--tactic <id>", "rows of techniques of one tactic only, by id or name"),
  new Option("--platform <name>", "rows of techniques of one platform only"),
  new Option("--status <status>", "rows of one status only"),
];

/** Which rows of a capability, and what answers it where it is a vulnerability or an incident. */
export const capabilityOptions = [
  ...facetOptions,
  new Option(
    "--without <frameworks>",
    "of a threat: its techniques without a row of this framework, before all else; of several with commas: without one of any",
  ),
  new Option("--without-function <name>", `with --without: no row of this function: ${mappingFunctions.join(", ")}`),
];

/** Which rows of a set, and as of when. */
export const setRows = [
  carriedTo("all rows of the set, carried to this ATT&CK release"),
  new Option(
    "--carried <class>",
    "rows carried in one way only: rewritten, decision; to the newest release without --aligned-to",
  ),
  new Option("--flag <flag>", "rows that carrying gave a flag: tactics-changed or merged"),
  new Option("--group <id>", "rows of one capability group only"),
  ...facetOptions,
  new Option("--page <number>", "which 100 rows, from 1 (CSV has all of them)"),
];
