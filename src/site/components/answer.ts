import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import { unbroken } from "./unbroken.js";

/** The page's question answered first: one serif sentence with its number, evidence under it, a figure beside it. */
export function answerFirst(answer: {
  readonly sentence: Child;
  readonly evidence?: Child;
  readonly beside?: Child;
}): HtmlText {
  const beside = answer.beside ? html`<div>${answer.beside}</div>` : null;
  return html`<section class="answer" aria-label="Answer"${beside ? html` data-halves` : null}><div><p class="sentence">${typeof answer.sentence === "string" ? unbroken(answer.sentence) : answer.sentence}</p>${answer.evidence}</div>${beside}</section>`;
}
