import { BoundedCache } from "../../base/bounded-cache.js";
import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import {
  isMapped,
  type Mapping,
  type MappingFunction,
  mappingFunctions,
  type Rating,
  ratings,
  standsOn,
} from "../../model/mapping.js";
import type { AttackVersion } from "../../model/version.js";
import type { MappingNames } from "../table/mapping-facets.js";
import { mappingTableSpec } from "../table/mapping-table.js";
import { PreparedTable } from "../table/prepared-table.js";
import { passingBut, type TableView } from "../table/table-view.js";
import { lookTechniquesUp } from "../table/technique-facets.js";
import { type SetCarried, tallyCarried } from "./set-carried.js";

/** Rows of one function and rating among those that pass every facet but these two: what choosing both would show. */
export interface ScoreCell {
  readonly function: MappingFunction;
  readonly rating: Rating;
  readonly rows: number;
  readonly chosen: boolean;
}

/** `--page` and docs/guide/http.md say so too. */
const rowsPerPage = 100;

/** How many sets' rows stay ready: 5,410 rows take about 3 MB. */
const readySets = 12;

/** A set's rows as its page asks them, and how they were carried, where they are. */
export interface SetRows {
  readonly table: PreparedTable<Mapping>;
  readonly carried: SetCarried | null;
}

/**
 * A set's rows in file order, those that say "nothing fits" behind: as authored, or all carried to a release, those that
 * find no living technique there among them. Made once while they are asked for.
 */
export function setRowsOf(kb: KnowledgeBase, facts: SetFacts, to: AttackVersion | null): SetRows {
  const ready = kb.once("rows of sets", () => new BoundedCache<SetRows>(readySets));
  return ready.get(to === null ? facts.id : `${facts.id}@${to}`, () => {
    const aligned = to === null ? null : kb.aligned(facts.id, to);
    const rows = Array.from({ length: facts.rows }, (_, row) => kb.mapping(facts, row, aligned?.labelOf(row) ?? null));
    const without = rows.filter((row) => !isMapped(row));
    const sorted = [...rows.filter(isMapped), ...without];
    const carried = tallyCarried(kb, rows);
    const spec = mappingTableSpec(namesOf(kb, facts, carried), { hidden: ["group"], perPage: rowsPerPage });
    return { table: new PreparedTable(spec, sorted), carried };
  });
}

function namesOf(kb: KnowledgeBase, facts: SetFacts, carried: SetCarried | null): MappingNames {
  const { domain, attackVersion } = facts.key;
  const releases = [{ domain, release: carried?.to ?? attackVersion }];
  return {
    groups: facts.groups,
    types: facts.types,
    techniques: lookTechniquesUp<Mapping>(kb, releases, (row) => ({ id: standsOn(row), domain })),
    techniqueName: (row) => carried?.names[standsOn(row) ?? ""] ?? row.techniqueName,
    frameworks: false,
    domains: null,
    carried: carried !== null,
  };
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
