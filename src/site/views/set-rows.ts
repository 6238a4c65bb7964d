import { BoundedCache } from "../../base/bounded-cache.js";
import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import {
  type Mapping,
  type MappingFunction,
  mappingFunctions,
  type Rating,
  ratings,
  standsOn,
} from "../../model/mapping.js";
import type { AttackVersion } from "../../model/version.js";
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

export const rowsPerPage = 100;

/** How many sets' rows stay ready: 5,410 rows take about 3 MB. */
const readySets = 12;

/**
 * A set's rows in file order, those that say "nothing fits" behind, as its page asks them: as authored, or all carried to a release, those that find no living
 * technique there among them. Made once while they are asked for.
 */
export function setTableOf(kb: KnowledgeBase, facts: SetFacts, to: AttackVersion | null): PreparedTable<Mapping> {
  const ready = kb.once("tables of sets", () => new BoundedCache<PreparedTable<Mapping>>(readySets));
  return ready.get(to === null ? facts.id : `${facts.id}@${to}`, () => {
    const { domain, attackVersion } = facts.key;
    const release = to ?? attackVersion;
    const techniques = lookTechniquesUp<Mapping>(kb, [{ domain, release }], (row) => ({ id: standsOn(row), domain }));
    const names = { groups: facts.groups, types: facts.types, techniques, frameworks: false, carried: to !== null };
    const aligned = to === null ? null : kb.aligned(facts.id, to);
    const rows = Array.from({ length: facts.rows }, (_, row) => kb.mapping(facts, row, aligned?.labelOf(row) ?? null));
    const without = rows.filter((row) => row.status === "non_mappable");
    const sorted = [...rows.filter((row) => row.status !== "non_mappable"), ...without];
    return new PreparedTable(mappingTableSpec(names, { hidden: ["group"], perPage: rowsPerPage }), sorted);
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
