import type { Domain } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import { mappingFunctions, ratings } from "../../model/mapping.js";
import { hrefs } from "../hrefs.js";
import { type Child, html, joined } from "../html.js";
import type { HtmlText } from "../route.js";
import type { MatrixPageView } from "../views/matrix.js";
import { matrixMetrics } from "../views/matrix-metric.js";
import type { MissingOutline } from "../views/missing-outline.js";
import { releaseOf, withQuery } from "./links.js";
import { legendWords, metricWords } from "./matrix-words.js";
import { segmented } from "./segmented.js";
import { functionWords } from "./words.js";

/** The query that shows this matrix again; what is as usual is left out. */
export function matrixQuery({ filter, metric, outline, open, as }: MatrixPageView) {
  return {
    side: filter.side === "threat" ? "threat" : null,
    framework: filter.frameworks.join(",") || null,
    function: filter.function,
    "min-rating": filter.minRating,
    metric: metric === "capabilities" ? null : metric,
    outline: outline?.id ?? null,
    sub: open ? "open" : null,
    as: as === "table" ? as : null,
  };
}

/** The matrix's address at a release, null = current, all else as shown. */
export function matrixHref(view: MatrixPageView, release: string | null): string {
  return withQuery(hrefs.matrix(view.domain, release), matrixQuery(view));
}

/** The query that shows the same on another domain's matrix, as far as that has what was chosen. */
export function keptQuery(view: MatrixPageView, domain: Domain) {
  const kept = view.kept.find((known) => known.domain === domain);
  return { ...matrixQuery(view), framework: kept?.frameworks.join(",") || null, outline: kept?.outline ?? null };
}

/** The two sides, which are never added up, as links; all else stays as it is. */
export function matrixSides(view: MatrixPageView): HtmlText {
  const at = hrefs.matrix(view.domain, releaseOf(view.view));
  const to = (side: string | null) => withQuery(at, { ...matrixQuery(view), side, framework: null });
  return segmented("Side", [
    { label: "Defence", href: to(null), current: view.filter.side === "defense" },
    { label: "Threat", href: to("threat"), current: view.filter.side === "threat" },
  ]);
}

/** What may be chosen, as a form that any browser sends; with the script a choice shows at once. */
export function matrixControls(view: MatrixPageView): HtmlText {
  const { filter, metric, open, as } = view;
  return html`<form class="matrix-controls" action="${hrefs.matrix(view.domain, releaseOf(view.view))}" aria-label="What the matrix shows" data-behaviour="matrix-controls">${[
    frameworkChoice(view),
    filter.side === "threat"
      ? null
      : select("function", "Function", [
          option("", "Any function", filter.function ?? ""),
          ...mappingFunctions.map((name) => option(name, functionWords[name], filter.function)),
        ]),
    filter.side === "threat"
      ? null
      : select("min-rating", "Least rating", [
          option("", "Any, not scored too", filter.minRating ?? ""),
          ...ratings.map((name) => option(name, name, filter.minRating)),
        ]),
    select(
      "metric",
      "Depth shows",
      matrixMetrics.map((name) =>
        option(name === "capabilities" ? "" : name, metricWords[name], metric === "capabilities" ? "" : metric),
      ),
    ),
    outlineField(view),
    html`<label class="check"><input type="checkbox" name="sub" value="open"${open ? html` checked` : null}> Open sub-techniques</label>`,
    as === "table" ? html`<input type="hidden" name="as" value="table">` : null,
    html`<button class="button">Show</button>`,
  ]}</form>`;
}

/** Where nothing is called so, the field keeps what was typed, and leads to what may have been meant. */
function outlineField(view: MatrixPageView): HtmlText {
  const { outline, missing } = view;
  const failed = missing === null ? null : html` aria-invalid="true" aria-describedby="outline-missing"`;
  return html`<label><span>Outline</span><input type="search" name="outline" value="${outline?.id ?? missing?.asked ?? ""}" placeholder="G0016, APT29, S0154 &hellip;" maxlength="80" autocomplete="off" spellcheck="false"${failed}></label>${missing === null ? null : missingMessage(view, missing)}`;
}

function missingMessage(view: MatrixPageView, { said, known, near, links }: MissingOutline): HtmlText {
  const found = near.map(({ label, id, domain, release }) => ({
    label,
    href: withQuery(hrefs.matrix(domain, release), { ...keptQuery(view, domain), outline: id }),
  }));
  const all = [...found, ...links].map(({ label, href }) => html`<a href="${href}">${label}</a>`);
  const asks = near.length > 0 && !known;
  return html`<div class="message" data-tone="warn" id="outline-missing"><strong>Nothing is outlined</strong><p>${said} ${near.length === 0 ? null : known ? "See " : "Did you mean "}${joined(all, ", ")}${asks ? "?" : "."}</p></div>`;
}

/** Check boxes: none checked is all of the side. A form without script sends each as a value of its own. */
function frameworkChoice({ filter, frameworks }: MatrixPageView): HtmlText {
  const ofSide = frameworks.filter(({ side }) => side === filter.side);
  // One that was asked for and has no set here can be taken back too.
  const absent = filter.frameworks.filter((id) => ofSide.every((known) => known.id !== id));
  const chosen =
    filter.frameworks.length === 0
      ? `All ${ofSide.length}`
      : `${filter.frameworks.length} of ${ofSide.length + absent.length}`;
  const box = (id: string, words: string) =>
    html`<label><input type="checkbox" name="framework" value="${id}"${filter.frameworks.includes(id) ? html` checked` : null}> ${words}</label>`;
  const boxes = [
    ofSide.map(({ id, name }) => box(id, name)),
    absent.map((id) => box(id, `${frameworkOf(id).name}, no set here`)),
  ];
  const side = filter.side === "threat" ? html`<input type="hidden" name="side" value="threat">` : null;
  return html`<div class="choice"><span id="framework-choice">Frameworks</span><details><summary aria-describedby="framework-choice">${chosen}</summary><fieldset><legend class="visually-hidden">Frameworks, none checked is all</legend>${boxes}</fieldset></details>${side}</div>`;
}

function select(name: string, label: string, options: Child): HtmlText {
  return html`<label><span>${label}</span><select name="${name}">${options}</select></label>`;
}

function option(value: string, label: string, chosen: string | null): HtmlText {
  return html`<option value="${value}"${value === (chosen ?? null) ? html` selected` : null}>${label}</option>`;
}

/** What depth, number, marks and outlines mean. */
export function matrixLegend(view: MatrixPageView): HtmlText {
  const { legend, metric, outline, totals, open } = view;
  const number = metric === "frameworks" ? "number = frameworks" : "number = capabilities";
  return html`<ul class="legend" aria-label="Legend">${[
    html`<li><i data-level="0"></i>no row</li>`,
    legend.map((step) => html`<li><i data-level="${step.level}"></i>${legendWords(step)}</li>`),
    html`<li>${number}</li>`,
    totals.nonMappable > 0 ? html`<li><i data-level="0" class="declared">&times;</i>declared non-mappable</li>` : null,
    open || totals.subtechniques.all === 0
      ? null
      : html`<li><span class="pips" aria-hidden="true"><i data-pip="none"></i><i data-pip="mapped"></i></span>a pip a sub-technique, filled where it has a row${outline ? ", tall where outlined" : ""}</li>`,
    outline ? html`<li><i data-level="0" data-outline="own"></i>${outline.name}</li>` : null,
    outline && !open ? html`<li><i data-level="0" data-outline="below"></i>only its sub-techniques</li>` : null,
  ]}</ul>`;
}
