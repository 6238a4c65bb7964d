import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import { type Lacking, silenceWords } from "../views/lacking.js";

/** Releases that do not hold a kind of objects, as a note of a page. */
export function silence(many: string, lacking: readonly Lacking[]): HtmlText | null {
  const words = silenceWords(many, lacking);
  return words === null ? null : html`<p class="note">${words}</p>`;
}
