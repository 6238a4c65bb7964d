import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

/** Nothing here, said so: `head` names what there is none of, `body` how many there are and what hides them. */
export function emptyState(head: Child, body: Child): HtmlText {
  return html`<p class="empty-state"><strong>${head}</strong> ${body}</p>`;
}
