import { domainNames } from "../../model/domain.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { SetRef } from "../views/set-ref.js";
import { depthCell, depthStep } from "./depth-cell.js";

export interface TimelineRow {
  readonly label: string;
  readonly sets: readonly SetRef[];
}

/**
 * Sets over ATT&CK releases: a cell is the rows of the set authored on that release. A framework or version with sets of
 * several domains, or of two versions on one release, has a line of its own for each, named at its head: a cell holds one
 * set. A wide figure: it scrolls in its own region on narrow screens.
 */
export function setTimeline(rows: readonly TimelineRow[], releases: readonly string[]): HtmlText {
  return html`<div class="set-timeline scroll" tabindex="0" role="region" aria-label="Sets by ATT&amp;CK release"><table${releases.length > 5 ? html` data-wide` : null}><caption class="visually-hidden">Rows of the sets authored on each ATT&amp;CK release</caption><thead><tr><td></td>${releases.map((release) => html`<th scope="col">${release}</th>`)}</tr></thead><tbody>${rows.map(
    ({ label, sets }) =>
      linesOf(sets).map(
        (line, index) =>
          html`<tr><th scope="row"><span>${index === 0 ? label : html`<span class="visually-hidden">${label}</span>`}${line.name === "" ? null : html` <small>${line.name}</small>`}</span></th>${releases.map((release) => html`<td>${cell(line.sets.find((set) => set.attackVersion === release))}</td>`)}</tr>`,
      ),
  )}</tbody></table></div>`;
}

interface Line {
  /** What tells it from the others of its framework: domain, version, both or nothing. */
  readonly name: string;
  readonly sets: readonly SetRef[];
}

/** In the order in which the sets name them. */
function linesOf(sets: readonly SetRef[]): readonly Line[] {
  const several = new Set(sets.map(({ domain }) => domain)).size > 1;
  const shared = new Set(sets.filter((set) => sets.some((other) => isBeside(set, other))).map(({ domain }) => domain));
  const lines = new Map<string, SetRef[]>();
  for (const set of sets) {
    const name = [several ? domainNames[set.domain] : null, shared.has(set.domain) ? set.frameworkVersion : null]
      .filter((part) => part !== null)
      .join(" ");
    const line = lines.get(name);
    if (line) line.push(set);
    else lines.set(name, [set]);
  }
  return [...lines].map(([name, own]) => ({ name, sets: own }));
}

/** Another version of one framework, domain and release. */
function isBeside(set: SetRef, other: SetRef): boolean {
  const isSamePlace = set.domain === other.domain && set.attackVersion === other.attackVersion;
  return isSamePlace && set.frameworkVersion !== other.frameworkVersion;
}

const bounds = [500, 1_500, 3_000, 6_000] as const;

function cell(set: SetRef | undefined): Child {
  if (set === undefined)
    return html`<span class="faint"><span aria-hidden="true">&middot;</span><span class="visually-hidden">none</span></span>`;
  const words = `${set.frameworkVersion} ${domainNames[set.domain]}`;
  return html`<span title="${words}">${depthCell(set.rows, depthStep(set.rows, bounds), { href: hrefs.set(set.id), words })}</span>`;
}
