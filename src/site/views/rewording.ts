import { capabilityAt, claimAt } from "../../knowledge/facts/at-row.js";
import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import type { ClaimChange, ClaimMark } from "../../versions/set-diff.js";

/** Words that one set writes where the other writes others, in claims that both make. */
export interface Rewording {
  readonly kind: Exclude<ClaimMark, "renumbered">;
  /** As each set writes it: a capability's id, a mapping type, or a group; null for none. */
  readonly from: string | null;
  readonly to: string | null;
  /** Groups: the capability that moved. */
  readonly capabilityId: string | null;
  readonly claims: number;
}

const kinds = ["renamed", "respelled", "regrouped", "retyped"] as const satisfies readonly Rewording["kind"][];

/** Each change of words once, with how many claims it touches; by kind, then in file order. */
export function rewordingsOf(
  changes: readonly ClaimChange[],
  sets: { readonly older: SetFacts; readonly newer: SetFacts },
): readonly Rewording[] {
  return kinds.flatMap((kind) => {
    const counted = new Map<string, Rewording>();
    for (const change of changes) {
      if (!change.mappable || !change.marks.includes(kind)) continue;
      const [from, to] = differingWords(kind, change, sets);
      const capabilityId = kind === "regrouped" ? wordOf("renamed", sets.newer, change.newer[0] ?? 0) : null;
      const key = [from, to, capabilityId].join("\u0000");
      const known = counted.get(key);
      counted.set(key, { kind, from, to, capabilityId, claims: (known?.claims ?? 0) + 1 });
    }
    return [...counted.values()];
  });
}

/** The first word of each side that the other side does not write. */
function differingWords(
  kind: Rewording["kind"],
  { older, newer }: ClaimChange,
  sets: { readonly older: SetFacts; readonly newer: SetFacts },
): readonly [string | null, string | null] {
  const was = older.map((row) => wordOf(kind, sets.older, row));
  const is = newer.map((row) => wordOf(kind, sets.newer, row));
  return [
    was.find((word) => !is.includes(word)) ?? was[0] ?? null,
    is.find((word) => !was.includes(word)) ?? is[0] ?? null,
  ];
}

function wordOf(kind: Rewording["kind"], facts: SetFacts, row: number): string | null {
  if (kind === "retyped") return claimAt(facts, row)?.mappingType ?? null;
  const capability = capabilityAt(facts, row);
  return (kind === "regrouped" ? capability?.group : capability?.id)?.trim() ?? null;
}
