import type { Change, Column } from "../../attack/timeline-data.js";

/** How one value stands in JSON. */
type Json = unknown;

/** Later values of a column: by release, row differences, values. */
export type EncodedChanges = readonly (readonly [release: number, rows: readonly number[], values: readonly Json[]])[];

/** A column: first values as that field writes them, then changes; null where every value is the empty one. */
export type EncodedColumn = readonly [first: Json, changes: EncodedChanges] | null;

/** Changes grouped by release: a release changes many rows alike, a row changes rarely. */
export function encodeChanges<Value>(
  column: Column<Value>,
  encode: (value: Value, row: number, before: Value) => Json,
): EncodedChanges {
  const releases = new Map<number, { row: number; value: Json }[]>();
  for (const [row, changes] of column.changes) {
    let before = column.first[row] as Value;
    for (const { release, value } of changes) {
      const entries = releases.get(release) ?? [];
      releases.set(release, entries);
      entries.push({ row, value: encode(value, row, before) });
      before = value;
    }
  }
  return [...releases]
    .sort(([a], [b]) => a - b)
    .map(([release, entries]) => {
      entries.sort((a, b) => a.row - b.row);
      const rows = entries.map(({ row }, i) => row - (entries[i - 1]?.row ?? 0));
      return [release, rows, entries.map(({ value }) => value)];
    });
}

/** Inverse of `encodeChanges`; `decode` is called in the order of releases, then rows. */
export function decodeChanges<Value>(
  first: readonly Value[],
  encoded: EncodedChanges,
  decode: (json: Json, row: number, before: Value) => Value,
): Column<Value> {
  const changes = new Map<number, Change<Value>[]>();
  const rowsInOrder = new Set<number>();
  for (const [, rows] of encoded) {
    let row = 0;
    for (const difference of rows) {
      row += difference;
      rowsInOrder.add(row);
    }
  }
  for (const row of [...rowsInOrder].sort((a, b) => a - b)) changes.set(row, []);
  for (const [release, rows, values] of encoded) {
    let row = 0;
    for (let i = 0; i < rows.length; i++) {
      row += rows[i] ?? 0;
      const known = changes.get(row) as Change<Value>[];
      const before = (known.length > 0 ? known[known.length - 1]?.value : first[row]) as Value;
      known.push({ release, value: decode(values[i], row, before) });
    }
  }
  return { first, changes };
}
