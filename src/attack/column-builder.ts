import type { Change, Column } from "./timeline-data.js";

/** Builds one column, release by release, oldest first. */
export class ColumnBuilder<Value> {
  readonly #first: Value[] = [];
  readonly #last: Value[] = [];
  readonly #changes = new Map<number, Change<Value>[]>();
  readonly #same: (a: Value, b: Value) => boolean;

  constructor(same: (a: Value, b: Value) => boolean) {
    this.#same = same;
  }

  /** What a release says of a row; saying the same again changes nothing. */
  set(row: number, release: number, value: Value): void {
    if (!(row in this.#first)) {
      this.#first[row] = value;
    } else {
      if (this.#same(this.#last[row] as Value, value)) return;
      const changes = this.#changes.get(row);
      if (changes === undefined) this.#changes.set(row, [{ release, value }]);
      else changes.push({ release, value });
    }
    this.#last[row] = value;
  }

  /** Rows in order, so that equal contents give equal maps; `empty` for rows that no release spoke of. */
  done(size: number, empty: Value): Column<Value> {
    const first = Array.from({ length: size }, (_, row) => (row in this.#first ? (this.#first[row] as Value) : empty));
    return { first, changes: new Map([...this.#changes].sort(([a], [b]) => a - b)) };
  }
}

export function sameValue(a: unknown, b: unknown): boolean {
  return a === b;
}

export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
