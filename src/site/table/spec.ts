import type { TableCell } from "../../formats/table/table.js";
import { type Domain, domainNames, domains } from "../../model/domain.js";

/** A column of a file: its head, which is the key of JSON records too, and what a row has there. */
export interface FileColumn<Row> {
  readonly name: string;
  readonly value: (row: Row) => TableCell;
}

/** A column that a page may show, sort by and put into files. How its cells look is the page's. */
export interface TableColumn<Row> {
  /** In addresses: `technique`. */
  readonly id: string;
  readonly label: string;
  /** What rows are put in order by: numbers by size, texts as people read them (`AC-2` before `AC-10`), null last. */
  readonly sortBy: (row: Row) => string | number | null;
  readonly file: readonly FileColumn<Row>[];
  /** Shown where an address names no columns; true where absent. */
  readonly usual?: boolean;
  /** In every file, shown or not. */
  readonly filed?: boolean;
}

/** A quality by which rows are narrowed down. */
export interface TableFacet<Row> {
  /** In addresses: `function`. */
  readonly id: string;
  readonly title: string;
  /** What a row has; a row without any has `none`. */
  readonly of: (row: Row) => readonly string[];
  /** How a value is called; the value itself where absent. */
  readonly label?: (value: string) => string;
  /** Values in their own order; without, those of most rows stand first. */
  readonly order?: readonly string[];
  /** The values that a word means which is none of them and no label; `had` are those that some row has. */
  readonly find?: (word: string, had: Iterable<string>) => readonly string[];
}

/** What a row has of a quality that it may lack. */
export function given(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}

/** A column that sorts by what its files have. */
export function valueColumn<Row, Id extends string>({
  name,
  value,
  ...column
}: Pick<TableColumn<Row>, "label" | "usual"> & {
  readonly id: Id;
  /** Head of the column in files. */
  readonly name: string;
  readonly value: (row: Row) => string | number | null;
}): TableColumn<Row> & { readonly id: Id } {
  return { ...column, sortBy: value, file: [{ name, value }] };
}

/** The domains of a row, in their order. */
export function domainFacet<Row>(of: (row: Row) => readonly Domain[]): TableFacet<Row> {
  return { id: "domain", title: "Domain", of, order: domains, label: (value) => domainNames[value as Domain] ?? value };
}

/**
 * Facets that are one statement: the framework that answers a technique, the function it answers with, the rating it
 * reaches. Chosen together they hold of the same statement, not of two.
 */
export interface JointFacets<Row> {
  readonly ids: readonly string[];
  /** What a row has, one value of each; `none` where a statement, or the row, lacks one. */
  readonly of: (row: Row) => readonly (readonly string[])[];
}

/** Rows of one kind as a table. */
export interface TableSpec<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly facets: readonly TableFacet<Row>[];
  readonly joint?: JointFacets<Row>;
  /** Text that the words of `q` are looked for in. */
  readonly words: (row: Row) => string;
  /** Rows of a page; null: all rows are on one page. */
  readonly perPage: number | null;
}

/** The value of a row that has none on a facet. */
export const noValue = "none";
