import type { MatrixPageView } from "../views/matrix.js";
import { isAsked } from "../views/matrix-cells.js";

/** What to ask a list of techniques for those with a row in the matrix. */
export function answeredInLists({ filter, frameworks }: MatrixPageView): Readonly<Record<string, string | null>> {
  const { side, function: of, minRating } = filter;
  if (isOfAllDefense(filter)) return { standing: "answered" };
  // Lists hold both sides' rows, so that a side is its frameworks there.
  const named = side === "threat" || filter.frameworks.length > 0;
  const ids = named ? frameworks.flatMap(({ id }) => (isAsked(filter, id) ? [id] : [])) : [];
  return { framework: ids.join(",") || null, function: of, "min-rating": minRating };
}

/** Whether all rows of defence count, as they do in what lists say of techniques without one. */
export function isOfAllDefense({ side, frameworks, function: of, minRating }: MatrixPageView["filter"]): boolean {
  return side === "defense" && frameworks.length === 0 && of === null && minRating === null;
}
