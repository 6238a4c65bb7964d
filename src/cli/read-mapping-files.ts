import { basename } from "node:path";
import { defaultBounds } from "../formats/format.js";
import { gatherFiles, gatheringFormatOf } from "../formats/legacy/registry.js";
import { readMappingFile as readOneFile } from "../formats/read-mapping-file.js";
import type { TableLayout } from "../formats/rows/layout.js";
import { isMappingTable } from "../formats/rows/mapping-table.js";
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
  const sources = await readMappingSources(
    paths,
    context,
    (file) => isOlder(file.head(), file.path) || isMappingTable(file, map),
  );
  const older = sources.filter(({ path, bytes }) => isOlder(bytes.subarray(0, 65_536), path));
  const read: ReadMappingFile[] = [];
  for (const source of sources.filter((one) => !older.includes(one))) {
    const name = basename(source.path).replace(/\.[^.]+$/, "");
    read.push({
      path: source.path,
      name,
      file: readOne(await readOneFile(source, defaultBounds, map), source.path, context),
    });
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
