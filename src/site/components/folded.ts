import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

/** What stands on a page a second time, or is long: one line until somebody opens it. */
export function folded(summary: string, body: Child): HtmlText {
  return html`<details class="folded"><summary>${summary}</summary>${body}</details>`;
}
