import type { Carried, Lineage } from "../attack/lineage.js";
import type { CarriedLabel } from "../model/attack.js";
import type { AttackVersion } from "../model/version.js";
import type { SetFacts } from "./facts/set-facts.js";

/** Where a set's rows stand at one release: every row carried along lineage, none dropped. */
export interface AlignedSet {
  readonly facts: SetFacts;
  readonly to: AttackVersion;
  /** The technique a row stands on at `to`; null where it names none or lineage finds no living one. */
  techniqueOf(row: number): string | null;
  labelOf(row: number): CarriedLabel;
  /** Rows that stand on a technique at `to`, in file order. */
  rowsOn(techniqueId: string): readonly number[];
  /** Rows that could not be carried (decision, not yet, ambiguous), in file order. */
  readonly stranded: readonly number[];
  /** Technique ids that bear at least one row. */
  techniqueIds(): Iterable<string>;
}

/**
 * Aligns a set to a release. `origin` and `to` are resolved releases of the set's domain; labels name the release the
 * set was authored on. Each distinct technique is carried once; a row is one look-up.
 */
export function alignSet(
  facts: SetFacts,
  lineage: Lineage,
  { origin, to }: { readonly origin: AttackVersion; readonly to: AttackVersion },
): AlignedSet {
  const carried: readonly (Carried | null)[] = facts.techniques.map(({ id }) =>
    id === null ? null : lineage.carry(id.trim(), origin, to),
  );
  const landing = carried.map((result) => (result?.ok ? result.id : null));
  const rowsOf = new Map<string, number[]>();
  const stranded: number[] = [];
  for (let row = 0; row < facts.rows; row++) {
    const spelled = facts.technique[row] ?? 0;
    const id = landing[spelled];
    if (id != null) {
      const rows = rowsOf.get(id);
      if (rows) rows.push(row);
      else rowsOf.set(id, [row]);
    } else if (carried[spelled]) stranded.push(row);
  }
  const base = carried.map((result): CarriedLabel => labelFor(result, facts.key.attackVersion, to));
  return {
    facts,
    to,
    stranded,
    techniqueOf: (row) => landing[facts.technique[row] ?? 0] ?? null,
    labelOf(row) {
      const spelled = facts.technique[row] ?? 0;
      const label = base[spelled] as CarriedLabel;
      if (label.class !== "rewritten") return label;
      return { ...label, merged: isMerged(facts, row, rowsOf.get(landing[spelled] ?? "") ?? []) };
    },
    rowsOn: (techniqueId) => rowsOf.get(techniqueId) ?? [],
    techniqueIds: () => rowsOf.keys(),
  };
}

function labelFor(result: Carried | null, from: AttackVersion, to: AttackVersion): CarriedLabel {
  const none = { from, to, merged: false, tacticsChanged: false } as const;
  if (result === null) return { ...none, class: "no-technique", path: [] };
  if (!result.ok) return { ...none, class: result.class, path: result.path };
  return { ...none, class: result.class, path: result.path, tacticsChanged: result.tacticsChanged };
}

/** Another row with a different authored id makes the same claim on the technique where both now stand. */
function isMerged(facts: SetFacts, row: number, together: readonly number[]): boolean {
  const authored = facts.techniques[facts.technique[row] ?? 0]?.id?.trim();
  const own = claimKey(facts, row);
  return together.some(
    (other) => facts.techniques[facts.technique[other] ?? 0]?.id?.trim() !== authored && claimKey(facts, other) === own,
  );
}

function claimKey(facts: SetFacts, row: number): string {
  const capability = facts.capabilities[facts.capability[row] ?? 0]?.id?.trim() ?? "";
  const claim = facts.claims[facts.claim[row] ?? 0];
  return [capability, claim?.mappingType, claim?.scoreCategory, claim?.status === "non_mappable"].join("\u0000");
}
