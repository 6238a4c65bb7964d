import { hrefs } from "../hrefs.js";
import { releaseOf, withQuery } from "../view-hrefs.js";
import { filterQuery, type RowFilter } from "../views/row-filter.js";
import type { TechniqueView } from "../views/technique.js";

/** A technique's page in the same view, its rows narrowed as they are, but for `change`. */
export function askedHref(
  { technique, view, filter }: Pick<TechniqueView, "technique" | "view" | "filter">,
  change: Partial<RowFilter> = {},
): string {
  const aligned = view.kind === "aligned";
  return withQuery(hrefs.technique(technique.id, aligned ? null : releaseOf(view)), {
    aligned: aligned ? view.release : null,
    ...filterQuery({ ...filter, ...change }),
  });
}
