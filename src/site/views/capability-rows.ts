import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Mapping, standsOn } from "../../model/mapping.js";
import type { AttackVersion } from "../../model/version.js";
import { declaredIn, type MappingNames } from "../table/mapping-facets.js";
import { mappingTableSpec, techniqueWords } from "../table/mapping-table.js";
import { PreparedTable } from "../table/prepared-table.js";
import { lookTechniquesUp } from "../table/technique-facets.js";

/** Rows with a technique of a capability in one set, as a release shows them. */
export interface RowsInSet {
  readonly facts: SetFacts;
  readonly release: AttackVersion;
  readonly rows: readonly Mapping[];
}

/** The rows of a capability as its page asks them: set after set, in file order. */
export function capabilityRowsOf(
  kb: KnowledgeBase,
  sets: readonly RowsInSet[],
  { carried }: { readonly carried: boolean },
): PreparedTable<Mapping> {
  const rows = sets.flatMap((set) => set.rows);
  const releases = sets.map(({ facts, release }) => ({ domain: facts.key.domain, release }));
  const names: MappingNames = {
    ...declaredIn(sets.map(({ facts }) => facts)),
    techniques: lookTechniquesUp<Mapping>(kb, releases, (row) => ({ id: standsOn(row), domain: row.domain })),
    techniqueName: ({ techniqueName }: Mapping) => techniqueName,
    frameworks: false,
    domains: !carried ? null : sets.length > 1 ? "several" : "one",
    carried,
  };
  const spec = mappingTableSpec(names, { hidden: ["capability", "name", "group"], perPage: null });
  // All rows have the capability's own words.
  return new PreparedTable({ ...spec, words: (row) => techniqueWords(row, names) }, rows);
}
