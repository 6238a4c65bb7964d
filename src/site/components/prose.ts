import { type Prose, plainProse } from "../../attack/prose.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";

/** A publisher's text: its first paragraph, the rest folded with a count. */
export function prose(text: Prose): HtmlText {
  const paragraphs = plainProse(text).text.split(/\n{2,}/);
  return html`<div class="prose">${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>`;
}
