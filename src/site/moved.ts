import { type AnyRoute, type Match, matchRoute } from "./route.js";

/**
 * The path a page should be read at, null when it is read there. Another spelling (case, padding, an old id, a missing
 * slash) leads to the canonical path; a query alias such as `?attack=14.1`, whose canonical path is another kind of
 * address, is answered where it is.
 */
export function movedTo(
  routes: readonly AnyRoute[],
  match: Match,
  at: { readonly canonical: string; readonly path: string },
): string | null {
  const canonical = at.canonical.replace(/\?.*$/, "");
  const sameKind = matchRoute(routes, canonical)?.route === match.route;
  const wanted = sameKind ? canonical : slashed(at.path);
  return wanted === at.path ? null : wanted;
}

/** One slash in front (two would name a host), one at the end, none doubled. */
function slashed(path: string): string {
  return `/${path.split("/").filter(Boolean).join("/")}/`;
}
