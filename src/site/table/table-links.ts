import { withQuery } from "../view-hrefs.js";
import { facetQuery, type TableQuestion, toTableQuery } from "./question.js";
import type { TableView } from "./table-view.js";

/** How many columns decide the order at most: a fourth decides next to nothing. */
const sortKeys = 3;

/** The addresses that a table's page leads to: its own question with one thing changed, from the first page. `beside`: what
 * else the page is asked, which stays. */
export class TableLinks {
  readonly path: string;
  readonly #question: TableQuestion;
  readonly #beside: Readonly<Record<string, string | null>>;

  constructor(
    path: string,
    { question }: Pick<TableView<unknown>, "question">,
    beside: Readonly<Record<string, string | null>> = {},
  ) {
    this.path = path;
    this.#question = { ...question, page: 1 };
    this.#beside = beside;
  }

  /** The question as query values, for forms. */
  query(): Readonly<Record<string, string | null>> {
    return { ...this.#beside, ...toTableQuery(this.#question) };
  }

  /** Facets replaced; an empty list takes a facet away. */
  choosing(facets: TableQuestion["facets"]): string {
    const all = Object.entries({ ...this.#question.facets, ...facets }).filter(([, values]) => values.length > 0);
    return this.#href({ facets: Object.fromEntries(all) });
  }

  /** Nothing asked of the table. */
  cleared(): string {
    return withQuery(this.path, this.#beside);
  }

  /** The rows with these values, whatever else is asked now. */
  whole(facets: Readonly<Record<string, string>>): string {
    return withQuery(this.path, { ...this.#beside, ...facetQuery(facets) });
  }

  withoutWords(): string {
    return this.#href({ q: "" });
  }

  page(page: number): string {
    return this.#href({ page });
  }

  /** By a column first, those so far behind it; a column that is first already turns round. */
  sortedBy(column: string): string {
    const { sort } = this.#question;
    const [first] = sort;
    const descending = first?.column === column && !first.descending;
    const others = sort.filter((key) => key.column !== column);
    return this.#href({ sort: [{ column, descending }, ...others].slice(0, sortKeys) });
  }

  notSortedBy(column: string): string {
    return this.#href({ sort: this.#question.sort.filter((key) => key.column !== column) });
  }

  /** `shown`: ids of the columns; null: the usual ones. */
  columns(shown: readonly string[] | null): string {
    return this.#href({ columns: shown });
  }

  /** A file of the rows that pass. */
  file(name: string): string {
    return this.#hrefOf(`${this.path}${name}`, this.#question);
  }

  #href(change: Partial<TableQuestion>): string {
    return this.#hrefOf(this.path, { ...this.#question, ...change });
  }

  #hrefOf(path: string, question: TableQuestion): string {
    return withQuery(path, { ...this.#beside, ...toTableQuery(question) });
  }
}
