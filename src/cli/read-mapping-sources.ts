import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import type { Source } from "../base/source.js";
import { detectUnified } from "../formats/unified/detect.js";
import { TidemapError } from "../model/diagnostic.js";
import { readSource, readSourceFolder, type SourceFile } from "../sources/source-folder.js";
import type { Context } from "./context.js";
import { isArchive, readArchive } from "./read-archive.js";

/** The name that findings give to standard input. */
export const standardInput = "stdin";

/** Whether a file that is no unified mapping file is taken as well, by its first bytes and path. */
export type Takes = (head: Uint8Array, path: string) => boolean;

/**
 * Mapping files by the paths a person gave, named as given. Of a folder or a zip archive every mapping file in it, and what
 * `takes` takes, below its name; a file is taken whatever it is. `-` is standard input. Throws a TidemapError for a path
 * that cannot be read, and for a folder or archive without such files.
 */
export async function readMappingSources(
  paths: readonly string[],
  context: Context,
  takes: Takes = () => false,
): Promise<readonly Source[]> {
  const read = paths.map(async (path): Promise<readonly Source[]> => {
    if (path === "-") return [{ path: standardInput, bytes: readFileSync(0) }];
    if (isFolder(path)) return readFolder(path, context, takes);
    return isArchive(path) && existsSync(path) ? readZipped(path, context, takes) : [{ path, bytes: readFile(path) }];
  });
  return (await Promise.all(read)).flat();
}

async function readZipped(path: string, { host, options }: Context, takes: Takes): Promise<readonly Source[]> {
  const all = await readArchive(path);
  const taken = all.filter(({ path: name, bytes }) => {
    const head = bytes.subarray(0, 65_536);
    return detectUnified(head, name) === 1 || takes(head, name);
  });
  if (taken.length === 0) {
    throw new TidemapError("TM3063", `${path} holds no mapping file.`, {
      hint: "Expected are mapping files in JSON or YAML; unpack it to name another one.",
    });
  }
  const skipped = all.filter((source) => !taken.includes(source)).map((source) => source.path);
  if (skipped.length > 0 && !options.quiet) host.err(skippedWords(path, skipped));
  return taken;
}

function readFolder(path: string, { host, options }: Context, takes: Takes): readonly Source[] {
  const { mappings, descriptions, others } = readSourceFolder(path);
  const more = [...descriptions, ...others].filter((file) => takes(headOf(file), file.path));
  if (mappings.length + more.length === 0) {
    throw new TidemapError("TM3063", `${path} holds no mapping file.`, {
      hint: "Expected are mapping files in JSON or YAML; name a file to have it looked at whatever it is.",
    });
  }
  const skipped = others.filter((file) => !more.includes(file)).map((file) => file.path);
  if (skipped.length > 0 && !options.quiet) host.err(skippedWords(path, skipped));
  const folder = path.replace(/[\\/]+$/, "");
  return [...mappings, ...more].map((file) => ({ path: `${folder}/${file.path}`, bytes: readSource(file).bytes }));
}

/** By name: a broken mapping file is among them, and whoever counts on its being looked at has to know. */
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
  const folder = readSourceFolder(path);
  const [trouble] = folder.diagnostics;
  if (trouble !== undefined)
    throw new TidemapError(trouble.code, trouble.message, { ...(trouble.hint ? { hint: trouble.hint } : {}) });
  return readFileSync(path);
}
