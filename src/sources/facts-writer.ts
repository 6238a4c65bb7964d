import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { manifestFile } from "../knowledge/facts/manifest.js";
import { TidemapError } from "../model/diagnostic.js";
import { makeFolder } from "./make-folder.js";
import type { Staged } from "./staged.js";

/** What a facts folder has at its top; a folder with anything else is not ours to replace. */
const ownEntries: ReadonlySet<string> = new Set([manifestFile, "attack", "sets"]);

/**
 * Writes a whole facts folder beside its place and puts it there by a rename: whoever looks sees the old facts or the new
 * ones. Replaces a folder that is empty or holds facts; throws a TidemapError, having written nothing, for any other.
 */
export function writeFacts(folder: string, files: ReadonlyMap<string, string>): void {
  stageFacts(folder, files).commit();
}

/** The first half of it: the folder is on the disk, beside its place. */
export function stageFacts(folder: string, files: ReadonlyMap<string, string>): Staged {
  const target = resolve(folder);
  finishSwap(target);
  const foreign = existsSync(target) ? entriesOf(target).filter((name) => !ownEntries.has(name)) : [];
  if (foreign.length > 0) {
    throw new TidemapError(
      "TM3060",
      `${folder} holds other files (${foreign.slice(0, 3).join(", ")}), so it is not written to.`,
      {
        hint: "Name a new folder, an empty one, or one with compiled facts.",
      },
    );
  }
  makeFolder(dirname(target));
  const fresh = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  const discard = () => rmSync(fresh, { recursive: true, force: true });
  try {
    for (const [name, text] of files) {
      makeFolder(dirname(join(fresh, name)));
      writeFileSync(join(fresh, name), text, { flush: true });
    }
  } catch (cause) {
    discard();
    // The system names a file beside the folder, or none.
    throw Object.assign(cause as Error, { path: folder });
  }
  return { commit: () => swap(fresh, target), discard };
}

function swap(fresh: string, target: string): void {
  try {
    if (existsSync(target)) renameSync(target, replaced(target));
    renameSync(fresh, target);
    rmSync(replaced(target), { recursive: true, force: true });
  } catch (cause) {
    rmSync(fresh, { recursive: true, force: true });
    finishSwap(target);
    throw cause;
  }
}

/** Ends a swap that a kill cut between its two renames: the old facts come back. */
export function finishSwap(folder: string): void {
  const target = resolve(folder);
  if (!existsSync(replaced(target))) return;
  if (existsSync(target)) rmSync(replaced(target), { recursive: true, force: true });
  else renameSync(replaced(target), target);
}

function replaced(target: string): string {
  return join(dirname(target), `.${basename(target)}.replaced`);
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new TidemapError("TM3061", `${folder} is no folder that can be read.`, {
      hint: "Name another one with --out.",
      cause,
    });
  }
}
