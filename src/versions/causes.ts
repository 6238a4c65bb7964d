import type { ReleaseView } from "../attack/release-view.js";
import { techniqueIdAt } from "../knowledge/facts/at-row.js";
import { pairKey, type SetClaim, type SetClaims } from "./set-claims.js";

/**
 * Why a claim stands in the newer set only. Exclusive, the first that holds; for statements that nothing fits the last
 * two. Source: docs/data-rules.md, "between versions".
 */
export const addedCauses = [
  "no-technique",
  "technique-not-active",
  "capability-new",
  "capability-first-mapped",
  "technique-new",
  "recategorised",
  "technique-first-mapped",
  "pair-new",
  "was-mapped",
  "statement-new",
] as const;
export type AddedCause = (typeof addedCauses)[number];

/** Why a claim stands in the older set only. */
export const removedCauses = [
  "no-technique",
  "no-heir",
  "capability-dropped",
  "capability-unmapped",
  "renumbered-dropped",
  "recategorised",
  "technique-unmapped",
  "pair-dropped",
  "now-mapped",
  "statement-dropped",
] as const;
export type RemovedCause = (typeof removedCauses)[number];

/** `before`: the older set; `olderRelease`: the release it was authored on. */
export function causeOfAdded(claim: SetClaim, before: SetClaims, olderRelease: ReleaseView): AddedCause {
  const { capability, technique, living } = claim;
  if (!claim.mappable) return mapsEither(claim, before) ? "was-mapped" : "statement-new";
  if (technique === null) return "no-technique";
  if (!living) return "technique-not-active";
  if (capability !== null && !before.capabilities.has(capability)) return "capability-new";
  if (capability !== null && !before.mapped.has(capability)) return "capability-first-mapped";
  if (olderRelease.object("technique", technique)?.state !== "active") return "technique-new";
  if (before.pairs.has(pairKey(capability, technique))) return "recategorised";
  return before.techniques.has(technique) ? "pair-new" : "technique-first-mapped";
}

/** `own`: the older set, which makes the claim; `after`: the newer one, which does not. */
export function causeOfRemoved(claim: SetClaim, own: SetClaims, after: SetClaims): RemovedCause {
  const { capability, technique, living } = claim;
  if (!claim.mappable) return mapsEither(claim, after) ? "now-mapped" : "statement-dropped";
  if (technique === null) return "no-technique";
  if (!living) return "no-heir";
  if (capability !== null && !after.capabilities.has(capability)) return "capability-dropped";
  if (capability !== null && !after.mapped.has(capability)) return "capability-unmapped";
  if (isRenumbered(claim, own)) return "renumbered-dropped";
  if (after.pairs.has(pairKey(capability, technique))) return "recategorised";
  return after.techniques.has(technique) ? "pair-dropped" : "technique-unmapped";
}

/** Any of its rows names the technique by another id than it has at the release compared. */
export function isRenumbered({ rows, technique, living }: SetClaim, { facts }: SetClaims): boolean {
  return living && rows.some((row) => techniqueIdAt(facts, row) !== technique);
}

/** A set maps what the statement calls non-mappable: the capability, or else the technique. */
function mapsEither({ capability, technique }: SetClaim, other: SetClaims): boolean {
  if (capability !== null) return other.mapped.has(capability);
  return technique !== null && other.techniques.has(technique);
}
