import { wordKey } from "../../base/word-key.js";
import { nearest, nearestNamed } from "../../knowledge/suggest.js";
import { type Problem, problem } from "../answer.js";
import type { PreparedTable } from "./prepared-table.js";
import type { TableQuestion } from "./question.js";
import { noValue, type TableFacet } from "./spec.js";

/** A word of a question that a table does not know, with those that may have been meant. */
export interface UnknownWord {
  /** A facet, `sort` or `columns`. */
  readonly name: string;
  readonly word: string;
  readonly near: readonly string[];
}

/**
 * A question in the table's own spelling: values by their label or in other case, columns that are there. A value that
 * no row has stays, and no row passes it; a column that is not there is left out. Both are named in `unknown`.
 */
export function understood<Row>(
  table: PreparedTable<Row>,
  asked: TableQuestion,
): { readonly question: TableQuestion; readonly unknown: readonly UnknownWord[] } {
  const unknown: UnknownWord[] = [];
  const facets = Object.entries(asked.facets).map(([id, words]) => {
    const facet = table.spec.facets.find((known) => known.id === id);
    const values = words.flatMap((word) => {
      const found = facet === undefined ? [] : meantValues(table, facet, word);
      if (found.length > 0) return found;
      unknown.push({ name: id, word, near: facet === undefined ? [] : nearValues(table, facet, word) });
      return [word];
    });
    return [id, [...new Set(values)]] as const;
  });
  const ids = table.spec.columns.map(({ id }) => id);
  const known = (name: string) => (word: string) => {
    if (ids.includes(word)) return true;
    unknown.push({ name, word, near: nearest(word, ids) });
    return false;
  };
  const isSortable = known("sort");
  const once = asked.sort.filter(({ column }, at) => asked.sort.findIndex((key) => key.column === column) === at);
  const sort = once.filter(({ column }) => isSortable(column));
  const chosen = asked.columns?.filter(known("columns")) ?? [];
  // In the table's own order, whatever the address says: a column is found where it always stands.
  const columns = chosen.length === 0 ? null : ids.filter((id) => chosen.includes(id));
  return { question: { ...asked, facets: Object.fromEntries(facets), sort, columns }, unknown };
}

/** The values that a word means on a facet; [] where it means none. */
function meantValues<Row>(table: PreparedTable<Row>, facet: TableFacet<Row>, word: string): readonly string[] {
  const had = table.vocabulary(facet.id);
  const values = new Set([...(facet.order ?? []), ...had, noValue]);
  if (values.has(word)) return [word];
  const wanted = wordKey(word);
  for (const value of values)
    if (wordKey(value) === wanted || wordKey(facet.label?.(value) ?? value) === wanted) return [value];
  return (facet.find?.(word, had) ?? []).filter((value) => values.has(value));
}

/** Values that are spelled nearly so, or called so; else some that there are. */
function nearValues<Row>(table: PreparedTable<Row>, { id, label }: TableFacet<Row>, word: string): readonly string[] {
  const values = [...table.vocabulary(id)];
  const near = nearestNamed(
    word,
    values.flatMap((value) => [value, label?.(value) ?? value].map((text) => ({ text, meant: value }))),
  );
  return near.length > 0 ? near : values.slice(0, 12);
}

/** What the API and the command line answer to words that mean nothing; null where there are none. */
export function refusal(unknown: readonly UnknownWord[]): Problem | null {
  const [first] = unknown;
  return first === undefined ? null : unknownWord(first).problem;
}

function unknownWord({ name, word, near }: UnknownWord) {
  const hint = near.length > 0 ? ` It may have been ${near.join(", ")}.` : "";
  if (name === "sort" || name === "columns") {
    return problem(400, "TM4008", {
      title: "Unknown column",
      detail: `The table has no column ${JSON.stringify(word)} (${name}).${hint}`,
    });
  }
  return problem(400, "TM4004", {
    title: `Unknown ${name}`,
    detail: `No row has ${JSON.stringify(word)} for ${name}.${hint}`,
  });
}
