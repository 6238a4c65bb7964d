import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { dirname, join } from "node:path";

/** The index of a shelf: which bytes of the data file a key's record takes. */
export interface ShelfIndex {
  readonly format: 1;
  readonly data: string;
  readonly records: Readonly<Record<string, readonly [offset: number, bytes: number]>>;
}

/** A shelf, read record by record; null where there is none, or none that can be read. Synchronous: a page asks for one text. */
export function openShelf(path: string): Shelf | null {
  const index = `${path}.index.json`;
  if (!existsSync(index)) return null;
  try {
    const header = JSON.parse(readFileSync(index, "utf8")) as Partial<ShelfIndex> | null;
    if (header?.format !== 1 || typeof header.data !== "string" || /[/\\]/.test(header.data)) return null;
    return new Shelf(join(dirname(path), header.data), new Map(Object.entries(header.records ?? {})));
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
    } catch (cause) {
      if (cause instanceof SyntaxError) return undefined; // damaged, as above
      throw cause;
    } finally {
      closeSync(handle);
    }
  }
}
