import { externalLink, html } from "../html.js";
import type { HtmlText } from "../route.js";

/** Addresses as the source writes them; those that are no web address stay text. */
export function referencesList(references: readonly string[]): HtmlText | null {
  if (references.length === 0) return null;
  return html`<ol class="references">${references.map((address) => html`<li>${externalLink(address, address.trim())}</li>`)}</ol>`;
}
