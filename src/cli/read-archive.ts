import { readFileSync } from "node:fs";
import type { Source } from "../base/source.js";
import { checkSize, defaultBounds } from "../formats/format.js";
import { readZip } from "../formats/zip/read-zip.js";
import { TidemapError } from "../model/diagnostic.js";

/** Files that an archive may hold. */
const mostFiles = 10_000;

/** By its ending: a workbook is a zip archive as well, and means itself. */
export function isArchive(path: string): boolean {
  return /\.zip$/i.test(path);
}

/**
 * The files of a zip archive, each below the archive's own path. Throws a TidemapError for one that is broken, beyond its
 * bounds, or names a file outside of itself: such a name would choose where files are written.
 */
export async function readArchive(path: string): Promise<readonly Source[]> {
  const bytes = readFileSync(path);
  const large = checkSize(path, bytes.length);
  if (large !== null) throw new TidemapError(large.code, large.message, large.hint ? { hint: large.hint } : {});
  const zip = await readZip(bytes, { entries: mostFiles, inflated: defaultBounds.inflated });
  if (!zip.ok) {
    const code = zip.fault === "broken" ? "TM0008" : "TM0007";
    throw new TidemapError(code, `${path}: ${zip.message}`, { hint: "Unpack it, and name the folder." });
  }
  const outside = zip.entries.find(({ name }) => !isInside(name));
  if (outside !== undefined) {
    throw new TidemapError("TM3064", `${path} names a file outside of itself: ${JSON.stringify(outside.name)}.`, {
      hint: "Nothing was read. Do not trust this archive.",
    });
  }
  return zip.entries.map(({ name, bytes: body }) => ({ path: `${path}/${name}`, bytes: body }));
}

/** A relative path without a way up, of plain parts. */
function isInside(name: string): boolean {
  return !/[\\\0:]/.test(name) && name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
