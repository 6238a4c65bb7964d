import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { counted } from "../base/counted.js";
import { TidemapError } from "../model/diagnostic.js";
import { type KnownFinding, parseBaseline, writeBaseline } from "../rules/baseline.js";
import type { FileReport } from "../rules/validate.js";
import { makeFolder } from "../sources/make-folder.js";
import { writeWhole } from "../sources/write-whole.js";
import type { Context } from "./context.js";
import { fileAbove, unwritable } from "./write-converted.js";

/** The entries of a baseline. Throws a TidemapError for a file that is none, or cannot be read. */
export function readKnown(path: string): readonly KnownFinding[] {
  const known = parseBaseline(readOwn(path));
  if (typeof known !== "string") return known;
  throw new TidemapError("TM5033", `${path} is no baseline: ${known}.`, {
    hint: "tidemap validate FILE… --write-baseline known.json makes one.",
  });
}

function readOwn(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new TidemapError("TM5033", `The baseline ${path} cannot be read.`, { hint: "Check its path.", cause });
  }
}

/**
 * Throws a TidemapError where a baseline would take the place of anything but a baseline: that one is written anew again
 * and again, and `known.csv` may be a slip for `--format csv`. Call it before anything is written.
 */
export function refuseToLose(path: string, { force }: { readonly force: boolean }): void {
  const inTheWay = fileAbove(path);
  if (inTheWay !== null)
    throw unwritable(`${inTheWay} is a file, and a folder is needed there`, "Name another place for the baseline.");
  const there = statSync(path, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (!there.isFile()) throw unwritable(`${path} is no file`, "Name one for the baseline.");
  if (!force && typeof parseBaseline(readOwn(path)) === "string")
    throw unwritable(`${path} is there already, and is no baseline`, "--force replaces it.");
}

/** Writes what was found as known, and says so on stderr. */
export function writeKnown({ host, options }: Context, path: string, reports: readonly FileReport[]): void {
  makeFolder(dirname(path));
  writeWhole(path, writeBaseline(reports));
  const findings = reports.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  if (!options.quiet) host.err(`Wrote ${counted(findings, "known finding")} to ${path}.\n`);
}
