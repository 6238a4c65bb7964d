import { readFileSync, statSync } from "node:fs";
import type { Source } from "../base/source.js";
import { TidemapError } from "../model/diagnostic.js";
import { readSource, readSourceFolder } from "../sources/source-folder.js";
import type { Context } from "./context.js";

/** The name that findings give to standard input. */
export const standardInput = "stdin";

/**
 * Mapping files by the paths a person gave, named as given. Of a folder every mapping file in it, below the folder's name;
 * a file is taken whatever it is. `-` is standard input. Throws a TidemapError for a path that cannot be read, and for a
 * folder without mapping files.
 */
export function readMappingSources(paths: readonly string[], { host, options }: Context): readonly Source[] {
  return paths.flatMap((path): readonly Source[] => {
    if (path === "-") return [{ path: standardInput, bytes: readFileSync(0) }];
    if (!isFolder(path)) return [{ path, bytes: readFile(path) }];
    const { mappings, others } = readSourceFolder(path);
    if (mappings.length === 0) {
      throw new TidemapError("TM3063", `${path} holds no mapping file.`, {
        hint: "Expected are mapping files in JSON or YAML; name a file to have it looked at whatever it is.",
      });
    }
    if (others > 0 && !options.quiet) host.err(`Skipped in ${path}, no mapping files: ${others}.\n`);
    const folder = path.replace(/[\\/]+$/, "");
    return mappings.map((file) => ({ path: `${folder}/${file.path}`, bytes: readSource(file).bytes }));
  });
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
