import { number } from "../../base/counted.js";
import { frameworkOf } from "../../model/framework.js";
import { type MappingFunction, type ScoredAs, scoredAs } from "../../model/mapping.js";
import { html, joined } from "../html.js";
import type { HtmlText } from "../route.js";
import { type FunctionCounts, rowsIn } from "../views/summary.js";
import { functionWords } from "../words/mapping.js";
import { figure } from "./figure.js";
import { functionMark, ratingMarks } from "./marks.js";

/** Where the rows of a function stand, of one rating where it is given. */
export type RowsHref = (asked: { readonly function: MappingFunction; readonly rating?: ScoredAs }) => string;

/**
 * Rows by function and rating, each figure leading to its rows; `href` is null where they stand on no one page. Functions
 * are never added; the best rating says whose it is, all of them where several frameworks have it.
 */
export function scoreTable(counts: readonly FunctionCounts[], href: RowsHref | null): HtmlText {
  return html`<div class="score-table"><table><caption class="visually-hidden">Rows by function and rating</caption><thead><tr><td></td><th scope="col">Minimal</th><th scope="col">Partial</th><th scope="col">Significant</th><th scope="col">Not scored</th><th scope="col" class="best">Best rating</th></tr></thead><tbody>${counts.map((row) => scoreRow(row, href))}</tbody></table>${bestLine(counts)}</div>`;
}

/** The best ratings once more, where there is no room for their column. */
function bestLine(counts: readonly FunctionCounts[]): HtmlText | null {
  const best = counts.filter((entry) => entry.best !== null);
  if (best.length === 0) return null;
  return html`<p class="note">Best rating: ${joined(
    best.map((entry) => html`${functionWords[entry.function]} ${entry.best} (${namesOf(entry)})`),
    "; ",
  )}.</p>`;
}

/** Whose the best rating is. */
function namesOf({ bestFrameworks }: FunctionCounts): string {
  return bestFrameworks.map((id) => frameworkOf(id).shortName).join(", ");
}

function scoreRow(counts: FunctionCounts, href: RowsHref | null): HtmlText {
  const { function: of, minimal, partial, significant, notScored, best } = counts;
  const rows = { minimal, partial, significant, "not-scored": notScored } as const;
  const cells = scoredAs.map((rating) =>
    rows[rating] === 0
      ? html`<td class="zero">0</td>`
      : html`<td>${figure(number(rows[rating]), href?.({ function: of, rating }))}</td>`,
  );
  return html`<tr><th scope="row">${functionMark(of)} ${figure(functionWords[of], rowsIn(counts) === 0 ? null : href?.({ function: of }))}</th>${cells}<td class="best">${best === null ? null : html`${ratingMarks(of, best)} ${best}: ${namesOf(counts)}`}</td></tr>`;
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
