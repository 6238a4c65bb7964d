import { number } from "../../base/counted.js";
import type { ClaimFate } from "../../versions/set-diff.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { SetStepView } from "../views/set-changes.js";
import { fateSigns, fateWords } from "./change-words.js";

/** In the order of a bar: what went, what stayed, what came. */
const fates = ["removed", "kept", "rescored", "added"] as const satisfies readonly ClaimFate[];

/** Four figures with their signs and a bar of the same parts; each figure opens its claims on the page of the step. */
export function changeFigures({ tally: { mapped }, older, newer }: SetStepView, page: string): HtmlText {
  const total = fates.reduce((claims, fate) => claims + mapped[fate].claims, 0);
  const open = (fate: ClaimFate) => (fate === "kept" ? `${hrefs.set(newer.id)}#rows` : `${page}#${fate}`);
  let x = 0;
  const parts = fates.map((fate) => {
    const width = total === 0 ? 0 : (mapped[fate].claims / total) * 100;
    const part = html`<rect data-fate="${fate}" x="${x.toFixed(2)}%" width="${width.toFixed(2)}%" height="14"/>`;
    x += width;
    return width === 0 ? null : part;
  });
  return html`<div class="change-figures"><dl>${fates.map((fate) => {
    const { claims } = mapped[fate];
    const figure = claims === 0 ? html`0` : html`<a href="${open(fate)}">${number(claims)}</a>`;
    return html`<div><dt>${fateSign(fate)} ${fateWords[fate]}</dt><dd>${figure}</dd></div>`;
  })}</dl><svg class="bar" width="100%" height="14" role="img" aria-label="${`Claims of ${older.frameworkVersion} on ${older.attackVersion} and ${newer.frameworkVersion} on ${newer.attackVersion}`}">${parts}</svg></div>`;
}

/** The sign of a fate in a small square; its word has to stand beside it. */
export function fateSign(fate: ClaimFate): HtmlText {
  return html`<span class="fate-sign" data-fate="${fate}" aria-hidden="true">${fateSigns[fate]}</span>`;
}
