import { BoundedCache } from "../base/bounded-cache.js";
import { techniqueIdAt } from "../knowledge/facts/at-row.js";
import type { SetFacts } from "../knowledge/facts/set-facts.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { capabilityKey } from "../model/capability.js";
import type { AttackVersion } from "../model/version.js";

/**
 * What rows of one set say alike: the same capability, technique, mapping type and score category; their rating may
 * differ. Two sets are compared by these, so that a row that stands twice is counted twice and never hides another.
 */
export interface SetClaim {
  /** Equal in two sets that make the same claim. */
  readonly key: string;
  /** false: the rows say that nothing fits. */
  readonly mappable: boolean;
  /** `capabilityKey`; null where the rows say that no capability addresses the technique. */
  readonly capability: string | null;
  /** Where the technique stands at the release compared; as authored where `living` is false; null where rows name none. */
  readonly technique: string | null;
  /** Lineage finds a technique that is active at the release compared. */
  readonly living: boolean;
  /** File order. */
  readonly rows: readonly number[];
}

/** One set's claims at one release, and what a comparison asks of them. */
export interface SetClaims {
  readonly facts: SetFacts;
  readonly claims: ReadonlyMap<string, SetClaim>;
  /** Capabilities with any row, and those with a mappable one. */
  readonly capabilities: ReadonlySet<string>;
  readonly mapped: ReadonlySet<string>;
  /** Techniques with a mappable row, and pairs of capability and technique. */
  readonly techniques: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

/** Mapping types that a publisher renamed; the others are compared by their letters. Source: docs/data-rules.md. */
const renamedTypes: Readonly<Record<string, string>> = { protects: "mitigates", technique_score: "technique_scores" };

/** A mapping type under the one name that all its spellings have in a comparison. */
function typeKey(mappingType: string | null): string {
  const folded = (mappingType ?? "").trim().toLowerCase().replaceAll("-", "_");
  return renamedTypes[folded] ?? folded;
}

export function pairKey(capability: string | null, technique: string | null): string {
  return `${capability}\u0000${technique}`;
}

/** Comparisons go from one set to the next and are kept themselves; what they compare takes some MB a set. */
const keptClaims = 4;

/** Every row of a set, grouped by what it claims once its technique is carried to `release`. */
export function claimsOf(kb: KnowledgeBase, setId: string, release: AttackVersion): SetClaims {
  const kept = kb.once("claims", () => new BoundedCache<SetClaims>(keptClaims));
  return kept.get(`${setId}@${release}`, () => gather(kb, setId, release));
}

function gather(kb: KnowledgeBase, setId: string, release: AttackVersion): SetClaims {
  const { facts, techniqueOf } = kb.aligned(setId, release);
  const capabilityKeys = facts.capabilities.map(({ id }) => id && capabilityKey(facts.key.framework, id));
  const kinds = facts.claims.map(({ status, mappingType, scoreCategory }) =>
    status === "non_mappable" ? null : `${typeKey(mappingType)}\u0000${(scoreCategory ?? "").trim().toLowerCase()}`,
  );
  const claims = new Map<string, SetClaim & { readonly rows: number[] }>();
  const [capabilities, mapped] = [new Set<string>(), new Set<string>()];
  const [techniques, pairs] = [new Set<string>(), new Set<string>()];
  for (let row = 0; row < facts.rows; row++) {
    const capability = capabilityKeys[facts.capability[row] ?? 0] ?? null;
    const landed = techniqueOf(row);
    const technique = landed ?? techniqueIdAt(facts, row);
    const kind = kinds[facts.claim[row] ?? 0] ?? null;
    const key = `${pairKey(capability, technique)}\u0000${kind ?? "non-mappable"}`;
    const known = claims.get(key);
    if (known) known.rows.push(row);
    else claims.set(key, { key, mappable: kind !== null, capability, technique, living: landed !== null, rows: [row] });
    if (capability !== null) capabilities.add(capability);
    if (kind === null) continue;
    if (capability !== null) mapped.add(capability);
    if (technique !== null) techniques.add(technique);
    pairs.add(pairKey(capability, technique));
  }
  return { facts, claims, capabilities, mapped, techniques, pairs };
}
