import { BoundedCache } from "../../base/bounded-cache.js";
import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Mapping, type MappingFunction, mappingFunctions, type Rating, ratings } from "../../model/mapping.js";
import { mappingTableSpec } from "../table/mapping-table.js";
import { PreparedTable } from "../table/prepared-table.js";
import { passingBut, type TableView } from "../table/table-view.js";
import { lookTechniquesUp } from "../table/technique-facets.js";

/** Rows of one function and rating among those that pass every facet but these two: what choosing both would show. */
export interface ScoreCell {
  readonly function: MappingFunction;
  readonly rating: Rating;
  readonly rows: number;
  readonly chosen: boolean;
}

export const rowsPerPage = 200;

/** How many sets' rows stay ready: 5,410 rows take about 3 MB. */
const readySets = 12;

/** A set's rows in file order, as its page asks them; made once while they are asked for. */
export function setTableOf(kb: KnowledgeBase, facts: SetFacts): PreparedTable<Mapping> {
  const ready = kb.once("tables of sets", () => new BoundedCache<PreparedTable<Mapping>>(readySets));
  return ready.get(facts.id, () => {
    const { domain, attackVersion: release } = facts.key;
    const techniques = lookTechniquesUp<Mapping>(kb, [{ domain, release }], ({ techniqueId: id }) => ({ id, domain }));
    const names = { groups: facts.groups, types: facts.types, techniques, several: false };
    const rows = Array.from({ length: facts.rows }, (_, row) => kb.mapping(facts, row, null));
    return new PreparedTable(mappingTableSpec(names, { hidden: ["group"], perPage: rowsPerPage }), rows);
  });
}

/** Function by rating, nine cells, function first; none where the set rates nothing. */
export function scoreGridOf(table: PreparedTable<Mapping>, { question }: TableView<Mapping>): readonly ScoreCell[] {
  if (table.rows.every((row) => row.rating === null)) return [];
  const passing = passingBut(table, question, ["function", "rating"]).flatMap((row) => table.rows[row] ?? []);
  const only = (facet: string, value: string) => {
    const chosen = question.facets[facet] ?? [];
    return chosen.length === 1 && chosen[0] === value;
  };
  return mappingFunctions.flatMap((wanted) =>
    ratings.map((rating) => ({
      function: wanted,
      rating,
      rows: passing.filter((row) => row.function === wanted && row.rating === rating).length,
      chosen: only("function", wanted) && only("rating", rating),
    })),
  );
}
