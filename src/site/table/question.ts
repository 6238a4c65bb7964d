import { clipped } from "../../base/clipped.js";
import type { Query } from "../route.js";

/** A column that rows are put in order by. */
export interface SortKey {
  /** Id of a column. */
  readonly column: string;
  readonly descending: boolean;
}

/** What is asked of a table, as its address holds it (decision 0009). */
export interface TableQuestion {
  /** Words that must all stand in a row; "" asks nothing. */
  readonly q: string;
  /** Chosen values by facet: a row has one of each facet's. Facets without a chosen value are not there. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** First the column that decides, then those for its ties; none: the table's own order. */
  readonly sort: readonly SortKey[];
  /** Ids of the columns to show, in their order; null: the usual ones. */
  readonly columns: readonly string[] | null;
  /** From 1; null where the query's page is no such number. */
  readonly page: number | null;
  /** All rows that pass instead of one page: for files, which no address asks of a page. */
  readonly whole: boolean;
}

/** The question of a query, words as they are given: what they mean is the table's to say. */
export function readTableQuestion(query: Query, facets: readonly string[]): TableQuestion {
  const chosen = facets.flatMap((facet) => {
    const values = listOf(query[facet]);
    return values.length === 0 ? [] : [[facet, values] as const];
  });
  const columns = listOf(query.columns);
  const page = query.page === undefined ? 1 : Number(query.page);
  return {
    q: clipped((query.q ?? "").trim(), 200),
    facets: Object.fromEntries(chosen),
    sort: listOf(query.sort).map((word) => ({ column: word.replace(/^-/, ""), descending: word.startsWith("-") })),
    columns: columns.length === 0 ? null : columns,
    page: Number.isInteger(page) && page >= 1 ? page : null,
    whole: query.rows === "all",
  };
}

/** The query of a question: what reads back to it (law), without what asks nothing. */
export function toTableQuery(question: TableQuestion): Readonly<Record<string, string>> {
  const { q, facets, sort, columns, page } = question;
  const pairs: readonly (readonly [string, string])[] = [
    ["q", q],
    ...Object.entries(facets).map(([facet, values]) => [facet, listText(values)] as const),
    ["sort", listText(sort.map(({ column, descending }) => `${descending ? "-" : ""}${column}`))],
    ["columns", listText(columns ?? [])],
    ["page", page === null || page === 1 ? "" : String(page)],
  ];
  return Object.fromEntries(pairs.filter(([, text]) => text !== ""));
}

/** The query that asks for these values of some facets, and nothing else. */
export function facetQuery(
  values: Readonly<Record<string, string | readonly string[]>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([facet, value]) => [facet, listText([value].flat())]));
}

/** `protect,detect`; a comma inside a value is written `\,` and a backslash `\\`. */
function listText(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\,]/g, "\\$&")).join(",");
}

/** The words of a list. A text that holds none, `,` say, is a word itself: one that means nothing, where no word means everything. */
function listOf(text = ""): readonly string[] {
  const parts = text.match(/(?:\\[\s\S]|[^\\,])+/g) ?? [];
  const words = parts.map((part) => part.replace(/\\([\s\S])/g, "$1").trim()).filter((part) => part !== "");
  const whole = text.trim();
  return words.length === 0 && whole !== "" ? [whole] : [...new Set(words)];
}
