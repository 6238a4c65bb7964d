import type { TableLinks } from "../table/table-links.js";
import type { TableView } from "../table/table-view.js";
import type { Column } from "./data-table.js";

/** The question whose answer the rows are: heads sort, and its columns decide which are shown. */
export interface Asked<Row> {
  readonly view: TableView<Row>;
  readonly links: TableLinks;
}

/** A column with the id that addresses know it by. */
export type AskedColumn<Row> = Column<Row> & { readonly id: string };

/** The columns of an answer: those with a look of their own unless taken away, then the added ones in words. */
export function askedColumns<Row>(
  usual: readonly AskedColumn<Row>[],
  { view, links }: Asked<Row>,
): readonly Column<Row>[] {
  const places = new Map(view.rows.map((row, place) => [row, place]));
  const added = view.columns.flatMap(({ id, label }) => {
    const texts = view.texts[id];
    if (texts === undefined) return [];
    return [{ id, label, narrowLabel: label, cell: (row: Row) => texts[places.get(row) ?? 0] }];
  });
  const kept = usual.filter(({ id }) => view.columns.some((column) => column.id === id && column.shown));
  const [first] = view.question.sort;
  const directions = { true: "descending", false: "ascending" } as const;
  const shown = [...kept.filter(({ id }) => view.texts[id] === undefined), ...added];
  // As in files, whichever were added.
  const place = (id: string) => view.columns.findIndex((column) => column.id === id);
  return shown
    .sort((a, b) => place(a.id) - place(b.id))
    .map((column): Column<Row> => {
      const order = first?.column === column.id ? directions[`${first.descending}`] : null;
      return { ...column, sort: { href: links.sortedBy(column.id), order } };
    });
}
