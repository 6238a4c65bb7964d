import { capitalized } from "../../base/capitalized.js";
import { writeCsv } from "../../formats/table/csv.js";
import { type Table, toRecords } from "../../formats/table/table.js";
import { writeXlsx } from "../../formats/table/xlsx.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { RouteFile } from "../route.js";
import type { TableSpec } from "./spec.js";
import type { TableView } from "./table-view.js";

/** What a page's table is as a file: its rows with their columns, and what it is of. */
export interface FiledTable<Row> {
  readonly spec: TableSpec<Row>;
  readonly view: TableView<Row>;
  /** In words: `NIST SP 800-53 rev5 on ATT&CK 16.1 Enterprise`. */
  readonly title: string;
  /** What a reader of the file has to know: licence, counting rule, rubric; names with values or whole lines. */
  readonly notes: readonly (string | readonly [string, string])[];
}

/**
 * The rows that pass, on all pages, as CSV, workbook and JSON below the page's address with the page's own query:
 * `rows.csv?function=detect`. `base` is the name of the files in the address; saved files have what `named` says in front,
 * which names set or release.
 */
export function tableFiles<View, Row>(
  base: string,
  of: { readonly named: (view: View) => string; readonly filed: (view: View, kb: KnowledgeBase) => FiledTable<Row> },
): readonly RouteFile<View>[] {
  const { named, filed } = of;
  const asks = { rows: "all" };
  const saveAs = (ending: string) => (view: View) => `${named(view)}_${base}.${ending}`;
  return [
    {
      name: `${base}.csv`,
      type: "text/csv; charset=utf-8",
      asks,
      saveAs: saveAs("csv"),
      write: (view, kb) => writeCsv(tableOf(filed(view, kb), base)),
    },
    {
      name: `${base}.xlsx`,
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      asks,
      saveAs: saveAs("xlsx"),
      write: (view, kb) => {
        const table = filed(view, kb);
        return writeXlsx({ title: table.title, tables: [tableOf(table, base)], notes: notesOf(table) });
      },
    },
    {
      name: `${base}.json`,
      type: "application/json",
      asks,
      saveAs: saveAs("json"),
      write: (view, kb) => {
        const table = filed(view, kb);
        const { question, matching, all } = table.view;
        const { q, facets, sort } = question;
        const records = toRecords(tableOf(table, base));
        return `${JSON.stringify({ title: table.title, question: { q, facets, sort }, matching, all, rows: records }, null, 1)}\n`;
      },
    },
  ];
}

/** The rows of a view with the columns it shows, and those that are in every file. */
export function tableOf<Row>({ spec, view }: FiledTable<Row>, name: string): Table {
  const shown = new Set(view.columns.filter((column) => column.shown).map(({ id }) => id));
  const columns = spec.columns.filter(({ id, filed }) => filed === true || shown.has(id)).flatMap(({ file }) => file);
  return {
    name: capitalized(name),
    columns: columns.map((column) => ({ name: column.name })),
    rows: view.rows.map((row) => columns.map((column) => column.value(row))),
  };
}

function notesOf<Row>({ view, notes }: FiledTable<Row>): FiledTable<Row>["notes"] {
  const { q, facets } = view.question;
  const filters = Object.entries(facets).map(([facet, values]) => `${facet}: ${values.join(", ")}`);
  const asked = [...(q === "" ? [] : [`words: ${q}`]), ...filters];
  return [
    ["Rows", `${view.matching} of ${view.all}`],
    ["Filter", asked.length === 0 ? "none" : asked.join("; ")],
    ...notes,
    ["Written by", "Tidemap"],
  ];
}
