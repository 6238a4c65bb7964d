import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

export interface KeyFigure {
  readonly value: Child;
  /** `of 656`: what the figure is a part of. */
  readonly of?: Child;
  readonly label: Child;
}

/** A few large figures, each with its unit and what it is a part of. */
export function keyFigures(figures: readonly KeyFigure[]): HtmlText {
  return html`<dl class="key-figures">${figures.map(
    ({ value, of, label }) =>
      html`<div><dt>${label}</dt><dd>${value}${of ? html` <small>${of}</small>` : null}</dd></div>`,
  )}</dl>`;
}
