import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "./make-folder.js";
import type { ShelfIndex } from "./shelf.js";
import { type Staged, stageAll } from "./staged.js";
import { stageWhole } from "./write-whole.js";

/**
 * Many small records under keys, of which one reader wants few: an index and a data file, so that one description does
 * not cost the parsing of thousands. The data file is named by its content and written first; the index appears in one
 * rename. A kill at any moment leaves the shelf that was there, or the new one.
 */
export function writeShelf(path: string, records: ReadonlyMap<string, unknown>): void {
  stageShelf(path, records).commit();
}

/** The first half of it: both files are on the disk, beside their places. */
export function stageShelf(path: string, records: ReadonlyMap<string, unknown>): Staged {
  const chunks: Buffer[] = [];
  const index: [string, readonly [number, number]][] = [];
  let offset = 0;
  for (const [key, record] of [...records].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const chunk = Buffer.from(`${JSON.stringify(record)}\n`, "utf8");
    index.push([key, [offset, chunk.length]]);
    chunks.push(chunk);
    offset += chunk.length;
  }
  const data = Buffer.concat(chunks);
  const name = `${basename(path)}.${createHash("sha256").update(data).digest("hex").slice(0, 16)}.jsonl`;
  makeFolder(dirname(path));
  const header: ShelfIndex = { format: 1, data: name, records: Object.fromEntries(index) };
  const files = stageAll([
    () => stageWhole(join(dirname(path), name), data),
    () => stageWhole(`${path}.index.json`, `${JSON.stringify(header)}\n`),
  ]);
  return {
    commit() {
      files.commit();
      removeOld(path, name);
    },
    discard: files.discard,
  };
}

/** Takes a shelf away: first its index, without which its data are no shelf. */
export function removeShelf(path: string): void {
  rmSync(`${path}.index.json`, { force: true });
  if (existsSync(dirname(path))) removeOld(path, null);
}

/** Data files of earlier shelves; those of a shelf whose name goes on after a dot (`csa_ccm-4.1`) are not this one's. */
function removeOld(path: string, name: string | null): void {
  const base = basename(path);
  for (const old of readdirSync(dirname(path)))
    if (old.startsWith(base) && /^\.[0-9a-f]{16}\.jsonl$/.test(old.slice(base.length)) && old !== name)
      rmSync(join(dirname(path), old));
}
