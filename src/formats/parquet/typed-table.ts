/** A table with a type for each column, for engines that have them. */

/** texts: a list; every type but texts may be null. */
export type ColumnType = "text" | "integer" | "flag" | "texts";

export interface TypedColumn {
  readonly name: string;
  readonly type: ColumnType;
}

export type TypedCell = string | number | boolean | null | readonly string[];

export interface TypedTable {
  readonly columns: readonly TypedColumn[];
  /** As many cells as columns each, of the columns' types. May be gone through more than once. */
  readonly rows: Iterable<readonly TypedCell[]>;
}

/** JSON Lines: an object a row, keys as the columns stand, null for nothing there. */
export function* toLines({ columns, rows }: TypedTable): Generator<string> {
  for (const row of rows) {
    yield `${JSON.stringify(Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])))}\n`;
  }
}
