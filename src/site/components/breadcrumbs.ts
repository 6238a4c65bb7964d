import { html } from "../html.js";
import type { HtmlText, Page } from "../route.js";

/** The way from home to the page; nothing on the home page itself. */
export function breadcrumbs(crumbs: Page["breadcrumbs"]): HtmlText | null {
  if (crumbs.length === 0) return null;
  return html`<nav class="breadcrumbs" aria-label="Breadcrumb"><ol>${crumbs.map(({ label, href }) =>
    href === null
      ? html`<li><span aria-current="page">${label}</span></li>`
      : html`<li><a href="${href}">${label}</a></li>`,
  )}</ol></nav>`;
}
