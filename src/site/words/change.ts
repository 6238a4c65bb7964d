import { capitalized } from "../../base/capitalized.js";
import type { AddedCause, RemovedCause } from "../../versions/causes.js";
import type { ClaimFate } from "../../versions/set-diff.js";

/** How pages and terminal call what became of a claim. Plain words, no markup. */
export const fateWords = {
  removed: "only in the older",
  kept: "the same in both",
  rescored: "rescored",
  added: "only in the newer",
} as const satisfies Record<ClaimFate, string>;

/** The sign that stands beside the word: shape before colour. */
export const fateSigns = {
  removed: "−",
  kept: "=",
  rescored: "≠",
  added: "+",
} as const satisfies Record<ClaimFate, string>;

const causeWords = {
  "no-technique": "the row names no technique",
  "technique-not-active": "the technique is not active in that release",
  "capability-new": "new capability",
  "capability-first-mapped": "capability mapped for the first time",
  "technique-new": "technique that the older release did not have",
  recategorised: "same capability and technique, other function or type",
  "technique-first-mapped": "technique without a row before",
  "pair-new": "both known before, the pair is new",
  "was-mapped": "mapped before, non-mappable now",
  "statement-new": "newly declared non-mappable",
  "no-heir": "the technique has no living successor",
  "capability-dropped": "capability no longer in the set",
  "capability-unmapped": "capability only non-mappable now",
  "renumbered-dropped": "technique renumbered, row not taken over",
  "technique-unmapped": "technique without a row now",
  "pair-dropped": "both still there, the pair is gone",
  "now-mapped": "non-mappable before, mapped now",
  "statement-dropped": "no longer declared non-mappable",
} as const satisfies Record<AddedCause | RemovedCause, string>;

/** A part of a diff as a heading says it. */
export function partTitle({
  fate,
  cause,
}: {
  readonly fate: ClaimFate;
  readonly cause: AddedCause | RemovedCause | null;
}): string {
  const words = cause === null ? fateWords[fate] : causeWords[cause];
  return capitalized(words);
}
