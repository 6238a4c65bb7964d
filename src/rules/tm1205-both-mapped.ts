import { shown } from "../base/shown.js";
import { isBlank, type RuleContext } from "./context.js";
import { atRows, type Finding, type Rule } from "./rule.js";

type Side = "capability" | "technique";

const keys = { capability: "capability_id", technique: "attack_object_id" } as const satisfies Record<Side, string>;

export const mappedAndNot: Rule = {
  code: "TM1205",
  severity: "warning",
  title: "same id both mapped and non-mappable",
  explanation:
    "One row says that the capability or technique can be mapped, another that it cannot. Mapped wins wherever Tidemap counts; both rows are shown.",
  example: "T1583.007 in a row with a capability, and in a row with status non_mappable",
  fix: null,
  scope: "id",
  *check(context) {
    for (const side of ["capability", "technique"] as const) yield* contradictions(context, side, (id) => id);
  },
};

export const mappedAndNotInOtherCase: Rule = {
  code: "TM1206",
  severity: "warning",
  title: "same capability id, case ignored, both mapped and non-mappable",
  explanation:
    "Like TM1205, but the two rows write the id with other capitals, so that tools which compare letters see two capabilities. Tidemap compares without case: mapped wins.",
  example: '"Action.Social.Variety.Own" non-mappable, "action.social.variety.Own" mapped',
  fix: null,
  scope: "id",
  *check(context) {
    const exact = new Set([...contradictions(context, "capability", (id) => id)].map(({ row }) => row));
    for (const finding of contradictions(context, "capability", (id) => id.toLowerCase())) {
      if (!exact.has(finding.row)) yield finding;
    }
  },
};

/** Ids that stand on mappable and on non-mappable rows; each finding names the non-mappable ones. */
function* contradictions({ rows }: RuleContext, side: Side, fold: (id: string) => string): Generator<Finding> {
  if (rows.every(({ mappable }) => mappable)) return;
  const mapped = new Set<string>();
  const refused = new Map<string, number[]>();
  for (const row of rows) {
    const id = side === "capability" ? row.capabilityId : row.attackObjectId;
    if (isBlank(id)) continue;
    const folded = fold((id ?? "").trim());
    if (row.mappable) mapped.add(folded);
    else refused.set(folded, [...(refused.get(folded) ?? []), row.index]);
  }
  for (const [folded, at] of refused) {
    if (!mapped.has(folded)) continue;
    const row = rows[at[0] ?? 0];
    const id = (side === "capability" ? row?.capabilityId : row?.attackObjectId) ?? folded;
    yield atRows(at, keys[side], { message: `The ${side} ${shown(id)} is non-mappable here and mapped elsewhere.` });
  }
}
