/** Number columns as JSON likes them: runs for flags, differences for sorted indexes. */

/** `[0, 0, 1]` → `[0, 2, 1, 1]`: value, length, value, length … */
export function toRuns(column: ArrayLike<number>): number[] {
  const runs: number[] = [];
  for (let i = 0; i < column.length; ) {
    let end = i + 1;
    while (end < column.length && column[end] === column[i]) end++;
    runs.push(column[i] ?? 0, end - i);
    i = end;
  }
  return runs;
}

/** Inverse of `toRuns`; runs beyond the column's end are cut. */
export function fromRuns<Column extends Uint8Array | Uint32Array>(runs: readonly number[], column: Column): Column {
  let row = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const end = row + (runs[i + 1] ?? 0);
    column.fill(runs[i] ?? 0, row, end);
    row = end;
  }
  return column;
}

/** `[5, 7, 6]` → `[5, 2, -1]`. */
export function toDifferences(column: ArrayLike<number>): number[] {
  return Array.from(column, (value, row) => value - (row === 0 ? 0 : (column[row - 1] ?? 0)));
}

/** Inverse of `toDifferences`. */
export function fromDifferences(differences: readonly number[]): Uint32Array {
  const column = new Uint32Array(differences.length);
  let value = 0;
  for (let row = 0; row < differences.length; row++) {
    value += differences[row] ?? 0;
    column[row] = value;
  }
  return column;
}
