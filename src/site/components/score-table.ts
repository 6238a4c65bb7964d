import { number } from "../../base/counted.js";
import { frameworkOf } from "../../model/framework.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { FunctionCounts } from "../views/summary.js";
import { functionMark, ratingMarks } from "./marks.js";
import { functionWords } from "./words.js";

/** Rows by function and rating. Functions are never added; the best rating says whose it is. */
export function scoreTable(counts: readonly FunctionCounts[], caption: string): HtmlText {
  return html`<div class="score-table"><table><caption class="visually-hidden">${caption}</caption><thead><tr><td></td><th scope="col">Minimal</th><th scope="col">Partial</th><th scope="col">Significant</th><th scope="col">Not scored</th><th scope="col" class="best">Best rating</th></tr></thead><tbody>${counts.map(scoreRow)}</tbody></table></div>`;
}

function scoreRow(counts: FunctionCounts): HtmlText {
  const { minimal, partial, significant, notScored, best, bestFramework } = counts;
  const cells = [minimal, partial, significant, notScored].map((count) =>
    count === 0 ? html`<td class="zero">0</td>` : html`<td>${number(count)}</td>`,
  );
  const words = bestFramework === null ? best : `${best}, ${frameworkOf(bestFramework).shortName}`;
  return html`<tr><th scope="row">${functionMark(counts.function)} ${functionWords[counts.function]}</th>${cells}<td class="best">${best === null ? null : html`${ratingMarks(counts.function, best)} ${words}`}</td></tr>`;
}

/** How to read a score: every mark with its word. */
export function scoreKey(): HtmlText {
  const ratings = ["minimal", "partial", "significant"] as const;
  const functions = ["protect", "detect", "respond"] as const;
  return html`<div class="score-table" data-key><table><caption class="visually-hidden">How to read a score</caption><thead><tr><td></td>${ratings.map((rating) => html`<th scope="col">${rating}</th>`)}</tr></thead><tbody>${functions.map(
    (of) =>
      html`<tr><th scope="row">${functionWords[of]}</th>${ratings.map((rating) => html`<td>${ratingMarks(of, rating)}<span class="visually-hidden">${functionWords[of]} ${rating}</span></td>`)}</tr>`,
  )}</tbody></table></div>`;
}
