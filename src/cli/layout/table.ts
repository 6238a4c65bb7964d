import type { Ink, Screen } from "./screen.js";
import { textWidth, wrap } from "./wrap.js";

/** A column. `id` cells are broken at blanks only, `text` cells give way first, `number` cells stand right. */
export interface Column<Row> {
  readonly title: string;
  readonly kind: "id" | "text" | "number" | "words";
  cell(row: Row): string;
  ink?(row: Row): Ink | null;
}

export interface TableOptions<Row> {
  readonly screen: Screen;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Lines under a row, wrapped to the screen. */
  notes?(row: Row): readonly string[];
}

const gap = 2;
const indent = 2;
const leastText = 14;

interface Laid<Row> {
  readonly column: Column<Row>;
  readonly cells: readonly string[];
  readonly natural: number;
  readonly least: number;
}

/**
 * A table as lines that fit the screen: columns shrink and cells wrap, ids stay whole. Where even that does not fit, each
 * row becomes an entry of labelled lines. Columns without any content are left out.
 */
export function table<Row>(options: TableOptions<Row>): readonly string[] {
  const laid = options.columns.flatMap((column): readonly Laid<Row>[] => {
    const cells = options.rows.map((row) => column.cell(row));
    if (cells.every((cell) => cell === "")) return [];
    const natural = Math.max(
      textWidth(column.title),
      ...cells.map((cell) => Math.max(...cell.split("\n").map(textWidth))),
    );
    return [{ column, cells, natural, least: leastOf(column, cells, natural) }];
  });
  const room = options.screen.width - indent - gap * (laid.length - 1);
  if (laid.reduce((sum, { least }) => sum + least, 0) > room) return entries(options, laid);
  const laidOut: Layout<Row> = { screen: options.screen, laid, widths: widthsOf(laid, room) };
  const head = laid.map(({ column }) => ({ text: column.title, ink: "faint" as const }));
  return [
    ...lineUp(laidOut, head),
    ...options.rows.flatMap((row, at) => {
      const cells = laid.map(({ column, cells: own }) => ({
        text: own[at] ?? "",
        ink: column.ink?.(row) ?? (column.kind === "id" ? ("id" as const) : null),
      }));
      return [...lineUp(laidOut, cells), ...notesOf(options, row)];
    }),
  ];
}

interface Layout<Row> {
  readonly screen: Screen;
  readonly laid: readonly Laid<Row>[];
  readonly widths: readonly number[];
}

/** One row of cells as lines, each cell wrapped to its column. */
function lineUp<Row>(
  { screen, laid, widths }: Layout<Row>,
  cells: readonly { readonly text: string; readonly ink: Ink | null }[],
): readonly string[] {
  const wrapped = cells.map(({ text }, index) => wrap(text, widths[index] ?? 0));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = wrapped.map((lines, index) => {
      const text = lines[line] ?? "";
      const ink = cells[index]?.ink ?? null;
      const painted = ink === null ? text : screen.paint(ink, text);
      const blanks = " ".repeat(Math.max(0, (widths[index] ?? 0) - textWidth(text)));
      return laid[index]?.column.kind === "number" ? blanks + painted : painted + blanks;
    });
    return `${" ".repeat(indent)}${parts.join(" ".repeat(gap))}`.trimEnd();
  });
}

/** The narrowest a column may be: its longest word where words must stay whole. */
function leastOf<Row>({ title, kind }: Column<Row>, cells: readonly string[], natural: number): number {
  if (kind === "number") return natural;
  const longest = Math.max(...[title, ...cells].flatMap((cell) => cell.split(/\s+/)).map(textWidth));
  return kind === "text" ? Math.min(natural, Math.max(leastText, Math.min(longest, 24))) : longest;
}

/** What is left after every column's least goes to ids and words first, then evenly to texts that want more. */
function widthsOf<Row>(laid: readonly Laid<Row>[], room: number): readonly number[] {
  const widths = laid.map(({ least }) => least);
  let left = room - widths.reduce((sum, width) => sum + width, 0);
  for (const wanted of [(kind: string) => kind !== "text", (kind: string) => kind === "text"]) {
    for (;;) {
      const hungry = laid.flatMap(({ column, natural }, index) =>
        wanted(column.kind) && natural > (widths[index] ?? 0) ? [index] : [],
      );
      if (left <= 0 || hungry.length === 0) break;
      const share = Math.max(1, Math.floor(left / hungry.length));
      for (const index of hungry) {
        const more = Math.min(share, left, (laid[index]?.natural ?? 0) - (widths[index] ?? 0));
        widths[index] = (widths[index] ?? 0) + more;
        left -= more;
      }
    }
  }
  return widths;
}

function entries<Row>(options: TableOptions<Row>, laid: readonly Laid<Row>[]): readonly string[] {
  const { screen, rows } = options;
  return rows.flatMap((row, at) => [
    ...laid.flatMap(({ column, cells }, index) => {
      const cell = cells[at] ?? "";
      if (cell === "") return [];
      if (index === 0)
        return wrap(cell, screen.width - indent).map((line) => `${" ".repeat(indent)}${screen.paint("id", line)}`);
      return wrap(`${column.title}: ${cell}`, screen.width - 2 * indent).map(
        (line) => `${" ".repeat(2 * indent)}${line}`,
      );
    }),
    ...notesOf(options, row),
  ]);
}

function notesOf<Row>({ screen, notes }: TableOptions<Row>, row: Row): readonly string[] {
  const lines = (notes?.(row) ?? []).flatMap((note) => wrap(note, screen.width - 2 * indent));
  return lines.map((line) => (line === "" ? "" : `${" ".repeat(2 * indent)}${screen.paint("faint", line)}`));
}
