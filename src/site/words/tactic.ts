import { counted, number } from "../../base/counted.js";
import { hrefs } from "../hrefs.js";
import { TableLinks } from "../table/table-links.js";
import { releaseOf } from "../view-hrefs.js";
import type { TacticView } from "../views/tactic.js";
import { plainSentence, type Sentence } from "./sentence.js";
import { noDefenseWords } from "./silence.js";

/** The answer in one sentence, for the page and the terminal. */
export function tacticSentence(view: TacticView): string {
  return plainSentence(tacticAnswer(view));
}

/** The same with its figure, which opens the techniques that it counts. */
export function tacticAnswer(view: TacticView): Sentence {
  const { techniques, answered } = view.totals;
  if (techniques === 0) return [`ATT&CK ${view.view.release} relates no technique to this tactic.`];
  if (view.reach.every(({ side }) => side === "threat"))
    return [`${counted(techniques, "technique")}, sub-techniques included. ${noDefenseWords([view.tactic.domain])}.`];
  return [
    { figure: number(answered), href: answered === 0 ? null : rowsHref(view, { standing: "answered" }) },
    ` of ${counted(techniques, "technique")} of this tactic, sub-techniques included, have a row in at least one defensive framework.`,
  ];
}

/** Techniques of the tactic with one value, whatever else is asked now. */
export function rowsHref({ tactic, view, page }: TacticView, facets: Readonly<Record<string, string>>): string {
  return `${new TableLinks(hrefs.tactic(tactic.id, releaseOf(view)), page).whole(facets)}#rows`;
}

/** Why the tactics shown are not the release's own; null where they are. For the page and the terminal. */
export function borrowedWords({ view, borrowedFrom }: TacticView): string | null {
  if (borrowedFrom === null) return null;
  return `ATT&CK ${view.release} has no tactics of its own: it names goals by phase only, and the tactics of ${borrowedFrom} stand in for them.`;
}
