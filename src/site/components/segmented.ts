import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

export interface Segment {
  readonly label: Child;
  readonly href: string;
  readonly current: boolean;
}

/** Two to four views that exclude each other, as links. */
export function segmented(label: string, segments: readonly Segment[]): HtmlText {
  return html`<ul class="segmented" aria-label="${label}">${segments.map(
    (segment) =>
      html`<li><a href="${segment.href}"${segment.current ? html` aria-current="page"` : null}>${segment.label}</a></li>`,
  )}</ul>`;
}
