import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

export interface Fact {
  readonly name: string;
  /** null leaves the fact out: nothing is known. */
  readonly value: Child;
}

/** Short facts in a line, wrapping. */
export function factsList(facts: readonly Fact[]): HtmlText {
  const shown = facts.filter(({ value }) => value !== null && value !== undefined && value !== "");
  return html`<dl class="facts-list">${shown.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
