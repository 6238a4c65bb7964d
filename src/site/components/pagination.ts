import { number } from "../../base/counted.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";

/** Where one is among pages of rows; nothing where there is one page only. */
export function pagination(at: {
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
}): HtmlText | null {
  if (at.pages <= 1) return null;
  const near = [...new Set([1, at.page - 1, at.page, at.page + 1, at.pages])].filter((n) => n >= 1 && n <= at.pages);
  const items = near.map((n, index) => {
    const gap = n - (near[index - 1] ?? n - 1) > 1 ? html`<li aria-hidden="true">&hellip;</li>` : null;
    const here = n === at.page ? html` aria-current="page"` : null;
    return html`${gap}<li><a href="${at.href(n)}"${here} aria-label="Page ${number(n)}">${number(n)}</a></li>`;
  });
  const step = (to: number, word: string, rel: string) =>
    to < 1 || to > at.pages ? null : html`<li><a href="${at.href(to)}" rel="${rel}">${word}</a></li>`;
  return html`<nav class="pagination" aria-label="Pages of rows"><ol>${step(at.page - 1, "Previous", "prev")}${items}${step(at.page + 1, "Next", "next")}</ol></nav>`;
}
