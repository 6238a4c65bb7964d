import { basename } from "node:path";
import type { Source } from "../base/source.js";
import { defaultBounds } from "../formats/format.js";
import { gatherFiles, gatheringFormatOf } from "../formats/legacy/registry.js";
import { detectFormat, mappingFormats } from "../formats/registry.js";
import { columnMapWords, guessColumns } from "../formats/rows/column-map.js";
import { layoutOf, type TableLayout } from "../formats/rows/layout.js";
import { readTable } from "../formats/table/read-table.js";
import { type Diagnostic, type Parsed, TidemapError } from "../model/diagnostic.js";
import type { MappingFile } from "../model/mapping-file.js";
import type { Context } from "./context.js";
import { readMappingSources } from "./read-mapping-sources.js";

/** A mapping file that was read, of whatever format. */
export interface ReadMappingFile {
  /** Of the source; of the main one where several were put together. */
  readonly path: string;
  /** Stem for what is made of it. */
  readonly name: string;
  readonly file: MappingFile;
}

/**
 * Every mapping file that the paths hold: unified ones one by one, those of older formats put together from all their
 * sources. Throws a TidemapError for what cannot be read; findings go to stderr.
 */
export async function readMappingFiles(
  paths: readonly string[],
  context: Context,
  map?: TableLayout,
): Promise<readonly ReadMappingFile[]> {
  const isOlder = (head: Uint8Array, path: string) => gatheringFormatOf(head, path) !== null;
  const sources = await readMappingSources(paths, context, isOlder);
  const older = sources.filter(({ path, bytes }) => isOlder(bytes.subarray(0, 65_536), path));
  const read: ReadMappingFile[] = [];
  for (const source of sources.filter((one) => !older.includes(one))) {
    const name = basename(source.path).replace(/\.[^.]+$/, "");
    read.push({ path: source.path, name, file: readOne(await parsed(source, map), source.path, context) });
  }
  for (const { name, paths: own, parsed: gathered } of await gatherFiles(older, defaultBounds)) {
    const path = own[0] ?? name;
    read.push({ path, name, file: readOne(gathered, path, context) });
  }
  if (read.length === 0) {
    throw new TidemapError("TM3063", `${paths.join(", ")}: no mapping file, only tables that belong to one.`);
  }
  return read;
}

async function parsed(source: Source, map: TableLayout | undefined): Promise<Parsed<MappingFile>> {
  if (/\.(csv|tsv|xlsx)$/i.test(source.path)) return parsedTable(source, map);
  const format = detectFormat(source.bytes.subarray(0, 65_536), source.path) ?? mappingFormats[0];
  return (await format?.parse?.(source, defaultBounds)) ?? { value: null, diagnostics: [] };
}

/** A table of a known layout, or of the columns that were named; for another one the columns are guessed, and said. */
async function parsedTable(source: Source, map: TableLayout | undefined): Promise<Parsed<MappingFile>> {
  const { parseTable } = await import("../formats/rows/parse.js");
  if (map !== undefined) return parseTable(source, defaultBounds, map);
  const { value: table, diagnostics } = await readTable(source, defaultBounds);
  if (table === null || layoutOf(table.head) !== null) {
    return table === null ? { value: null, diagnostics } : parseTable(source, defaultBounds);
  }
  const guessed = guessColumns(table.head);
  const heads = table.head.map((name) => JSON.stringify(name)).join(", ");
  const whole = guessed.has("capability_id") && guessed.has("attack_object_id");
  throw new TidemapError("TM5046", `${source.path}: what its columns mean is not known. They are ${heads}.`, {
    hint: whole
      ? `If this is right, convert it with --map '${columnMapWords(guessed)}'`
      : "Say it with --map capability_id=COLUMN,attack_object_id=COLUMN; tidemap help convert names the fields.",
  });
}

function readOne({ value, diagnostics }: Parsed<MappingFile>, path: string, { host, options }: Context): MappingFile {
  const told = diagnostics.filter(({ severity }) => severity !== "note");
  if (value === null) {
    const [error] = told;
    throw new TidemapError(error?.code ?? "TM1001", `${path}: ${error?.message ?? "no mapping file"}`, {
      hint: error?.hint ?? "tidemap validate says what is wrong.",
    });
  }
  if (!options.quiet) for (const diagnostic of told.filter(isWorthSaying)) host.err(lineOf(diagnostic));
  return value;
}

/** What validate says better is left to it. */
function isWorthSaying({ code, severity }: Diagnostic): boolean {
  return severity === "error" || !code.startsWith("TM1");
}

function lineOf({ code, place: { file, line }, message }: Diagnostic): string {
  return `${file}${line === undefined ? "" : `:${line}`}: ${message} (${code})\n`;
}
