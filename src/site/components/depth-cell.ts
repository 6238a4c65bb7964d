import { number } from "../../base/counted.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";

/**
 * A number on the depth ramp, darker for more, always with the number itself. `step` 1 to 5. Leads on; `words` say of what
 * the number is to those who hear the link alone.
 */
export function depthCell(
  count: number,
  step: 1 | 2 | 3 | 4 | 5,
  { href, words }: { readonly href: string; readonly words: string },
): HtmlText {
  return html`<a class="depth" data-step="${step}" href="${href}">${number(count)}<span class="visually-hidden"> rows of ${words}</span></a>`;
}

/** Steps for numbers of rows in whole sets, and for numbers of techniques. */
export function depthStep(count: number, bounds: readonly [number, number, number, number]): 1 | 2 | 3 | 4 | 5 {
  const steps = [2, 3, 4, 5] as const;
  return steps.findLast((_, index) => count >= (bounds[index] ?? 0)) ?? 1;
}
