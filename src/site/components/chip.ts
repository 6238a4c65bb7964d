import { html } from "../html.js";
import type { HtmlText } from "../route.js";

/** An active filter; its link is the same page without it. */
export function chip(label: string, hrefWithout: string): HtmlText {
  return html`<a class="chip" href="${hrefWithout}"><span class="visually-hidden">Remove filter </span>${label}<span aria-hidden="true">&times;</span></a>`;
}
