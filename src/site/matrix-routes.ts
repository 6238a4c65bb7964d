import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import * as addresses from "./addresses.js";
import { matrixFields } from "./fields.js";
import { matrixCsv } from "./files/matrix-csv.js";
import { matrixLayer } from "./files/matrix-layer.js";
import { matrixSvg } from "./files/matrix-svg.js";
import { hrefs } from "./hrefs.js";
import { toJson } from "./json.js";
import { matrixPage } from "./pages/matrix.js";
import { type AnyRoute, type Params, type Query, route } from "./route.js";
import { releaseOf } from "./view-hrefs.js";
import { type MatrixPageView, matrixOf, matrixView } from "./views/matrix.js";
import { missingOutlineProblem } from "./views/missing-outline.js";

/** A page without the outline says so; data would look as if nothing of it were outlined. */
function refuse({ missing }: MatrixPageView) {
  return missing === null ? null : missingOutlineProblem(missing);
}

const matrix = {
  summary: "A release's matrix with what answers each technique.",
  fields: matrixFields,
  view: (kb: KnowledgeBase, params: Params, query: Query) =>
    matrixView(kb, {
      ...query,
      domain: params.domain ?? "enterprise",
      aligned: params.release ?? query.aligned,
    }),
  page: matrixPage,
  json: (view: MatrixPageView) => toJson(matrixOf(view)),
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
