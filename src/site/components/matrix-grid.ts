import { counted, number } from "../../base/counted.js";
import { frameworkOf } from "../../model/framework.js";
import { hrefs } from "../hrefs.js";
import { type Child, html, joined } from "../html.js";
import type { HtmlText } from "../route.js";
import { releaseOf, techniqueHref, withQuery } from "../view-hrefs.js";
import type { MatrixCell, MatrixColumn, MatrixPageView } from "../views/matrix.js";
import { hasSets, unitOf } from "../words/matrix.js";
import { answeredInLists } from "../words/matrix-list.js";
import { figure } from "./figure.js";
import { hyphenated } from "./hyphenated.js";

/** A tactic of as many cells stands in two columns, so that the whole fits a desk's screen and names have room to be read. */
const wideFrom = { closed: 26, open: 100 } as const;

/** Tactics side by side in the release's own order; every technique is a link, deeper where more answers it. */
export function matrixGrid(view: MatrixPageView): HtmlText {
  // Releases name matrices that they hold nothing of any more.
  const drawn = view.matrices.filter(({ tactics }) => tactics.length > 0);
  return html`<div class="matrix" data-behaviour="matrix-keys" data-metric="${view.metric}">${drawn.map(
    ({ name, tactics }, index) =>
      html`${index === 0 ? null : html`<p class="matrix-name"><b>${name}</b></p>`}<div class="matrix-columns">${tactics.map((tactic) => column(view, tactic))}</div>`,
  )}</div>`;
}

function column(view: MatrixPageView, { id, name, techniques }: MatrixColumn): HtmlText {
  const mapped = techniques.filter(({ rows }) => rows > 0).length;
  const shown = view.open
    ? techniques.reduce((sum, { subtechniques }) => sum + 1 + subtechniques.length, 0)
    : techniques.length;
  const page = hrefs.tactic(id, releaseOf(view.view));
  // A sub-technique without its technique stands in the column as one; lists tell the two apart.
  const isExact = mapped > 0 && techniques.every((technique) => !technique.id.includes("."));
  const answered = isExact ? `${withQuery(page, { level: "technique", ...answeredInLists(view) })}#rows` : null;
  const counts = hasSets(view)
    ? html`${figure(number(mapped), answered)} of ${number(techniques.length)}`
    : number(techniques.length);
  return html`<section${shown >= wideFrom[view.open ? "open" : "closed"] ? html` data-wide` : null}><header><h2><a href="${page}">${joined(
    name.split(" ").map((word) => html`<span>${hyphenated(word)}</span>`),
    " ",
  )}</a></h2><span>${counts}</span></header><ol>${techniques.map((cell) => entry(view, cell))}</ol></section>`;
}

function entry(view: MatrixPageView, cell: MatrixCell): HtmlText {
  const subs =
    view.open && cell.subtechniques.length > 0
      ? html`<ol>${cell.subtechniques.map((sub) => html`<li>${cellLink(view, sub)}</li>`)}</ol>`
      : null;
  return html`<li>${cellLink(view, cell)}${subs}</li>`;
}

/** Signs that fit three lines of the narrowest column: longer names are cut there, which costs the browser work. */
const shortName = 30;

function cellLink(view: MatrixPageView, cell: MatrixCell): HtmlText {
  const declared = cell.rows === 0 && cell.nonMappable.length > 0;
  const below = !view.open && cell.subtechniques.some(({ outlined }) => outlined);
  const outline = cell.outlined ? "own" : below ? "below" : null;
  const pips =
    view.open || cell.subtechniques.length === 0
      ? null
      : html`<span class="pips" aria-hidden="true">${cell.subtechniques.map(pip)}</span>`;
  return html`<a class="matrix-cell" href="${rowsHref(view, cell.id)}" title="${cell.id} ${cell.name}" data-level="${cell.level}"${declared ? html` data-declared` : null}${outline ? html` data-outline="${outline}"` : null} data-id="${cell.id}">${value(view, cell, declared)}<span class="name"${cell.name.length > shortName ? html` data-long` : null}>${hyphenated(cell.name)}</span><span class="visually-hidden">${words(view, cell, outline)}</span>${pips}</a>`;
}

/** A technique's page with the rows that a cell counts. Of all defence there is no filter: the page's answer counts the same rows. */
export function rowsHref({ view, filter, frameworks }: MatrixPageView, id: string): string {
  const threats = frameworks.flatMap((known) => (known.side === "threat" ? known.id : []));
  const named = filter.side === "threat" && filter.frameworks.length === 0 ? threats : filter.frameworks;
  return techniqueHref(id, view, {
    framework: named.join(","),
    function: filter.function,
    "min-rating": filter.minRating,
  });
}

function value({ metric }: MatrixPageView, cell: MatrixCell, declared: boolean): Child {
  if (declared) return html`<b aria-hidden="true">&times;</b>`;
  if (cell.rows === 0) return null;
  return html`<b aria-hidden="true">${number(metric === "frameworks" ? cell.frameworks : cell.capabilities)}</b>`;
}

function pip({ rows, nonMappable, outlined }: MatrixCell): HtmlText {
  const state = rows > 0 ? "mapped" : nonMappable.length > 0 ? "declared" : "none";
  return html`<i data-pip="${state}"${outlined ? html` data-used` : null}></i>`;
}

/** What colour and marks say, in words. */
function words(view: MatrixPageView, cell: MatrixCell, outline: "own" | "below" | null): string {
  const known = hasSets(view);
  const { side } = view.filter;
  const { one, many } = unitOf[side];
  const { rows, capabilities, frameworks, best, nonMappable, subtechniques } = cell;
  const mapped = subtechniques.filter((sub) => sub.rows > 0).length;
  return [
    cell.id,
    rows === 0
      ? nonMappable.length > 0
        ? `declared non-mappable by ${nonMappable.map((id) => frameworkOf(id).shortName).join(", ")}`
        : known
          ? "no row"
          : "no set"
      : `${counted(capabilities, one, many)} of ${counted(frameworks, "framework")}${side === "threat" ? "" : best === null ? ", not scored" : `, best ${best}`}`,
    subtechniques.length === 0 || !known ? null : `${mapped} of ${subtechniques.length} sub-techniques mapped`,
    outline === "own" ? "outlined" : outline === "below" ? "only sub-techniques outlined" : null,
  ]
    .filter(Boolean)
    .join("; ");
}
