import { LineIndex } from "../../base/line-index.js";
import { type Source, textOfSource } from "../../base/source.js";
import type { TableLayout } from "../rows/layout.js";
import { csvCells } from "./csv-cells.js";
import { placeInLine } from "./json-lines.js";
import { delimiterOf, type ReadTable } from "./read-table.js";

/** Where a cell stands: line and column of a text; of a workbook the row and column of the sheet, and its name. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
  /** `C14`, in workbooks. */
  readonly cell?: string;
}

/** The table that rows were read of. */
export interface RowsOfTable {
  readonly read: ReadTable;
  readonly layout: TableLayout;
}

/**
 * The cells that pointers into a mapping file name (`/mapping_objects/3/status`), where it was read of a table. A field
 * without a column stands for its whole line, metadata for the heads.
 */
export function cellPlaces(
  source: Source,
  { read, layout }: RowsOfTable,
  pointers: Iterable<string>,
): ReadonlyMap<string, CellPlace> {
  const wanted = new Map<string, Cell>();
  for (const pointer of pointers) wanted.set(pointer, cellOf(pointer, { read, layout }));
  if (read.kind === "xlsx") return new Map([...wanted].map(([pointer, cell]) => [pointer, sheetPlace(cell)]));
  if (read.kind === "lines") {
    const lines = textOfSource(source).split("\n");
    const placed = ({ record, column }: Cell) => placeInLine(lines, record, read.head[column] ?? "");
    return new Map([...wanted].map(([pointer, cell]) => [pointer, placed(cell)]));
  }
  const places = textPlaces(textOfSource(source), [...wanted.values()]);
  return new Map(
    [...wanted].map(([pointer, { record, column }]) => [pointer, places.get(`${record},${column}`) ?? top]),
  );
}

interface Cell {
  /** Records count from 1, the head among them, as the table's lines do. */
  readonly record: number;
  /** From 0. */
  readonly column: number;
}

const top: CellPlace = { line: 1, column: 1 };

function cellOf(pointer: string, { read, layout }: RowsOfTable): Cell {
  const [, row, field] = /^\/mapping_objects\/(\d+)(?:\/([^/]+))?/.exec(pointer) ?? [];
  const key = field ?? /^\/metadata\/([^/]+)/.exec(pointer)?.[1] ?? "";
  const head = [...layout.columns].find(([name]) => name === key)?.[1];
  const column = Math.max(0, head === undefined ? 0 : read.head.indexOf(head));
  return { record: row === undefined ? 1 : (read.rows[Number(row)]?.line ?? 1), column };
}

function sheetPlace({ record, column }: Cell): CellPlace {
  return { line: record, column: column + 1, cell: `${lettersOf(column + 1)}${record}` };
}

/** 1 → A, 27 → AA. */
export function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? lettersOf(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}

/** Goes through the text once. */
function textPlaces(text: string, cells: readonly Cell[]): ReadonlyMap<string, CellPlace> {
  const wanted = new Set(cells.map(({ record, column }) => `${record},${column}`));
  const index = new LineIndex(text);
  const places = new Map<string, CellPlace>();
  for (const { start, record, column } of csvCells(text, delimiterOf(text))) {
    const cell = `${record},${column}`;
    if (wanted.has(cell)) places.set(cell, index.at(start));
  }
  return places;
}
