/** A table as plain data: what CSV, workbooks and record lists are written from. */

/** A cell that leads somewhere: its words, and an absolute http(s) address. */
export interface LinkedCell {
  readonly text: string;
  readonly href: string;
}

/** null: nothing there. A list keeps its parts apart in every format. */
export type TableCell = string | number | boolean | null | readonly string[] | LinkedCell;

export interface TableColumn {
  /** Head of the column, and key of a record: `techniqueId`. No two columns of a table share one. */
  readonly name: string;
  /** Characters a spreadsheet gives it; from what the column holds where absent. */
  readonly width?: number;
}

export interface Table {
  /** Name of its sheet: at most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** As many cells as columns each. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** Between the parts of a list where a format has no lists; no address and no id holds it. */
export const listSeparator = " | ";

/** The sheet of notes in a workbook of ours; readers look for it. */
export const notesName = "Read me";

export function isLinked(cell: TableCell): cell is LinkedCell {
  return typeof cell === "object" && cell !== null && "href" in cell;
}

/** Lists are records of themselves elsewhere; `Array.isArray` does not tell readonly ones apart. */
export function isList(cell: TableCell): cell is readonly string[] {
  return Array.isArray(cell);
}

/** The rows as records by column name: lists stay lists, a linked cell is its words. */
export function toRecords(table: Table): readonly Readonly<Record<string, unknown>>[] {
  return table.rows.map((row) =>
    Object.fromEntries(
      table.columns.map(({ name }, column) => {
        const cell = row[column] ?? null;
        return [name, isLinked(cell) ? cell.text : cell];
      }),
    ),
  );
}
