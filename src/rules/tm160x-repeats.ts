import { shown } from "../base/shown.js";
import type { MappingRow } from "../model/mapping-file.js";
import { isBlank, type NumberedRow, type RuleContext } from "./context.js";
import { atRow, atRows, type Rule } from "./rule.js";

/** Capability, technique, type and category: what a row is about, apart from how well. */
function subjectOf({ capabilityId, attackObjectId, mappingType, scoreCategory }: MappingRow): string {
  return `${capabilityId ?? ""}\n${attackObjectId ?? ""}\n${mappingType ?? ""}\n${scoreCategory ?? ""}`;
}

/** Everything of a row but the order of its keys. Absent and null stay apart, as in the file. */
function contentOf({ keys, index, mappable, ...row }: NumberedRow): string {
  return JSON.stringify({ ...row, extra: [...row.extra] });
}

export const contradictingValues: Rule = {
  code: "TM1505",
  severity: "warning",
  title: "same capability, technique, type and category with different values",
  explanation: "All rows are shown; a headline takes the best value and says so.",
  example: "two rows of one capability and technique: protect partial, protect significant",
  fix: null,
  scope: "id",
  *check({ rows }) {
    const subjects = new Map<string, { readonly values: Set<string>; readonly at: number[] }>();
    for (const row of rows) {
      if (!row.mappable || isBlank(row.scoreCategory) || isBlank(row.scoreValue)) continue;
      const subject = subjectOf(row);
      const known = subjects.get(subject) ?? { values: new Set(), at: [] };
      subjects.set(subject, known);
      known.values.add((row.scoreValue ?? "").trim());
      known.at.push(row.index);
    }
    for (const { values, at } of subjects.values()) {
      if (values.size < 2) continue;
      const row = rows[at[0] ?? 0];
      yield atRows(at, "score_value", {
        message: `${shown(row?.capabilityId)} is rated ${[...values].map(shown).join(" and ")} for ${row?.attackObjectId}.`,
      });
    }
  },
};

interface Repeat {
  readonly index: number;
  readonly first: number;
  readonly exact: boolean;
}

const repeats = new WeakMap<RuleContext, readonly Repeat[]>();

/** Rows whose subject and value stand on an earlier row; found once for both rules. */
function repeatsOf(context: RuleContext): readonly Repeat[] {
  const known = repeats.get(context) ?? [...findRepeats(context)];
  repeats.set(context, known);
  return known;
}

/** `exact` where an earlier row is equal in everything. */
function* findRepeats({ rows }: RuleContext): Generator<Repeat> {
  const seen = new Map<string, number[]>();
  for (const row of rows) {
    const key = `${subjectOf(row)}\n${row.scoreValue ?? ""}`;
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, [row.index]);
      continue;
    }
    // Only rows with one key can be equal, so few are ever written out.
    const content = contentOf(row);
    const equal = earlier.find((other) => contentOf(rows[other] as NumberedRow) === content);
    yield { index: row.index, first: equal ?? earlier[0] ?? 0, exact: equal !== undefined };
    earlier.push(row.index);
  }
}

export const repeatedRow: Rule = {
  code: "TM1601",
  severity: "warning",
  title: "exact duplicate of an earlier row",
  explanation: "Both rows are kept and shown; pairs of capability and technique count once.",
  example: "the same row twice",
  fix: "removes the later row, only on request",
  scope: "row",
  *check(context) {
    for (const { index, first, exact } of repeatsOf(context)) {
      if (!exact) continue;
      const message = `The row is equal to row ${first}.`;
      const repairs = [{ kind: "remove", pointer: `/mapping_objects/${index}` }] as const;
      yield { ...atRow(index, "capability_id", { message, repairs }), rows: [index] };
    }
  },
};

export const repeatedClaim: Rule = {
  code: "TM1602",
  severity: "warning",
  title: "claim of an earlier row with other text",
  explanation:
    "Capability, technique, type, category and value stand on an earlier row; comment, name, group or references differ. Both are kept; pairs count once.",
  example: "two rows with the same ids and score and different comments",
  fix: null,
  scope: "row",
  *check(context) {
    for (const { index, first, exact } of repeatsOf(context)) {
      if (exact || !context.rows[index]?.mappable) continue;
      yield atRow(index, "capability_id", { message: `The row claims the same as row ${first}, in other words.` });
    }
  },
};
