import { isMapped, type Mapping, type MappingFunction, type Rating } from "../../model/mapping.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import { functionWords, hasOwnType, typeWords } from "../words/mapping.js";
import { functionMark, ratingMarks } from "./marks.js";
import { tag } from "./tag.js";

type Scored = Pick<Mapping, "side" | "function" | "rating" | "mappingType" | "scoreCategory" | "scoreValue" | "status">;

/**
 * What a row says and how strongly: `■■□ Protect · partial`; `■ – – Mitigates · not scored` where its framework does not
 * score; "non-mappable" where that is all a row says; "value missing" where a scored row lacks the value; a plain tag for threat rows and for rows without function.
 */
export function scoreBadge(row: Scored): HtmlText {
  if (!isMapped(row)) return tag("non-mappable");
  const own = hasOwnType(row) ? tag(typeWords(row.mappingType)) : null;
  if (row.side === "threat") return tag(typeWords(row.mappingType));
  if (row.function === null) return html`<span class="score-badge">${own ?? missing("function missing")}</span>`;
  return html`<span class="score-badge"><span>${ratingMarks(row.function, row.rating)} ${wordsOf(row, row.function)}</span>${own}</span>`;
}

/** Marks with hidden words, for a column whose head names the function already. */
export function scoreMarks(of: MappingFunction, rating: Rating | null): HtmlText {
  return html`${ratingMarks(of, rating)}<span class="visually-hidden">${functionWords[of]} ${rating ?? "not scored"}</span>`;
}

/** A function's shape and its word. */
export function functionLabel(of: MappingFunction): HtmlText {
  return html`<span class="function-label">${functionMark(of)} ${functionWords[of]}</span>`;
}

function wordsOf(row: Scored, of: MappingFunction): HtmlText {
  if (row.rating !== null) return html`${functionWords[of]} &middot; ${row.rating}`;
  if (row.scoreCategory !== null) return html`${functionWords[of]} &middot; ${missing("value missing")}`;
  return html`${typeWords(row.mappingType)} &middot; not scored`;
}

function missing(words: string): HtmlText {
  return html`<span class="value-missing">${words}</span>`;
}
