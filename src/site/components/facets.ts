import { number } from "../../base/counted.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

export interface Facet {
  readonly title: string;
  readonly values: readonly {
    readonly label: Child;
    readonly count: number;
    readonly chosen: boolean;
    /** The page with this value chosen, or, when it is chosen, without it. */
    readonly href: string;
  }[];
}

/** Filters with what each would show; folded away on narrow screens. Every value is a link, so Back undoes.
 * `first` stands before the lists. */
export function facetList(title: string, facets: readonly Facet[], first: Child = null): HtmlText {
  return html`<div class="facets" data-behaviour="fold-narrow"><h2 class="visually-hidden">Filters</h2><details open><summary>${title}</summary>${first}${facets.map(facetGroup)}</details></div>`;
}

function facetGroup({ title, values }: Facet): HtmlText {
  const open = values.slice(0, unfolded);
  const folded = values.slice(unfolded);
  const more =
    folded.length === 0
      ? null
      : html`<details><summary>${number(folded.length)} more</summary>${entries(folded)}</details>`;
  return html`<section><h3>${title}</h3>${entries(open)}${more}</section>`;
}

/** All tactics of a release are seen at once. */
const unfolded = 15;

function entries(values: Facet["values"]): HtmlText {
  return html`<ul>${values.map(
    ({ label, count, chosen, href }) =>
      html`<li><a href="${href}"${chosen ? html` aria-current="true"` : null} rel="nofollow"><span>${label}</span><span class="count">${number(count)}</span></a></li>`,
  )}</ul>`;
}
