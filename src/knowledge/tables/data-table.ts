import type { ColumnType, TypedCell, TypedTable } from "../../formats/parquet/typed-table.js";
import type { KnowledgeBase } from "../knowledge-base.js";

/** A column of a table for engines; its name is stable. */
export interface DataColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** What it holds, for docs/guide/tables.md. */
  readonly about: string;
}

/** A table of all that is loaded. */
export interface DataTable {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly DataColumn[];
  /** Rows in a fixed order, made one by one. */
  of(kb: KnowledgeBase): TypedTable;
}

interface Column<Item> extends DataColumn {
  readonly cell: (item: Item) => TypedCell;
}

/** A table by the items of its lines and what each column takes of one. */
export function dataTable<Item>(
  about: Pick<DataTable, "name" | "about">,
  items: (kb: KnowledgeBase) => Iterable<Item>,
  columns: readonly Column<Item>[],
): DataTable {
  return {
    ...about,
    columns,
    of: (kb) => ({
      columns,
      rows: {
        *[Symbol.iterator]() {
          for (const item of items(kb)) yield columns.map(({ cell }) => cell(item));
        },
      },
    }),
  };
}
