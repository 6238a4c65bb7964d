import type { Source } from "../base/source.js";
import { isJsonSource } from "../formats/document.js";
import { defaultBounds } from "../formats/format.js";
import { withLines } from "../formats/locate.js";
import { type ReadMappingFile, readMappingFile } from "../formats/read-mapping-file.js";
import type { TableLayout } from "../formats/rows/layout.js";
import { isTable } from "../formats/rows/mapping-table.js";
import { parseUnified } from "../formats/unified/parse.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { MappingMetadata } from "../model/mapping-file.js";
import { siblingsAmong } from "../model/siblings.js";
import type { AttackFacts } from "./context.js";
import { ruleByCode } from "./registry.js";
import { type Hit, runRules } from "./run.js";

/** What validation found in one file. */
export interface FileReport {
  readonly file: string;
  /** Rows read; 0 for a file that could not be read. */
  readonly rows: number;
  /** By code, then as the rule goes through the file; every one with line and column where its pointer has a place. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ValidateOptions {
  /** What the columns of tables mean whose layout is not known. */
  readonly map?: TableLayout;
}

/** A file that was read, to be looked through. */
interface ReadSource extends ReadMappingFile {
  readonly source: Source;
}

/**
 * What parsers and rules find in unified mapping files and in tables of rows, a report per file in the order given. Files of one framework
 * version are compared with each other (TM1113), so a set's domains belong into one call. Never throws on input.
 */
export async function validate(
  sources: readonly Source[],
  attack: AttackFacts,
  { map }: ValidateOptions = {},
): Promise<readonly FileReport[]> {
  const read: ReadSource[] = [];
  for (const source of sources) read.push({ source, ...(await readOne(source, map)) });
  const siblings = siblingsAmong(read.map(({ value }) => value?.metadata ?? null));
  return read.map((one, index) => reportOf(one, attack, siblings[index] ?? []));
}

function reportOf(
  { source, value, diagnostics, table }: ReadSource,
  attack: AttackFacts,
  siblings: readonly MappingMetadata[],
): FileReport {
  if (value === null) return { file: source.path, rows: 0, diagnostics };
  const all = runRules({ file: value, path: source.path, attack, siblings, found: diagnostics });
  const hits = table === null ? all : all.filter(isSaidOfTable(table.layout));
  // What the parser told under a rule's code comes back as that rule's finding.
  const told = diagnostics.filter(({ code }) => ruleByCode(code) === null);
  const isJson = table === null && isJsonSource(source);
  const found = hits.map((hit) => toDiagnostic(hit, source.path, isJson));
  return { file: source.path, rows: value.rows.length, diagnostics: withLines(source, [...told, ...found], table) };
}

/** Unified files and tables have places for what is found; other formats are converted first. */
async function readOne(source: Source, map: TableLayout | undefined): Promise<ReadMappingFile> {
  if (isTable(source)) return readMappingFile(source, defaultBounds, map);
  return { ...parseUnified(source.bytes, source.path), table: null };
}

/** A table has rows and says of which set they are; it declares nothing, and has no dates of its own. */
function isSaidOfTable({ columns }: TableLayout): (hit: Hit) => boolean {
  const hasIds = columns.has("capability_group_name");
  return ({ code, pointer }) => {
    if (!hasIds && needsIds.has(code)) return false;
    const scope = ruleByCode(code)?.scope;
    return scope === "row" || scope === "id" || setFields.has(pointer);
  };
}

/** Undeclared types, and groups that do not fit the id: where no column has the names of groups and types, they stand for the ids. */
const needsIds: ReadonlySet<string> = new Set(["TM1109", "TM1306"]);

const setFields: ReadonlySet<string> = new Set(
  ["mapping_framework", "mapping_framework_version", "attack_version", "technology_domain"].map(
    (field) => `/metadata/${field}`,
  ),
);

/** Repairs are written into JSON only. */
function toDiagnostic({ code, pointer, message, hint, repairs }: Hit, file: string, isJson: boolean): Diagnostic {
  const rule = ruleByCode(code);
  return {
    code,
    severity: rule?.severity ?? "error",
    place: { file, pointer },
    message,
    ...(hint === undefined ? {} : { hint }),
    fixable: isJson && (repairs?.length ?? 0) > 0,
  };
}
