import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import * as addresses from "./addresses.js";
import { releaseOf } from "./components/links.js";
import { matrixCsv } from "./files/matrix-csv.js";
import { matrixLayer } from "./files/matrix-layer.js";
import { matrixSvg } from "./files/matrix-svg.js";
import { hrefs } from "./hrefs.js";
import { toJson } from "./json.js";
import { matrixPage } from "./pages/matrix.js";
import { alignedParameter, scoreParameters } from "./parameters.js";
import { type AnyRoute, type Params, type Query, type QueryParameter, route } from "./route.js";
import { type MatrixPageView, matrixForms, matrixView, subForms } from "./views/matrix.js";
import { sides } from "./views/matrix-filter.js";
import { matrixMetrics } from "./views/matrix-metric.js";
import { missingOutlineProblem } from "./views/missing-outline.js";

const matrixParameters: readonly QueryParameter[] = [
  ...alignedParameter,
  { name: "side", meaning: "Rows that defend, or KEV and VERIS, which name threats.", words: sides, example: "threat" },
  {
    name: "framework",
    meaning: "Rows of these frameworks only, by id or common name; several of one side with commas.",
    many: true,
    example: "m365,azure",
  },
  ...scoreParameters,
  { name: "metric", meaning: "What the depth of a cell shows.", words: matrixMetrics, example: "rating" },
  { name: "outline", meaning: "A group, software or campaign whose techniques are outlined.", example: "G0016" },
  { name: "sub", meaning: "Sub-techniques as cells of their own.", words: subForms, example: "open" },
  { name: "as", meaning: "The page as a table instead.", words: matrixForms, example: "table" },
];

/** A page without the outline says so; data would look as if nothing of it were outlined. */
function refuse({ missing }: MatrixPageView) {
  return missing === null ? null : missingOutlineProblem(missing);
}

const matrix = {
  summary: "A release's matrix with what answers each technique.",
  parameters: matrixParameters,
  view: (kb: KnowledgeBase, params: Params, query: Query) =>
    matrixView(kb, {
      domain: params.domain ?? "enterprise",
      aligned: params.release ?? query.aligned ?? query.attack,
      side: query.side,
      framework: query.framework,
      function: query.function,
      minRating: query["min-rating"],
      metric: query.metric,
      outline: query.outline,
      sub: query.sub,
      as: query.as,
    }),
  page: matrixPage,
  json: ({ missing: _, kept: __, ...view }: MatrixPageView) => toJson(view),
  refuse,
  refuseFile: refuse,
  canonical: (view: MatrixPageView) => hrefs.matrix(view.domain, releaseOf(view.view)),
  files: [
    { name: "layer.json", type: "application/json", write: matrixLayer },
    { name: "matrix.svg", type: "image/svg+xml", write: matrixSvg },
    { name: "matrix.csv", type: "text/csv; charset=utf-8", write: matrixCsv },
  ],
};

export const matrixRoutes: readonly AnyRoute[] = [
  route({
    ...matrix,
    name: "matrix",
    pattern: "/matrix/:domain/",
    all: (kb) => addresses.domainLists(kb, hrefs.matrix),
  }),
  route({
    ...matrix,
    name: "matrixOfRelease",
    pattern: "/matrix/:domain/v/:release/",
    all: (kb) => addresses.versionedDomainLists(kb, hrefs.matrix),
  }),
];
