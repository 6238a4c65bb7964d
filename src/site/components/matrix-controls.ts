import { frameworkOf } from "../../model/framework.js";
import { mappingFunctions, ratings } from "../../model/mapping.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import { releaseOf, withQuery } from "../view-hrefs.js";
import type { MatrixPageView } from "../views/matrix.js";
import { matrixMetrics } from "../views/matrix-metric.js";
import { functionWords } from "../words/mapping.js";
import { hasSets, legendWords, metricWords, unitOf } from "../words/matrix.js";
import { frameworkBox, option } from "./form-fields.js";
import { missingMessage, outlineField } from "./matrix-outline-field.js";
import { matrixQuery } from "./matrix-query.js";
import { segmented } from "./segmented.js";

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
  const hidden = view.as === "table" ? html`<input type="hidden" name="as" value="table">` : null;
  return html`<form class="matrix-controls" action="${hrefs.matrix(view.domain, releaseOf(view.view))}" aria-label="What the matrix shows" data-behaviour="matrix-controls">${frameworkChoice(view)}${moreChoices(view)}${missingMessage(view)}${hidden}</form>`;
}

/** Folded on a phone by the script, so that the matrix is not pushed out of sight: how many are set stands above them. */
function moreChoices(view: MatrixPageView): HtmlText {
  const { filter, metric, outline, missing, open } = view;
  const choices = [
    filter.function,
    filter.minRating,
    metric !== "capabilities" || null,
    outline ?? missing,
    open || null,
  ];
  const set = choices.filter((choice) => choice !== null).length;
  // Threats have no scores, and where nobody has a set nothing can be narrowed; what was asked for can be taken back.
  const isScored =
    filter.side === "defense" && (hasSets(view) || filter.function !== null || filter.minRating !== null);
  const metrics = matrixMetrics.filter((name) => isScored || name !== "rating" || metric === name);
  const words = `${isScored ? "Filter, depth" : "Depth"} and outline${set === 0 ? "" : `: ${set} set`}`;
  // What went wrong with one of them is in sight.
  const folds = missing === null ? html` data-behaviour="fold-narrow"` : null;
  return html`<div class="more"${folds}><details open><summary>${words}</summary><div>${[
    !isScored
      ? null
      : select("function", "Function", [
          option("", "Any function", filter.function ?? ""),
          ...mappingFunctions.map((name) => option(name, functionWords[name], filter.function)),
        ]),
    !isScored
      ? null
      : select("min-rating", "Least rating", [
          option("", "Any, not scored too", filter.minRating ?? ""),
          ...ratings.map((name) => option(name, name, filter.minRating)),
        ]),
    hasSets(view) || metric !== "capabilities"
      ? select(
          "metric",
          "Depth shows",
          metrics.map((name) =>
            option(
              name === "capabilities" ? "" : name,
              metricWords(name, filter.side),
              metric === "capabilities" ? "" : metric,
            ),
          ),
        )
      : null,
    outlineField(view),
    html`<label class="check"><input type="checkbox" name="sub" value="open"${open ? html` checked` : null}> Open sub-techniques</label>`,
    html`<button class="button">Show</button>`,
  ]}</div></details></div>`;
}

/** Check boxes: none checked is all of the side. A form without script sends each as a value of its own. */
function frameworkChoice({ filter, frameworks }: MatrixPageView): HtmlText {
  const ofSide = frameworks.filter(({ side }) => side === filter.side);
  // One that was asked for and has no set here can be taken back too.
  const absent = filter.frameworks.filter((id) => ofSide.every((known) => known.id !== id));
  const all = ofSide.length === 0 ? "None" : `All ${ofSide.length}`;
  const [asked, there] = [filter.frameworks.length, ofSide.length + absent.length];
  const chosen = asked === 0 ? all : `${asked} of ${there}`;
  const box = (id: string, words: string) => frameworkBox(id, words, filter.frameworks);
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

/** What depth, number, marks and outlines mean. */
export function matrixLegend(view: MatrixPageView): HtmlText {
  const { legend, metric, outline, totals, open, filter } = view;
  const number = `number = ${metric === "frameworks" ? "frameworks" : unitOf[filter.side].many}`;
  return html`<ul class="legend" aria-label="Legend">${[
    html`<li><i data-level="0"></i>${hasSets(view) ? "no row" : "no set, so nothing is known"}</li>`,
    legend.map((step) => html`<li><i data-level="${step.level}"></i>${legendWords(step)}</li>`),
    hasSets(view) ? html`<li>${number}</li>` : null,
    totals.nonMappable > 0 ? html`<li><i data-level="0" class="declared">&times;</i>declared non-mappable</li>` : null,
    open || totals.subtechniques.all === 0 || !hasSets(view)
      ? null
      : html`<li><span class="pips" aria-hidden="true"><i data-pip="none"></i><i data-pip="mapped"></i></span>a pip a sub-technique, filled where it has a row${outline ? ", tall where outlined" : ""}</li>`,
    outline ? html`<li><i data-level="0" data-outline="own"></i>${outline.name}</li>` : null,
    outline && !open && totals.subtechniques.all > 0
      ? html`<li><i data-level="0" data-outline="below"></i>only its sub-techniques</li>`
      : null,
  ]}</ul>`;
}
