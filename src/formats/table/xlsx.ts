import { lettersOf } from "./cell-places.js";
import { isLinked, isList, listSeparator, notesName, type Table, type TableCell } from "./table.js";

export interface Workbook {
  readonly title: string;
  /** Sheets of data: a bold first row that stays in sight and filters. */
  readonly tables: readonly Table[];
  /** The last sheet, "Read me": what the data is, a line or a name with its value each; no sheet where there is none. */
  readonly notes: readonly (string | readonly [name: string, value: string])[];
}

type Written = import("hucre/xlsx").WriteSheet;
type Cell = Partial<import("hucre/xlsx").Cell>;

/** What a spreadsheet program takes in one cell, and links in one sheet. */
const mostCharacters = 32_767;
const mostLinks = 65_000;

/**
 * A workbook as XLSX (ECMA-376): texts are texts, never formulas, numbers numbers, linked cells hyperlinks, lists joined
 * by ` | `. The same workbook gives the same bytes: it holds no clock. Texts beyond a cell's room end in `…`. The
 * library is loaded when first asked for (decision 0008).
 */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const { writeXlsx: write } = await import("hucre/xlsx");
  const epoch = new Date(0);
  const properties = { title: workbook.title, creator: "Tidemap", created: epoch, modified: epoch };
  const sheets = [...workbook.tables.map(sheetOf), ...(workbook.notes.length > 0 ? [notesSheet(workbook)] : [])];
  return new Uint8Array(await write({ sheets, properties }));
}

function sheetOf({ name, columns, rows }: Table): Written {
  const cells = new Map<string, Cell>();
  columns.forEach((column, index) => {
    cells.set(`0,${index}`, { value: column.name, type: "string", style: { font: { bold: true } } });
  });
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (isLinked(cell) && cells.size < mostLinks) cells.set(`${index + 1},${column}`, linkOf(cell));
    });
  });
  return {
    name,
    rows: [columns.map((column) => column.name), ...rows.map((row) => row.map(plainOf))],
    columns: columns.map((column, index) => ({ width: column.width ?? widthOf(column.name, rows, index) })),
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${lettersOf(columns.length)}${rows.length + 1}` },
  };
}

function linkOf({ text, href }: { readonly text: string; readonly href: string }): Cell {
  const style = { font: { color: { rgb: "0B5470" }, underline: true } };
  return { value: text, type: "string", hyperlink: { target: href }, style };
}

function notesSheet({ title, notes }: Workbook): Written {
  const rows = [[title], [], ...notes.map((note) => (typeof note === "string" ? [note] : note.map(textOf)))];
  const bold: Cell = { value: title, type: "string", style: { font: { bold: true, size: 14 } } };
  return { name: notesName, rows, columns: [{ width: 28 }, { width: 100 }], cells: new Map([["0,0", bold]]) };
}

function plainOf(cell: TableCell): string | number | boolean | null {
  if (isLinked(cell)) return textOf(cell.text);
  if (isList(cell)) return cell.length === 0 ? null : textOf(cell.join(listSeparator));
  return typeof cell === "string" ? textOf(cell) : cell;
}

/** XML 1.0 has no control characters but tab and line ends. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function textOf(text: string): string {
  const clean = text.replace(unwritable, "\ufffd");
  return clean.length <= mostCharacters ? clean : `${clean.slice(0, mostCharacters - 1)}…`;
}

/** The column's longest text among its first rows, within what is pleasant to read. */
function widthOf(name: string, rows: Table["rows"], column: number): number {
  const lengths = rows.slice(0, 300).map((row) => String(plainOf(row[column] ?? null) ?? "").length);
  return Math.min(60, Math.max(8, name.length + 4, ...lengths.map((length) => length + 1)));
}
