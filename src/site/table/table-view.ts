import { plainWords } from "../../base/plain-text.js";
import { type Answer, answer, problem } from "../answer.js";
import type { Query } from "../route.js";
import type { PreparedTable } from "./prepared-table.js";
import { readTableQuestion, type TableQuestion } from "./question.js";
import { noValue } from "./spec.js";
import { type UnknownWord, understood } from "./words.js";

/** A value that rows have, and how many they are. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  /** Rows with it among those that pass every other facet and the words: what choosing it would show. */
  readonly rows: number;
  readonly chosen: boolean;
}

/** What a table can be narrowed by, and to which values. */
export interface FacetGroup {
  readonly facet: string;
  readonly title: string;
  readonly values: readonly FacetValue[];
}

/** One page of the rows that pass, and what could be asked next. */
export interface TableView<Row> {
  /** As understood: words in the table's spelling. */
  readonly question: TableQuestion;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly shown: boolean }[];
  /** Those by which the table can be narrowed, with what rows that pass have: they stay where they stand as rows go. */
  readonly facets: readonly FacetGroup[];
  readonly rows: readonly Row[];
  /** By column that is shown though it usually is not: what each of `rows` has there, in words. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** Rows that pass, and all rows of the table. */
  readonly matching: number;
  readonly all: number;
  /** A page beyond the last is the last. */
  readonly page: number;
  readonly pages: number;
  /** Words that mean nothing here; the API refuses them, a page says so. */
  readonly unknown: readonly UnknownWord[];
}

/** A view of a table without its rows, where these stand beside it under a name of their own. */
export type TableFrame = Omit<TableView<unknown>, "rows">;

/** Answers what a query asks of a table; a problem only for a page that is no number. */
export function tableView<Row>(table: PreparedTable<Row>, query: Query): Answer<TableView<Row>> {
  const asked = readTableQuestion(
    query,
    table.spec.facets.map(({ id }) => id),
  );
  if (asked.page === null) {
    return problem(400, "TM4005", {
      title: "No such page",
      detail: `page=${query.page} is not a whole number from 1.`,
    });
  }
  const { question, unknown } = understood(table, asked);
  const { passing, counts } = sift(table, question);
  const sorted = question.sort.length === 0 ? passing : inOrder(table, passing, question);
  const perPage = question.whole ? null : table.spec.perPage;
  const pages = perPage === null ? 1 : Math.max(1, Math.ceil(sorted.length / perPage));
  const page = Math.min(asked.page, pages);
  const here = perPage === null ? sorted : sorted.slice((page - 1) * perPage, page * perPage);
  const rows = here.flatMap((row) => table.rows[row] ?? []);
  const isShown = ({ id, usual }: { readonly id: string; readonly usual?: boolean }) =>
    question.columns === null ? usual !== false : question.columns.includes(id);
  const added = table.spec.columns.filter((column) => column.usual === false && isShown(column));
  return answer({
    question: { ...question, page },
    columns: table.spec.columns.map((column) => ({ id: column.id, label: column.label, shown: isShown(column) })),
    facets: facetGroups(table, question, counts),
    rows,
    texts: Object.fromEntries(added.map(({ id, sortBy }) => [id, rows.map((row) => String(sortBy(row) ?? ""))])),
    matching: sorted.length,
    all: table.rows.length,
    page,
    pages,
    unknown,
  });
}

/** Rows that pass the words and every facet but those named, as places in the table. */
export function passingBut<Row>(
  table: PreparedTable<Row>,
  question: TableQuestion,
  but: readonly string[],
): readonly number[] {
  const facets = Object.fromEntries(Object.entries(question.facets).filter(([facet]) => !but.includes(facet)));
  return sift(table, { ...question, facets }).passing;
}

/**
 * One walk over all rows. A row that fails no facet passes and counts for each; one that fails a single facet would
 * pass if another value of that facet were chosen, and counts there only. Joint facets fail as one.
 */
function sift<Row>(table: PreparedTable<Row>, question: TableQuestion) {
  const joint: readonly string[] = table.spec.joint?.ids ?? [];
  const facets = table.spec.facets.map(({ id }) => ({
    fails: joint.includes(id) ? joint[0] : id,
    values: valuesOf(table, question, id),
    chosen: question.facets[id] === undefined ? null : new Set(question.facets[id]),
    counts: new Map<string, number>(),
  }));
  const words = plainWords(question.q);
  const texts = words.length === 0 ? [] : table.texts();
  const passing: number[] = [];
  for (let row = 0; row < table.rows.length; row++) {
    if (words.length > 0 && !words.every((word) => texts[row]?.includes(word))) continue;
    const failed = facets.filter(
      ({ chosen, values }) => chosen !== null && !values[row]?.some((value) => chosen.has(value)),
    );
    const [first] = failed;
    if (first === undefined) passing.push(row);
    else if (failed.some(({ fails }) => fails !== first.fails)) continue;
    for (const { fails, values, counts } of facets)
      if (first === undefined || fails === first.fails)
        for (const value of values[row] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return { passing, counts: facets.map(({ counts }) => counts) };
}

/** What each row has on a facet; of a joint one what it has together with what is chosen of the others. */
function valuesOf<Row>(
  table: PreparedTable<Row>,
  { facets }: TableQuestion,
  id: string,
): readonly (readonly string[])[] {
  const { joint } = table.spec;
  const own = joint?.ids.indexOf(id) ?? -1;
  const others = (joint?.ids ?? []).flatMap((other, place) => {
    const chosen = facets[other];
    return place === own || chosen === undefined ? [] : { place, chosen: new Set(chosen) };
  });
  if (joint === undefined || own < 0 || others.length === 0) return table.values(id);
  const holds = (said: readonly string[]) => others.every(({ place, chosen }) => chosen.has(said[place] ?? noValue));
  return table.rows.map((row) => [...new Set(joint.of(row).flatMap((said) => (holds(said) ? (said[own] ?? []) : [])))]);
}

/** Stable: what ties in every key stays in the table's own order. Rows without a value stand last, either way. */
function inOrder<Row>(table: PreparedTable<Row>, rows: readonly number[], { sort }: TableQuestion): readonly number[] {
  const keys = sort.map(({ column, descending }) => ({ ranks: table.ranks(column), sign: descending ? -1 : 1 }));
  return rows.toSorted((a, b) => {
    for (const { ranks, sign } of keys) {
      const [first = -1, second = -1] = [ranks[a], ranks[b]];
      if (first === second) continue;
      if (first < 0 || second < 0) return first < 0 ? 1 : -1;
      return sign * (first - second);
    }
    return a - b;
  });
}

function facetGroups<Row>(
  table: PreparedTable<Row>,
  question: TableQuestion,
  counts: readonly ReadonlyMap<string, number>[],
): readonly FacetGroup[] {
  return table.spec.facets
    .map(({ id, title, label, order }, index): FacetGroup => {
      const chosen = question.facets[id] ?? [];
      const counted = new Map([...chosen.map((value) => [value, 0] as const), ...(counts[index] ?? [])]);
      const values = [...counted].map(([value, rows]) => ({
        value,
        label: label?.(value) ?? value,
        rows,
        chosen: chosen.includes(value),
      }));
      const place = (value: string) => (order?.includes(value) ? order.indexOf(value) : Number.MAX_SAFE_INTEGER);
      const byOrder = (a: FacetValue, b: FacetValue) => place(a.value) - place(b.value);
      const sorted = values.sort((a, b) => byOrder(a, b) || b.rows - a.rows || (a.value < b.value ? -1 : 1));
      return { facet: id, title, values: sorted };
    })
    .filter(({ facet, values }) => table.vocabulary(facet).size > 1 || values.some(({ chosen }) => chosen));
}
