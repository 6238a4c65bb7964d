import { isMappedAt } from "./at-row.js";
import type { SetFacts } from "./set-facts.js";
import { byCodeUnit } from "./string-table.js";

/**
 * How many rows each set maps to each technique, as authored: what the tide gauge of a technique asks of every set. A file
 * of its own, so that one page need not open sets of which it shows no row.
 */
export interface AuthoredCounts {
  readonly format: 1;
  readonly sets: readonly string[];
  /** Technique id → set (index), rows, set, rows … */
  readonly techniques: Readonly<Record<string, readonly number[]>>;
}

/** Mappable rows by technique id (outer blanks aside) and set; ids and sets sorted. */
export function countAuthored(sets: readonly SetFacts[]): AuthoredCounts {
  const sorted = [...sets].sort((a, b) => byCodeUnit(a.id, b.id));
  const counts = new Map<string, number[]>();
  sorted.forEach((facts, index) => {
    for (const [id, rows] of rowsByTechnique(facts)) counts.set(id, [...(counts.get(id) ?? []), index, rows]);
  });
  const techniques = [...counts].sort(([a], [b]) => byCodeUnit(a, b));
  return { format: 1, sets: sorted.map(({ id }) => id), techniques: Object.fromEntries(techniques) };
}

function rowsByTechnique(facts: SetFacts): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  facts.technique.forEach((spelled, row) => {
    const id = facts.techniques[spelled]?.id?.trim();
    if (id === undefined || !isMappedAt(facts, row)) return;
    rows.set(id, (rows.get(id) ?? 0) + 1);
  });
  return rows;
}
