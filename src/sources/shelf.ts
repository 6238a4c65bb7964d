import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { sync as writeFileAtomic } from "write-file-atomic";

/** The index of a shelf: which bytes of the data file a key's record takes. */
interface ShelfIndex {
  readonly format: 1;
  readonly data: string;
  readonly records: Readonly<Record<string, readonly [offset: number, bytes: number]>>;
}

/**
 * Many small records under keys, of which one reader wants few: an index and a data file, so that one description does
 * not cost the parsing of thousands. The data file is named by its content and written first; the index appears in one
 * rename. A kill at any moment leaves the shelf that was there, or the new one.
 */
export function writeShelf(path: string, records: ReadonlyMap<string, unknown>): void {
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
  mkdirSync(dirname(path), { recursive: true });
  writeFileAtomic(join(dirname(path), name), data);
  const header: ShelfIndex = { format: 1, data: name, records: Object.fromEntries(index) };
  writeFileAtomic(`${path}.index.json`, `${JSON.stringify(header)}\n`);
  for (const old of readdirSync(dirname(path)))
    if (old.startsWith(`${basename(path)}.`) && old.endsWith(".jsonl") && old !== name)
      rmSync(join(dirname(path), old));
}

/** A shelf, read record by record; null where there is none, or none that can be read. Synchronous: a page asks for one text. */
export function openShelf(path: string): Shelf | null {
  const index = `${path}.index.json`;
  if (!existsSync(index)) return null;
  try {
    const header = JSON.parse(readFileSync(index, "utf8")) as ShelfIndex;
    if (header.format !== 1 || /[/\\]/.test(header.data)) return null;
    return new Shelf(join(dirname(path), header.data), new Map(Object.entries(header.records)));
  } catch (cause) {
    // A store of another version or a damaged file: as good as not loaded, and the next pull writes it anew.
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

export class Shelf {
  readonly #data: string;
  readonly #records: ReadonlyMap<string, readonly [number, number]>;

  constructor(data: string, records: ReadonlyMap<string, readonly [number, number]>) {
    this.#data = data;
    this.#records = records;
  }

  get size(): number {
    return this.#records.size;
  }

  /** The record under a key, parsed; undefined where there is none. */
  get(key: string): unknown {
    const place = this.#records.get(key);
    if (place === undefined || !existsSync(this.#data)) return undefined;
    const [offset, bytes] = place;
    const handle = openSync(this.#data, "r");
    try {
      const record = Buffer.alloc(bytes);
      const read = readSync(handle, record, 0, bytes, offset);
      return read === bytes ? (JSON.parse(record.toString("utf8")) as unknown) : undefined;
    } finally {
      closeSync(handle);
    }
  }
}
