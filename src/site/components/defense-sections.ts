import { counted } from "../../base/counted.js";
import { type Child, html } from "../html.js";
import type { DefenseIn } from "../views/defense.js";
import { ofThreat, silentWords } from "../words/defense.js";
import { doubtsOf } from "../words/doubt.js";
import { fewWords } from "../words/reach.js";
import { doubtNote } from "./doubt-note.js";
import { gapSection } from "./gap-section.js";
import { type ReachLists, reachRule, reachTable } from "./reach-table.js";
import { section } from "./section.js";

/** What answers a threat, and before all else what the framework asked for does not. `suffix` names the domain where there are several. */
export function defenseSections(
  entry: DefenseIn,
  { suffix, lists }: { readonly suffix: string; readonly lists: ReachLists },
): Child {
  const { techniques, reach, view } = entry;
  if (techniques.length === 0) return null;
  const few = fewWords(techniques.length);
  return [
    gapSection(entry, { whose: ofThreat, suffix }),
    section({
      title: `What answers its techniques${suffix}`,
      id: `defense-${view.domain}`,
      meta: `each defensive framework’s reach over the ${counted(techniques.length, "technique")} ${ofThreat}`,
      body:
        reach.length === 0
          ? html`<p class="note">${silentWords(entry)}</p>`
          : [
              reachTable(reach, `Its techniques that each framework has a row on${suffix}`, lists),
              few === null ? null : html`<p class="note">${few}</p>`,
              reachRule(),
              doubtNote(doubtsOf(reach), entry.view),
            ],
    }),
  ];
}
