import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import type { Source } from "../base/source.js";
import { detectUnified } from "../formats/unified/detect.js";
import { type Diagnostic, TidemapError } from "../model/diagnostic.js";
import { readSource, readSourceFolder, type SourceFile } from "../sources/source-folder.js";
import type { Context } from "./context.js";
import { isArchive, readArchive } from "./read-archive.js";

/** The name that findings give to standard input. */
export const standardInput = "stdin";

/** A file of a folder or an archive that is no unified mapping file. */
export interface OtherFile {
  readonly path: string;
  /** Its first 64 KiB. */
  head(): Uint8Array;
  /** All of it; read from the disk when asked for. */
  bytes(): Uint8Array;
}

/** Whether such a file is taken as well. */
export type Takes = (file: OtherFile) => boolean | Promise<boolean>;

/**
 * Mapping files by the paths a person gave, named as given. Of a folder or a zip archive every mapping file in it, and what
 * `takes` takes, below its name; a file is taken whatever it is. `-` is standard input. Throws a TidemapError for a path
 * that cannot be read, and for a folder or archive without such files.
 */
export async function readMappingSources(
  paths: readonly string[],
  context: Context,
  takes: Takes,
): Promise<readonly Source[]> {
  if (paths.some((path) => path.trim() === "")) {
    throw new TidemapError("TM5010", "A path is given with nothing in it.", {
      hint: "Name a file, a folder or - for standard input.",
      exitCode: 2,
    });
  }
  const read = paths.map(async (path): Promise<readonly Source[]> => {
    if (path === "-") return [{ path: standardInput, bytes: readFileSync(0) }];
    if (isFolder(path)) return readFolder(path, context, takes);
    return isArchive(path) && existsSync(path) ? readZipped(path, context, takes) : [{ path, bytes: readFile(path) }];
  });
  return (await Promise.all(read)).flat();
}

async function readZipped(path: string, { host, options }: Context, takes: Takes): Promise<readonly Source[]> {
  const all = await readArchive(path);
  const taken = await taking(all, ({ path: name, bytes }) => {
    const head = bytes.subarray(0, 65_536);
    return detectUnified(head, name) === 1 || takes({ path: name, head: () => head, bytes: () => bytes });
  });
  if (taken.length === 0) throw noMappingFile(path, "unpack it to name another one.");
  const skipped = all.filter((source) => !taken.includes(source)).map((source) => source.path);
  if (skipped.length > 0 && !options.quiet) host.err(skippedWords(path, skipped));
  return taken;
}

async function readFolder(path: string, { host, options }: Context, takes: Takes): Promise<readonly Source[]> {
  const { mappings, descriptions, bundles, others, diagnostics } = readSourceFolder(path);
  refuse(diagnostics);
  const rest = [...descriptions, ...bundles, ...others];
  const more = await taking(rest, (file) =>
    takes({ path: file.path, head: () => headOf(file), bytes: () => readSource(file).bytes }),
  );
  if (mappings.length + more.length === 0) {
    throw noMappingFile(path, "name a file to have it looked at whatever it is.");
  }
  const skipped = rest.filter((file) => !more.includes(file)).map((file) => file.path);
  if (skipped.length > 0 && !options.quiet) host.err(skippedWords(path, skipped));
  const folder = path.replace(/[\\/]+$/, "");
  return [...mappings, ...more].map((file) => ({ path: `${folder}/${file.path}`, bytes: readSource(file).bytes }));
}

/** One after the other: of a folder of workbooks one at a time is in memory. */
async function taking<File>(files: readonly File[], takes: (file: File) => boolean | Promise<boolean>) {
  const taken: File[] = [];
  for (const file of files) if (await takes(file)) taken.push(file);
  return taken;
}

function noMappingFile(path: string, another: string): TidemapError {
  return new TidemapError("TM3063", `${path} holds no mapping file.`, {
    hint: `Expected are mapping files in JSON or YAML, and tables (CSV, XLSX, JSON Lines) with the columns of one; ${another}`,
  });
}

/** By name: whoever counts on one's being looked at has to know. */
function skippedWords(path: string, skipped: readonly string[]): string {
  const named = skipped.slice(0, 8).join(", ");
  const rest = skipped.length > 8 ? ` and ${skipped.length - 8} more` : "";
  return `Skipped in ${path}, no mapping files: ${skipped.length} (${named}${rest}). Name a file to have it looked at.\n`;
}

function headOf({ absolute }: SourceFile): Uint8Array {
  const handle = openSync(absolute, "r");
  try {
    const head = new Uint8Array(65_536);
    return head.subarray(0, readSync(handle, head, 0, head.length, 0));
  } finally {
    closeSync(handle);
  }
}

/** Whether a folder stands at `path`. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function readFile(path: string): Uint8Array {
  refuse(readSourceFolder(path).diagnostics);
  return readFileSync(path);
}

/** A file that may not be read, or is too large to be, ends the command: nobody would see that it was left out. */
function refuse([trouble]: readonly Diagnostic[]): void {
  if (trouble === undefined) return;
  const { code, place, message, hint } = trouble;
  throw new TidemapError(code, `${place.file}: ${message}`, hint === undefined ? {} : { hint });
}
