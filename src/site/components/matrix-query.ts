import type { Domain } from "../../model/domain.js";
import { hrefs } from "../hrefs.js";
import { withQuery } from "../view-hrefs.js";
import type { MatrixPageView } from "../views/matrix.js";

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
