import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import { type Mapping, type MappingFunction, mappingFunctions, type Rating, ratings } from "../../model/mapping.js";
import { type Answer, answer, problem } from "../answer.js";

/** Facets of a set's rows, by the query name they have in the address. */
export const rowFacets = ["group", "function", "rating", "type", "status"] as const;
export type RowFacet = (typeof rowFacets)[number];

export interface SetRowsQuestion extends Readonly<Partial<Record<RowFacet, string | undefined>>> {
  /** Words that must all stand in ids or names, over all rows. */
  readonly q?: string | undefined;
  /** From 1. */
  readonly page?: string | undefined;
}

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly rows: number;
  readonly chosen: boolean;
}

export interface FacetGroup {
  readonly facet: RowFacet;
  readonly values: readonly FacetValue[];
}

/** Rows of one function and rating among those that pass every facet but these two: what choosing both would show. */
export interface ScoreCell {
  readonly function: MappingFunction;
  readonly rating: Rating;
  readonly rows: number;
  readonly chosen: boolean;
}

export interface RowPage {
  readonly rows: readonly Mapping[];
  /** Rows that pass, and all rows of the set. */
  readonly matching: number;
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  readonly question: SetRowsQuestion;
}

export const rowsPerPage = 200;

/** The value a row has on a facet; "none" where it has none, so that it can be asked for. */
function facetValue(row: Mapping, facet: RowFacet): string {
  const values = {
    group: row.capabilityGroup,
    function: row.function,
    rating: row.rating ?? (row.function === null ? null : "not-scored"),
    type: row.mappingType,
    status: row.status,
  } as const satisfies Record<RowFacet, string | null>;
  return values[facet] ?? "none";
}

/** One page of the rows that pass, in file order. A page beyond the last is the last. */
export function filterRows(rows: readonly Mapping[], question: SetRowsQuestion): Answer<RowPage> {
  const asked = question.page === undefined ? 1 : Number(question.page);
  if (!Number.isInteger(asked) || asked < 1) {
    return problem(400, "TM4005", {
      title: "No such page",
      detail: `page=${question.page} is not a whole number from 1.`,
    });
  }
  const matching = rows.filter(
    (row) => rowFacets.every((facet) => passesFacet(row, facet, question)) && hasWords(row, question.q),
  );
  const pages = Math.max(1, Math.ceil(matching.length / rowsPerPage));
  const page = Math.min(asked, pages);
  const from = (page - 1) * rowsPerPage;
  return answer({
    rows: matching.slice(from, from + rowsPerPage),
    matching: matching.length,
    all: rows.length,
    page,
    pages,
    question,
  });
}

/** Function by rating, nine cells, function first; none where the set rates nothing. */
export function scoreGridOf(rows: readonly Mapping[], question: SetRowsQuestion): readonly ScoreCell[] {
  if (rows.every((row) => row.rating === null)) return [];
  const others = rowFacets.filter((facet) => facet !== "function" && facet !== "rating");
  const passing = rows.filter(
    (row) => others.every((facet) => passesFacet(row, facet, question)) && hasWords(row, question.q),
  );
  return mappingFunctions.flatMap((wanted) =>
    ratings.map((rating) => ({
      function: wanted,
      rating,
      rows: passing.filter((row) => row.function === wanted && row.rating === rating).length,
      chosen: question.function === wanted && question.rating === rating,
    })),
  );
}

/** Counts of each value among the rows that pass every *other* facet: what choosing it would show. */
export function facetsOf(rows: readonly Mapping[], facts: SetFacts, question: SetRowsQuestion): readonly FacetGroup[] {
  const worded = rows.filter((row) => hasWords(row, question.q));
  return rowFacets
    .map((facet): FacetGroup => {
      const counts = new Map<string, number>();
      for (const row of worded) {
        if (!rowFacets.every((other) => other === facet || passesFacet(row, other, question))) continue;
        const value = facetValue(row, facet);
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const chosen = question[facet];
      if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0);
      const values = [...counts].map(([value, count]) => ({
        value,
        label: labelOf(facts, facet, value),
        rows: count,
        chosen: chosen === value,
      }));
      return { facet, values: values.sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1)) };
    })
    .filter(({ values }) => values.length > 1 || values.some(({ chosen }) => chosen));
}

function labelOf(facts: SetFacts, facet: RowFacet, value: string): string {
  if (facet === "group") return (facts.groups.get(value) ?? value).trim();
  if (facet === "type") return (facts.types.get(value) ?? value).trim();
  return value.replaceAll("_", " ").replaceAll("-", " ");
}

function passesFacet(row: Mapping, facet: RowFacet, question: SetRowsQuestion): boolean {
  const chosen = question[facet];
  return chosen === undefined || chosen === "" || facetValue(row, facet) === chosen;
}

function hasWords(row: Mapping, q: string | undefined): boolean {
  if (q === undefined || q.trim() === "") return true;
  const text = [row.capabilityId, row.capabilityName, row.techniqueId, row.techniqueName].join(" ").toLowerCase();
  return q
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
