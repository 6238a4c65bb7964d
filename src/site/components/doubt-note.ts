import { type Child, html, listed } from "../html.js";
import { techniqueHref } from "../view-hrefs.js";
import type { Frame } from "../views/frame.js";
import type { Doubt } from "../views/technique-standing.js";
import { doubtingFrameworks, doubtMeaning } from "../words/doubt.js";
import { idLink } from "./links.js";

/**
 * R8: which techniques the figures above count in doubt. They are counted as the counting rule has it (decision 0025); a
 * reader must know which ones, and their pages show each row with its label.
 */
export function doubtNote(doubts: readonly Doubt[], view: Frame): Child {
  if (doubts.length === 0) return null;
  const named = doubts.map(
    (doubt) => html`${idLink(doubt.id, techniqueHref(doubt.id, view))} for ${doubtingFrameworks(doubt)}`,
  );
  return html`<p class="note"><b>In doubt</b>, and counted: ${listed(named)}. ${doubtMeaning}</p>`;
}
