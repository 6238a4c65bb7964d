import { number } from "../../base/counted.js";
import { type MappingFunction, mappingFunctions, type Rating, ratings } from "../../model/mapping.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import { depthStep } from "./depth-cell.js";
import { functionLabel } from "./score-badge.js";

export interface GridCell {
  readonly function: MappingFunction;
  readonly rating: Rating;
  readonly rows: number;
  readonly chosen: boolean;
  readonly href: string;
}

const bounds = [20, 50, 100, 150] as const;

/** Function by rating as a three by three grid of links, deeper for more rows. */
export function scoreGrid(cells: readonly GridCell[]): HtmlText {
  const cellOf = (of: MappingFunction, rating: Rating) =>
    cells.find((cell) => cell.function === of && cell.rating === rating);
  return html`<table class="score-grid"><caption class="visually-hidden">Rows by function and rating</caption><thead><tr><td></td>${ratings.map(
    (rating) => html`<th scope="col">${rating}</th>`,
  )}</tr></thead><tbody>${mappingFunctions.map(
    (of) =>
      html`<tr><th scope="row">${functionLabel(of)}</th>${ratings.map((rating) => html`<td>${link(cellOf(of, rating))}</td>`)}</tr>`,
  )}</tbody></table>`;
}

function link(cell: GridCell | undefined): HtmlText | null {
  if (!cell) return null;
  if (cell.rows === 0 && !cell.chosen) return html`<span class="faint">0</span>`;
  const here = cell.chosen ? html` aria-current="true"` : null;
  return html`<a class="depth" data-step="${depthStep(cell.rows, bounds)}" href="${cell.href}" rel="nofollow"${here}>${number(cell.rows)}</a>`;
}
