import type { SearchIndex } from "../../knowledge/search.js";

/** What a browser searches with, and the page that shows an answer. */
export interface Searching {
  readonly index: SearchIndex;
  readonly view: typeof import("../../site/views/search.js")["searchAnswer"];
  readonly results: typeof import("../../site/pages/search.js")["searchResults"];
  readonly context: typeof import("../../site/pages/search.js")["hitContext"];
}

let fetched: Promise<Searching> | null = null;
let source = fetchAll;

/** Searches with what is here already, instead of fetching a list. */
export function searchWith(here: () => Promise<Searching>): void {
  source = here;
}

/**
 * The index over everything with a page, made in the browser of the list beside the search page; fetched once a page. Rejects
 * without a connection; the form still leads to the search page then.
 */
export function searching(): Promise<Searching> {
  fetched ??= source().catch((cause: unknown) => {
    fetched = null; // asked for again at the next key
    throw cause;
  });
  return fetched;
}

async function fetchAll(): Promise<Searching> {
  const address = `${sitePath()}/search/list.json`;
  const [answer, { SearchIndex }, { entriesOf }, { searchAnswer }, { searchResults, hitContext }] = await Promise.all([
    fetch(address),
    import("../../knowledge/search.js"),
    import("../../knowledge/search-list.js"),
    import("../../site/views/search.js"),
    import("../../site/pages/search.js"),
  ]);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return {
    index: new SearchIndex(entriesOf(await answer.json())),
    view: searchAnswer,
    results: searchResults,
    context: hitContext,
  };
}

/** What stands before every path of ours: "" but on a static host below a path. */
export function sitePath(): string {
  return document.documentElement.dataset.base ?? "";
}
