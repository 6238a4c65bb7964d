import { number } from "../../base/counted.js";
import type { ClaimFate } from "../../versions/set-diff.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { SetStepView } from "../views/set-changes.js";
import { fateSigns, fateWords } from "../words/change.js";
import { figure } from "./figure.js";

/** In the order of a bar: what went, what stayed, what came. */
const fates = ["removed", "kept", "rescored", "added"] as const satisfies readonly ClaimFate[];

/**
 * Four figures with their signs and a bar of the same parts; each opens its claims on the page of the step, but for those
 * that stayed: no page lists them, and the rows of the newer set are more.
 */
export function changeFigures({ tally: { mapped }, older, newer }: SetStepView, page: string): HtmlText {
  const total = fates.reduce((claims, fate) => claims + mapped[fate].claims, 0);
  let x = 0;
  const parts = fates.map((fate) => {
    const width = total === 0 ? 0 : (mapped[fate].claims / total) * 100;
    const part = html`<rect data-fate="${fate}" x="${x.toFixed(2)}%" width="${width.toFixed(2)}%" height="14"/>`;
    x += width;
    return width === 0 ? null : part;
  });
  return html`<div class="change-figures"><dl>${fates.map((fate) => {
    const { claims } = mapped[fate];
    const href = claims === 0 || fate === "kept" ? null : `${page}#${fate}`;
    return html`<div><dt>${fateSign(fate)} ${fateWords[fate]}</dt><dd>${figure(number(claims), href)}</dd></div>`;
  })}</dl><svg class="bar" width="100%" height="14" role="img" aria-label="${`Claims of ${older.frameworkVersion} on ${older.attackVersion} and ${newer.frameworkVersion} on ${newer.attackVersion}`}">${parts}</svg></div>`;
}

/** The sign of a fate in a small square; its word has to stand beside it. */
export function fateSign(fate: ClaimFate): HtmlText {
  return html`<span class="fate-sign" data-fate="${fate}" aria-hidden="true">${fateSigns[fate]}</span>`;
}
