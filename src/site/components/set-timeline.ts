import { domainNames } from "../../model/domain.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { SetRef } from "../views/set-ref.js";
import { depthCell, depthStep } from "./depth-cell.js";

export interface TimelineRow {
  readonly label: string;
  readonly sets: readonly SetRef[];
}

/**
 * Sets over ATT&CK releases: a line a framework or version, a cell the rows of the sets authored on that release. A wide
 * figure: it scrolls in its own region on narrow screens.
 */
export function setTimeline(rows: readonly TimelineRow[], releases: readonly string[]): HtmlText {
  return html`<div class="set-timeline scroll" tabindex="0" role="region" aria-label="Sets by ATT&amp;CK release"><table><caption class="visually-hidden">Rows of the sets authored on each ATT&amp;CK release</caption><thead><tr><td></td>${releases.map((release) => html`<th scope="col">${release}</th>`)}</tr></thead><tbody>${rows.map(
    ({ label, sets }) =>
      html`<tr><th scope="row">${label}</th>${releases.map((release) => html`<td>${cell(sets.filter((set) => set.attackVersion === release))}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

const bounds = [500, 1_500, 3_000, 6_000] as const;

function cell(sets: readonly SetRef[]): HtmlText | readonly HtmlText[] {
  if (sets.length === 0)
    return html`<span class="faint"><span aria-hidden="true">&middot;</span><span class="visually-hidden">none</span></span>`;
  return sets.map((set) => {
    const words = `${set.frameworkVersion} ${domainNames[set.domain]}`;
    return html`<span title="${words}">${depthCell(set.rows, depthStep(set.rows, bounds), hrefs.set(set.id))}</span>`;
  });
}
