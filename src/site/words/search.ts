import { counted } from "../../base/counted.js";
import type { EntryKind } from "../../knowledge/search-entries.js";
import type { SearchView } from "../views/search.js";

/** What hits of a kind are called together. */
export const kindWords = {
  technique: "Techniques",
  tactic: "Tactics",
  group: "Groups",
  capability: "Capabilities",
  software: "Software",
  campaign: "Campaigns",
  mitigation: "Mitigations",
  "capability-group": "Capability groups",
  framework: "Frameworks",
  set: "Sets",
} as const satisfies Record<EntryKind, string>;

/** The answer in one sentence, for the page and the terminal. */
export function searchSentence({ q, matching, kind, moved, isLoose, unknownWords }: SearchView): string {
  if (q.trim() === "") return "Type an id, a name or a part of one.";
  const what = kind === null ? "result" : `result among ${kindWords[kind].toLowerCase()}`;
  if (moved !== null && matching === 0) return "This is an address of an older site.";
  if (matching === 0) return `Nothing ${kind === null ? "" : `among ${kindWords[kind].toLowerCase()} `}matches “${q}”.`;
  const found = counted(matching, what, what.replace("result", "results"));
  if (isLoose) return `Nothing has all words of “${q}”; ${found} with some of them.`;
  const [unknown] = unknownWords;
  if (unknown === undefined) return `${found} for “${q}”.`;
  const like = unknownWords.length === 1 ? "a word like it" : "words like them";
  return `Nothing has ${unknownWords.map((word) => `“${word}”`).join(" or ")}; ${found} with ${like}.`;
}
