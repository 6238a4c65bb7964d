import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import type { Severity } from "../../model/diagnostic.js";
import { ruleByCode } from "../../rules/registry.js";

/** What `validate` found in a set's file, by rule. */
export interface FindingSummary {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly hits: number;
  /** Every row that a hit speaks of, ascending; one hit may speak of several. */
  readonly rows: readonly number[];
}

const order = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;

/** Worst first, then by code. A code that this build has no rule for keeps its number and counts as a note. */
export function findingsOf(facts: SetFacts): readonly FindingSummary[] {
  return facts.findings
    .map(({ code, rows, hits }): FindingSummary => {
      const rule = ruleByCode(code);
      return { code, severity: rule?.severity ?? "note", title: rule?.title ?? code, hits, rows };
    })
    .sort((a, b) => order[a.severity] - order[b.severity] || (a.code < b.code ? -1 : 1));
}
