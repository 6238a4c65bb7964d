import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

/** What happened, where and what to do; `head` is one short bold line. */
export function message(tone: "note" | "info" | "warn" | "bad", head: Child, body: Child): HtmlText {
  return html`<div class="message" data-tone="${tone}"><strong>${head}</strong><p>${body}</p></div>`;
}
