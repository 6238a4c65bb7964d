import { capitalized } from "../../base/capitalized.js";
import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import type { Side } from "../../model/framework.js";
import { type Column, dataTable } from "../components/data-table.js";
import { doubtNote } from "../components/doubt-note.js";
import { linkedSentence } from "../components/figure.js";
import { frameNote } from "../components/frame-note.js";
import { idLink } from "../components/links.js";
import { matrixControls, matrixLegend, matrixSides } from "../components/matrix-controls.js";
import { matrixGrid, rowsHref } from "../components/matrix-grid.js";
import { keptQuery, matrixHref, matrixQuery } from "../components/matrix-query.js";
import { objectHead } from "../components/object-head.js";
import { releaseSwitch } from "../components/release-switch.js";
import { segmented } from "../components/segmented.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { releaseOf, withQuery } from "../view-hrefs.js";
import type { MatrixCell, MatrixPageView } from "../views/matrix.js";
import { objectKindFacts } from "../views/object-kind.js";
import { cellsOf, hasSets, matrixCounts, matrixSentence, matrixTitle, unitOf } from "../words/matrix.js";

/** What a count of the matrix does not say. */
const meaningOf = {
  defense: "Capabilities with a row, not coverage.",
  threat: "Entries that describe them, not what answers them.",
} as const satisfies Record<Side, string>;

/** One release's matrix: where defences are deep, where there is none, against whom. */
export function matrixPage(view: MatrixPageView): Page {
  const title = matrixTitle(view);
  return {
    title: `Matrix: ${title}`,
    description: matrixSentence(view),
    body: html`${objectHead({ kind: "What answers what, tactic by tactic", title })}<p class="matrix-sentence">${linkedSentence(matrixCounts(view))}${hasSets(view) ? ` ${meaningOf[view.filter.side]}` : null}</p><div class="matrix-tools">${segmented(
      "Domain",
      view.kept.map(({ domain, release }) => ({
        label: domainNames[domain],
        href: withQuery(hrefs.matrix(domain, release), keptQuery(view, domain)),
        current: domain === view.domain,
      })),
    )}${matrixSides(view)}${releaseSwitch(view.view, (release) => matrixHref(view, release))}</div>${matrixControls(view)}${view.as === "table" ? table(view) : html`${matrixLegend(view)}${matrixGrid(view)}`}${outlined(view)}<p class="note">${frameNote(view.view)}${borrowed(view)}</p>${doubtNote(view.doubtful, view.view)}${files(view)}`,
    breadcrumbs: [{ label: "Matrix", href: null }],
    section: "matrix",
  };
}

function borrowed({ borrowed: from, view }: MatrixPageView): HtmlText | null {
  if (from === null) return null;
  return html` ATT&amp;CK ${view.release} has no matrix of its own; it is drawn with the tactics of ${from}.`;
}

function outlined({ outline, view }: MatrixPageView): HtmlText | null {
  if (outline === null) return null;
  const { kind } = outline;
  const page = kind === "group" ? hrefs.group : objectKindFacts[kind].page;
  const whose = kind === "group" ? "reported of the group itself" : objectKindFacts[kind].whose;
  const software = kind === "group" || kind === "campaign" ? "; what its software can do is on its page" : "";
  return html`<p class="note">Outlined: ${idLink(outline.id, page(outline.id, releaseOf(view)))} ${outline.name}, techniques ${whose}${software}.</p>`;
}

/** The view as files: the same filter, the same counts. */
function files(view: MatrixPageView): HtmlText {
  const at = hrefs.matrix(view.domain, releaseOf(view.view));
  const other = view.as === "table" ? null : "table";
  const stem = `matrix_${view.domain}-${view.view.release}`;
  const file = (name: string) => withQuery(`${at}${name}`, matrixQuery(view));
  return html`<div class="matrix-tools"><a class="button" href="${file("layer.json")}" download="${stem}.layer.json">Navigator layer</a><a class="button" href="${file("matrix.svg")}" download="${stem}.svg" data-behaviour="save-png">SVG</a><a class="button" href="${file("matrix.csv")}" download="${stem}.csv">CSV</a><a class="button" href="${hrefs.api(matrixHref(view, releaseOf(view.view)))}">JSON</a><a class="button" href="${withQuery(at, { ...matrixQuery(view), as: other })}" rel="nofollow">${other === null ? "The same as a matrix" : "The same as a table"}</a></div>`;
}

function table(view: MatrixPageView): HtmlText {
  const cells = cellsOf(view);
  const units = capitalized(unitOf[view.filter.side].many);
  const columns: readonly Column<MatrixCell>[] = [
    { label: "Technique", kind: "id", cell: ({ id }) => idLink(id, rowsHref(view, id)) },
    { label: "Name", kind: "main", cell: ({ name }) => name },
    { label: units, kind: "number", narrowLabel: units, cell: (cell) => number(cell.capabilities) },
    { label: "Frameworks", kind: "number", narrowLabel: "Frameworks", cell: (cell) => number(cell.frameworks) },
    { label: "Best", cell: ({ rows, best }) => (rows === 0 ? "no row" : (best ?? "not scored")) },
    { label: "State", cell: ({ rows, nonMappable }) => (rows === 0 && nonMappable.length > 0 ? "non-mappable" : null) },
  ];
  return dataTable<MatrixCell>({
    caption: `${matrixTitle(view)}: ${counted(cells.length, "technique")}`,
    columns,
    bodies: [{ rows: cells }],
    complete: true,
    tone: ({ rows }) => (rows === 0 ? "off" : null),
  });
}
