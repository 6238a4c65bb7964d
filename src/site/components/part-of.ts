import { number } from "../../base/counted.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import { figure } from "./figure.js";

/** `36 of 66` with a bar of the same length; the figure is text that may lead to the 36, the bar repeats it. */
export function partOf(n: number, of: number, href: string | null = null): HtmlText {
  return html`<span class="part-of"><span>${figure(number(n), n === 0 ? null : href)} <small>of ${number(of)}</small></span><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="4"/><rect class="on" width="${of === 0 ? 0 : ((n / of) * 100).toFixed(1)}" height="4"/></svg></span>`;
}
