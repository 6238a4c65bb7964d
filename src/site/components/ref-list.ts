import { number } from "../../base/counted.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import { idLink } from "./links.js";

export interface RefItem {
  readonly id: string | null;
  readonly href: string | null;
  readonly name: Child;
  readonly value?: Child;
  readonly current?: boolean;
}

/** A short list beside the content: id, name, a value to the right. Long ones fold, and say how many they hold. */
export function refList(list: {
  readonly title: Child;
  readonly unit?: string;
  readonly items: readonly RefItem[];
  readonly none: string;
  /** Never fold. */
  readonly all?: boolean;
}): HtmlText {
  // A number would say 0 where nothing is known.
  if (list.items.length === 0)
    return html`<section class="ref-list"><h2>${list.title}</h2><p class="faint">${list.none}</p></section>`;
  const head = html`<h2>${list.title}<span>${list.unit ?? number(list.items.length)}</span></h2>`;
  const open = list.all ? list.items : list.items.slice(0, unfolded);
  const folded = list.items.slice(open.length);
  const more =
    folded.length === 0
      ? null
      : html`<details><summary>${number(folded.length)} more</summary>${entries(folded)}</details>`;
  return html`<section class="ref-list">${head}${entries(open)}${more}</section>`;
}

const unfolded = 12;

function entries(items: readonly RefItem[]): HtmlText {
  return html`<ul>${items.map(
    ({ id, href, name, value, current }) =>
      html`<li${current ? html` aria-current="true"` : null}>${id === null ? null : idLink(id, href)}<span>${name}</span>${value === undefined ? null : html`<span class="value">${value}</span>`}</li>`,
  )}</ul>`;
}
