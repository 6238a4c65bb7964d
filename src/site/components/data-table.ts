import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => Child;
  /**
   * number: right-aligned; id: as narrow as it can be; main: the rest of the first line of a stacked entry; full: a
   * line of its own there.
   */
  readonly kind?: "number" | "id" | "main" | "full";
  /** Where its head leads: the page in the order of this column. The client sorts tables without such heads. */
  readonly sort?: { readonly href: string; readonly order: "ascending" | "descending" | null };
  /** What a stacked entry calls the value; nothing where the value says it itself. */
  readonly narrowLabel?: string;
}

export interface TableBody<Row> {
  /** A line above the rows: the tactic, the group. */
  readonly heading?: Child;
  readonly rows: readonly Row[];
  /** A line below the rows: those that are folded. */
  readonly foot?: Child;
}

export interface DataTable<Row> {
  /** Read by screen readers; the visible title stands above the table. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly bodies: readonly TableBody<Row>[];
  /** Many columns: entries stack below 900 or 1200 px of room, not 720. */
  readonly room?: 900 | 1200;
  /** All rows are here, so that the client may sort them. */
  readonly complete?: boolean;
  /** Its first columns stand below those of the tables above it, whatever they hold. */
  readonly inLine?: boolean;
  readonly tone?: (row: Row) => "off" | "non-mappable" | null;
  readonly anchor?: (row: Row) => string | null;
}

/**
 * A real table; where its container is narrow a row becomes an entry of two to four lines, so that nothing scrolls
 * sideways and nothing is left out.
 */
export function dataTable<Row>(table: DataTable<Row>): HtmlText {
  const { columns } = table;
  const tags = columns.map(cellTag);
  return html`<div class="data-table"${table.room ? html` data-room="${table.room}"` : null}${table.inLine ? html` data-in-line` : null}><table${table.complete ? html` data-behaviour="sort-table"` : null}><caption class="visually-hidden">${table.caption}</caption><thead><tr>${columns.map(headCell)}</tr></thead>${table.bodies.map((body) => tableBody(table, body, tags))}</table></div>`;
}

function headCell<Row>({ label, kind, sort }: Column<Row>): HtmlText {
  const sorted = sort?.order ? html` aria-sort="${sort.order}"` : null;
  const name = sort === undefined ? label : html`<a href="${sort.href}" rel="nofollow">${label}</a>`;
  return html`<th scope="col"${kind ? html` class="${kind}"` : null}${sorted}>${name}</th>`;
}

/** What a column's cells begin with: made once a table, since pages have hundreds of cells. */
function cellTag<Row>({ kind, narrowLabel }: Column<Row>): HtmlText {
  return html`<td${kind ? html` class="${kind}"` : null}${narrowLabel ? html` data-label="${narrowLabel}"` : null}>`;
}

function tableBody<Row>(
  table: DataTable<Row>,
  { heading, rows, foot }: TableBody<Row>,
  tags: readonly HtmlText[],
): HtmlText {
  const head = heading
    ? html`<tr class="heading"><th scope="rowgroup" colspan="${table.columns.length}">${heading}</th></tr>`
    : null;
  const last = foot ? html`<tr><td colspan="${table.columns.length}">${foot}</td></tr>` : null;
  return html`<tbody>${head}${rows.map((row) => tableRow(table, row, tags))}${last}</tbody>`;
}

const plainRow = html`<tr>`;

function tableRow<Row>(table: DataTable<Row>, row: Row, tags: readonly HtmlText[]): HtmlText {
  const tone = table.tone?.(row);
  const anchor = table.anchor?.(row);
  const tag =
    anchor || tone
      ? html`<tr${anchor ? html` id="${anchor}"` : null}${tone ? html` data-tone="${tone}"` : null}>`
      : plainRow;
  return html`${tag}${table.columns.map(({ cell }, column) => html`${tags[column]}${cell(row)}</td>`)}</tr>`;
}
