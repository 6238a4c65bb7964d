import { counted } from "../../base/counted.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import { objectHref } from "../view-hrefs.js";
import type { Ref } from "../views/refs.js";

/** Many objects of a release, folded behind their number. */
export function idCloud(objects: readonly Ref[], at: { readonly noun: string; readonly release: string }): HtmlText {
  const items = objects.map(({ kind, id, name }) => {
    const href = objectHref(kind, id, at.release);
    return html`${href === null ? id : html`<a class="id" href="${href}">${id}</a>`} ${name}`;
  });
  return foldedList(counted(objects.length, at.noun), items);
}

/** In columns, folded behind what is said of them. */
export function foldedList(summary: Child, items: readonly Child[]): HtmlText {
  return html`<details class="id-cloud"><summary>${summary}</summary><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></details>`;
}
