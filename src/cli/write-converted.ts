import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { sync as writeFileAtomic } from "write-file-atomic";
import type { FormatFile } from "../formats/format.js";
import { TidemapError } from "../model/diagnostic.js";
import { counted } from "../site/html.js";
import { makeFolder } from "../sources/make-folder.js";
import type { Context } from "./context.js";
import { isFolder } from "./read-mapping-sources.js";

/** A converted file: where it goes, what it is made of, and what the new format has no room for. */
export interface Converted {
  /** Of the file that it was read from. */
  readonly path: string;
  readonly file: FormatFile;
  readonly rows: number;
  readonly lost: readonly string[];
}

/** One text goes to standard output. */
export function printConverted(converted: readonly Converted[], { host, options }: Context): void {
  const [only, ...more] = converted;
  if (only === undefined) return;
  if (more.length > 0 || typeof only.file.body !== "string") {
    throw new TidemapError(
      "TM5043",
      more.length > 0 ? "Several files do not fit into one output." : `${only.file.name} is no text.`,
      {
        hint: "Name a place with --out.",
        exitCode: 2,
      },
    );
  }
  host.out(only.file.body);
  if (!options.quiet) for (const line of only.lost) host.err(`Not in it: ${line}.\n`);
}

/** In a folder named as a source, files keep their folders; elsewhere they stand side by side. */
function targetsIn(out: string, converted: readonly Converted[], args: readonly string[]): readonly string[] {
  const folder = out.endsWith("/") || converted.length > 1 || args.some(isFolder) || isFolder(out);
  if (!folder) return [out];
  return converted.map(({ path, file }) => {
    const root = args.find((arg) => isFolder(arg) && path.startsWith(`${arg.replace(/[\\/]+$/, "")}/`));
    const below = root === undefined ? "" : dirname(path.slice(root.replace(/[\\/]+$/, "").length + 1));
    return join(out, below, file.name);
  });
}

interface Writing {
  readonly context: Context;
  /** The paths that a person named as sources. */
  readonly args: readonly string[];
  readonly out: string;
  readonly force: boolean;
}

/** Nothing is written where anything would be replaced. */
export function writeConverted(converted: readonly Converted[], { context, args, out, force }: Writing): void {
  const { host, options } = context;
  const targets = targetsIn(out, converted, args);
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  const there = force ? undefined : targets.find((target) => existsSync(target));
  if (twice !== undefined || there !== undefined) {
    throw new TidemapError(
      "TM5044",
      twice === undefined
        ? `${there} is there already; nothing was written.`
        : `Two files would become ${twice}; nothing was written.`,
      {
        hint: twice === undefined ? "--force replaces it." : "Convert them into folders of their own.",
      },
    );
  }
  converted.forEach(({ path, file, rows, lost }, index) => {
    const target = targets[index] ?? file.name;
    makeFolder(dirname(target));
    writeFileAtomic(target, typeof file.body === "string" ? file.body : Buffer.from(file.body));
    if (options.quiet) return;
    const left = lost.length === 0 ? "" : ` Not in it: ${lost.join("; ")}.`;
    host.err(`${path} to ${target}: ${counted(rows, "row")}.${left}\n`);
  });
}
