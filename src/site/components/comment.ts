import { parseProse, plainProse } from "../../attack/prose.js";
import { counted } from "../../base/counted.js";
import type { Mapping } from "../../model/mapping.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import { referencesList } from "./references.js";

/**
 * What a row's author wrote: its first line stands in the table and opens in place, references under it. The text
 * stands once in the page. A comment that is not loaded says so; references are facts and always there.
 */
export function comment(row: Pick<Mapping, "comments" | "hasComment" | "references">): HtmlText | null {
  const references = referencesList(row.references);
  if (row.comments !== null) {
    return html`<details class="comment"><summary><span>${plainProse(parseProse(row.comments, [])).text}</span></summary>${references}</details>`;
  }
  const missing = row.hasComment ? "comment not loaded" : null;
  if (references === null) return missing === null ? null : html`<span class="faint">${missing}</span>`;
  const words = html`${counted(row.references.length, "reference")}${missing === null ? null : html` &middot; ${missing}`}`;
  return html`<details class="comment"><summary><span>${words}</span></summary>${references}</details>`;
}
