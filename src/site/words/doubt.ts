import { wordList } from "../../base/word-list.js";
import { frameworkOf } from "../../model/framework.js";
import type { Reach } from "../views/reach.js";
import type { Doubt } from "../views/technique-standing.js";

/** Of what defences answer, by technique. */
export function doubtsOf(reach: readonly Reach[]): readonly Doubt[] {
  const doubts = new Map<string, Set<string>>();
  for (const { framework, side, doubtful } of reach)
    for (const id of side === "defense" ? doubtful : []) doubts.set(id, (doubts.get(id) ?? new Set()).add(framework));
  return [...doubts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, frameworks]) => ({ id, frameworks: [...frameworks] }));
}

/** Which techniques the figures count in doubt; null where nothing is in doubt. */
export function doubtWords(doubts: readonly Doubt[]): string | null {
  if (doubts.length === 0) return null;
  const named = doubts.map((doubt) => `${doubt.id} for ${doubtingFrameworks(doubt)}`);
  return `In doubt, and counted: ${wordList(named, "and")}. ${doubtMeaning}`;
}

/** The frameworks whose rows on a technique are in doubt. */
export function doubtingFrameworks({ frameworks }: Doubt): string {
  return wordList(
    frameworks.map((framework) => frameworkOf(framework).shortName),
    "and",
  );
}

/** What being in doubt means. */
export const doubtMeaning = "All rows there were written before the technique’s meaning may have changed.";
