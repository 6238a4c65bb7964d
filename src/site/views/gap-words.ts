import { capitalized } from "../../base/capitalized.js";
import { counted, number } from "../../base/counted.js";
import { wordList } from "../../base/word-list.js";
import { frameworkOf } from "../../model/framework.js";
import type { Gap } from "./gap.js";
import type { Absence } from "./technique-standing.js";

/** Why a technique is in a gap, as a heading and as a cell say it. */
export const absenceWords = {
  "other-function": "other functions only",
  "non-mappable": "declared non-mappable",
  "parent-only": "parent only",
  silent: "no word on it",
} as const satisfies Record<Absence, string>;

/** The gap in words, for page and terminal: the answer in a sentence, what is missing, of how many, what its table is called, and what stands in place of an empty list. `whose`: "reported of the campaign". */
export function gapWords(
  { frameworks, sets, withoutSet, of, function: wanted, techniques, answered }: Gap,
  whose: string,
) {
  const row = wanted === null ? "a row" : `a ${wanted} row`;
  const isOfAll = frameworks.length === 0;
  const name = isOfAll ? "any defensive framework" : namesOf(frameworks, "or");
  const some = isOfAll ? "at least one defensive framework" : name;
  const noSet = isOfAll
    ? "No defensive framework has a set of this domain"
    : `${namesOf(withoutSet, "and")} ${withoutSet.length === 1 ? "has" : "have"} no set of this domain`;
  const without = withoutSet.length === 0 ? "" : `; ${noSet}`;
  const open =
    techniques.length === 0
      ? ""
      : `; ${number(techniques.length)} ${techniques.length === 1 ? "is" : "are"} without one`;
  const nothing = `${noSet}: nothing is said here.`;
  return {
    sentence:
      sets.length === 0
        ? nothing
        : `${isOfAll ? capitalized(some) : name} has ${row} on ${number(answered.length)} of the ${counted(of, "technique")} ${whose}${open}${without}.`,
    title: `Without ${row} of ${name}`,
    caption: `Techniques without ${row} of ${name}`,
    meta:
      sets.length === 0
        ? "no set of this domain"
        : `${techniques.length} of the ${counted(of, "technique")} ${whose}; by exact id, no row is no statement${without}`,
    answered: {
      title: `With ${row} of ${name}`,
      caption: `Techniques with ${row} of ${name}`,
      meta: `${answered.length} of the ${counted(of, "technique")} ${whose}`,
    },
    none: sets.length === 0 ? nothing : `Every one of them has ${row} of ${some}${without}.`,
  };
}

function namesOf(frameworks: readonly string[], last: "and" | "or"): string {
  return wordList(
    frameworks.map((id) => frameworkOf(id).name),
    last,
  );
}
