import { capabilityAt, claimAt } from "../knowledge/facts/at-row.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { capabilityAliases } from "../model/capability-aliases.js";
import { type AttackVersion, compareVersions } from "../model/version.js";
import { type AddedCause, causeOfAdded, causeOfRemoved, isRenumbered, type RemovedCause } from "./causes.js";
import { claimsOf, type SetClaim, type SetClaims } from "./set-claims.js";

/** What became of a claim. `rescored`: in both sets, with other score values. */
export type ClaimFate = "kept" | "rescored" | "added" | "removed";

/**
 * How a claim that stands in both sets is written differently; several may hold. renumbered: the technique has another
 * id now; renamed: the capability has (alias tables); respelled: padding, case or blanks of its id; retyped: the mapping
 * type's name; regrouped: the capability's group.
 */
export const claimMarks = ["renumbered", "renamed", "respelled", "retyped", "regrouped"] as const;
export type ClaimMark = (typeof claimMarks)[number];

/** One claim of two sets. Rows are those of each set's file, in file order; [] where it does not stand. */
export interface ClaimChange {
  readonly fate: ClaimFate;
  readonly cause: AddedCause | RemovedCause | null;
  readonly marks: readonly ClaimMark[];
  readonly mappable: boolean;
  readonly capability: string | null;
  readonly technique: string | null;
  readonly living: boolean;
  readonly older: readonly number[];
  readonly newer: readonly number[];
}

/** Two sets of one framework and domain, both carried to one release and compared claim by claim. */
export interface SetDiff {
  readonly older: string;
  readonly newer: string;
  /** The release compared on: the later one of the two that the sets were authored on. */
  readonly release: AttackVersion;
  /** Every claim of either set once: those of the newer in file order, then those only the older makes. */
  readonly changes: readonly ClaimChange[];
}

/**
 * What changed from one set to another; counts of its parts add up to the rows of both. Either order is answered: what
 * was added one way was removed the other (decision 0011). Throws for sets that are not loaded or of two frameworks or domains.
 */
export function diffSets(kb: KnowledgeBase, older: string, newer: string): SetDiff {
  return kb.once(`diff ${older} ${newer}`, () => compare(kb, older, newer));
}

function compare(kb: KnowledgeBase, olderId: string, newerId: string): SetDiff {
  const [a, b] = [kb.facts(olderId).key, kb.facts(newerId).key];
  if (a.framework !== b.framework || a.domain !== b.domain) throw new Error(`${olderId} is no version of ${newerId}`);
  const release = compareVersions(a.attackVersion, b.attackVersion) > 0 ? a.attackVersion : b.attackVersion;
  const [older, newer] = [claimsOf(kb, olderId, release), claimsOf(kb, newerId, release)];
  const olderRelease = kb.timeline(a.domain).at(a.attackVersion);
  const changes: ClaimChange[] = [];
  for (const claim of newer.claims.values()) {
    const before = older.claims.get(claim.key);
    if (before) changes.push(inBoth(before, claim, { older, newer }));
    else changes.push({ ...alone(claim, "added"), cause: causeOfAdded(claim, older, olderRelease) });
  }
  for (const claim of older.claims.values()) {
    if (newer.claims.has(claim.key)) continue;
    changes.push({ ...alone(claim, "removed"), cause: causeOfRemoved(claim, older, newer) });
  }
  return { older: olderId, newer: newerId, release, changes };
}

function alone(claim: SetClaim, fate: "added" | "removed"): Omit<ClaimChange, "cause"> {
  const { mappable, capability, technique, living, rows } = claim;
  const [older, newer] = fate === "added" ? [[], rows] : [rows, []];
  return { fate, marks: [], mappable, capability, technique, living, older, newer };
}

interface Sides {
  readonly older: SetClaims;
  readonly newer: SetClaims;
}

function inBoth(before: SetClaim, after: SetClaim, { older, newer }: Sides): ClaimChange {
  const { mappable, capability, technique, living } = after;
  const rescored = mappable && valuesOf(before, older) !== valuesOf(after, newer);
  const marks = claimMarks.filter((mark) => holds(mark, { before, after, older, newer }));
  const fate = rescored ? "rescored" : "kept";
  return { fate, cause: null, marks, mappable, capability, technique, living, older: before.rows, newer: after.rows };
}

function valuesOf({ rows }: SetClaim, { facts }: SetClaims): string {
  const values = rows.map((row) => (claimAt(facts, row)?.scoreValue ?? "").trim().toLowerCase());
  return [...new Set(values)].sort().join(" ");
}

type Both = Sides & { readonly before: SetClaim; readonly after: SetClaim };

function holds(mark: ClaimMark, both: Both): boolean {
  const { before, after, older, newer } = both;
  if (mark === "renumbered") return isRenumbered(before, older) && !isRenumbered(after, newer);
  if (mark === "retyped") return before.mappable && wordsOf(both, "type");
  if (mark === "regrouped") return before.capability !== null && wordsOf(both, "group");
  const renamed = before.capability !== null && idsOf(before, older) !== idsOf(after, newer);
  return renamed && isAlias(before, older) === (mark === "renamed");
}

/** The sets of words that both sides use differ. */
function wordsOf({ before, after, older, newer }: Both, of: "type" | "group"): boolean {
  const words = ({ rows }: SetClaim, { facts }: SetClaims) =>
    distinct(rows.map((row) => (of === "type" ? claimAt(facts, row)?.mappingType : capabilityAt(facts, row)?.group)));
  return words(before, older) !== words(after, newer);
}

function idsOf({ rows }: SetClaim, { facts }: SetClaims): string {
  return distinct(rows.map((row) => capabilityAt(facts, row)?.id));
}

function isAlias({ rows }: SetClaim, { facts }: SetClaims): boolean {
  const aliases = capabilityAliases(facts.key.framework);
  return rows.some((row) => aliases.has((capabilityAt(facts, row)?.id ?? "").trim().toLowerCase()));
}

function distinct(words: readonly (string | null | undefined)[]): string {
  return [...new Set(words.map((word) => (word ?? "").trim()))].sort().join("\u0000");
}
