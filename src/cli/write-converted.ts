import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { counted } from "../base/counted.js";
import type { FormatFile } from "../formats/format.js";
import { TidemapError } from "../model/diagnostic.js";
import { makeFolder } from "../sources/make-folder.js";
import { writeWhole } from "../sources/write-whole.js";
import type { Context } from "./context.js";
import { isArchive } from "./read-archive.js";
import { isFolder } from "./read-mapping-sources.js";

/** A file to be made: of which, and what it is called. */
export interface Planned {
  /** Of the file that it is made from. */
  readonly path: string;
  /** Without a folder. */
  readonly name: string;
}

/** A file that was made, and what its format has no room for. */
export interface Converted {
  readonly file: FormatFile;
  readonly rows: number;
  readonly lost: readonly string[];
}

/** Refuses what does not fit standard output: several files, or one that is no text. */
export function refuseSeveral(planned: readonly Planned[]): void {
  if (planned.length > 1) throw unprintable("Several files do not fit into one output.");
}

/** One text goes to standard output. */
export function printConverted({ file, lost }: Converted, { host, options }: Context): void {
  if (typeof file.body !== "string") throw unprintable(`${file.name} is no text.`);
  host.out(file.body);
  if (!options.quiet) for (const line of lost) host.err(`Not in it: ${line}.\n`);
}

function unprintable(why: string): TidemapError {
  return new TidemapError("TM5043", why, { hint: "Name a place with --out.", exitCode: 2 });
}

interface Place {
  /** The paths that a person named as sources. */
  readonly args: readonly string[];
  readonly out: string;
  readonly force: boolean;
  /** `out` is a folder, however many files there are. */
  readonly several: boolean;
}

/**
 * Where each file goes: in a folder named as a source, files keep their folders; elsewhere they stand side by side. Throws
 * where anything would be replaced unasked, before anything is written.
 */
export function targetsOf(planned: readonly Planned[], { args, out, force, several }: Place): readonly string[] {
  const folder = several || out.endsWith("/") || planned.length > 1 || args.some(holdsFiles) || isFolder(out);
  const targets = folder ? planned.map((file) => join(out, folderOf(file, args), file.name)) : [out];
  const twice = targets.findIndex((target, index) => targets.indexOf(target) !== index);
  const target = targets[twice];
  if (target !== undefined) {
    const both = [planned[targets.indexOf(target)], planned[twice]].map((file) => file?.path);
    throw unwritable(`${both.join(" and ")} would both become ${target}`, "Convert them into folders of their own.");
  }
  const there = force ? undefined : targets.find((target) => existsSync(target));
  if (there !== undefined) throw unwritable(`${there} is there already`, "--force replaces it.");
  const inTheWay = targets.map(fileAbove).find((path) => path !== null);
  if (inTheWay !== undefined) {
    throw unwritable(`${inTheWay} is a file, and a folder is needed there`, "Name another place with --out.");
  }
  return targets;
}

/** What is said where a file may not be written. */
export function unwritable(why: string, hint: string): TidemapError {
  return new TidemapError("TM5044", `${why}; nothing was written.`, { hint });
}

function holdsFiles(path: string): boolean {
  return isFolder(path) || isArchive(path);
}

/** The folder of a source below the one that was named. */
function folderOf({ path }: Planned, args: readonly string[]): string {
  const root = args.find((arg) => holdsFiles(arg) && path.startsWith(`${arg.replace(/[\\/]+$/, "")}/`));
  return root === undefined ? "" : dirname(path.slice(root.replace(/[\\/]+$/, "").length + 1));
}

/** The nearest thing above a path that is there, where it is no folder. */
export function fileAbove(path: string): string | null {
  const above = dirname(path);
  if (existsSync(above)) return isFolder(above) ? null : above;
  return above === path ? null : fileAbove(above);
}

/** Writes one file whole; gives the line that says what it is. */
export function writeConverted(
  { file, rows, lost }: Converted,
  { path, target }: { readonly path: string; readonly target: string },
): string {
  makeFolder(dirname(target));
  writeWhole(target, typeof file.body === "string" ? file.body : Buffer.from(file.body));
  const left = lost.length === 0 ? "" : ` Not in it: ${lost.join("; ")}.`;
  return `${path} to ${target}: ${counted(rows, "row")}.${left}\n`;
}
