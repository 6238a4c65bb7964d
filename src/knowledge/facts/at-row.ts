/** What a row of a set says, out of the set's columns; undefined for a row that it does not have. */
import { isMapped } from "../../model/mapping.js";
import type { Claim, SetFacts, SpelledCapability, SpelledTechnique } from "./set-facts.js";

export function capabilityAt(facts: SetFacts, row: number): SpelledCapability | undefined {
  return facts.capabilities[facts.capability[row] ?? -1];
}

export function techniqueAt(facts: SetFacts, row: number): SpelledTechnique | undefined {
  return facts.techniques[facts.technique[row] ?? -1];
}

/** Without the blanks that some files have around it; null where the row names none. */
export function techniqueIdAt(facts: SetFacts, row: number): string | null {
  return techniqueAt(facts, row)?.id?.trim() ?? null;
}

export function claimAt(facts: SetFacts, row: number): Claim | undefined {
  return facts.claims[facts.claim[row] ?? -1];
}

/** Whether the row says that something answers something. */
export function isMappedAt(facts: SetFacts, row: number): boolean {
  const claim = claimAt(facts, row);
  return claim !== undefined && isMapped(claim);
}
