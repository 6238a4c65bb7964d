import { frameworkOf } from "../../model/framework.js";
import { type Child, html, listed } from "../html.js";
import { techniqueHref } from "../view-hrefs.js";
import type { Frame } from "../views/frame.js";
import type { Reach } from "../views/reach.js";
import type { Doubt } from "../views/technique-standing.js";
import { idLink } from "./links.js";

const meaning = "All rows there were written before the technique’s meaning may have changed.";

/**
 * R8: which techniques the figures above count in doubt. They are counted as the counting rule has it (decision 0025); a
 * reader must know which ones, and their pages show each row with its label.
 */
export function doubtNote(doubts: readonly Doubt[], view: Frame): Child {
  if (doubts.length === 0) return null;
  const named = doubts.map((doubt) => html`${idLink(doubt.id, techniqueHref(doubt.id, view))} for ${namesOf(doubt)}`);
  return html`<p class="note"><b>In doubt</b>, and counted: ${listed(named)}. ${meaning}</p>`;
}

/** The same in words; null where nothing is in doubt. */
export function doubtWords(doubts: readonly Doubt[]): string | null {
  if (doubts.length === 0) return null;
  const named = doubts.map((doubt) => `${doubt.id} for ${namesOf(doubt)}`);
  return `In doubt, and counted: ${listed(named).join("")}. ${meaning}`;
}

function namesOf({ frameworks }: Doubt): string {
  return listed(frameworks.map((framework) => frameworkOf(framework).shortName)).join("");
}

/** Of what defences answer, by technique. */
export function doubtsOf(reach: readonly Reach[]): readonly Doubt[] {
  const doubts = new Map<string, Set<string>>();
  for (const { framework, side, doubtful } of reach)
    for (const id of side === "defense" ? doubtful : []) doubts.set(id, (doubts.get(id) ?? new Set()).add(framework));
  return [...doubts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, frameworks]) => ({ id, frameworks: [...frameworks] }));
}
