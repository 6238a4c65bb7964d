import { counted } from "../../base/counted.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { TableLinks } from "../table/table-links.js";
import type { TableFrame } from "../table/table-view.js";
import { refusal } from "../table/words.js";
import { emptyState } from "./empty-state.js";
import { facetList } from "./facets.js";
import { message } from "./message.js";
import { pagination } from "./pagination.js";
import { tableChips, tableColumns, tableDownloads, tableFacets, tableField } from "./table-tools.js";

export interface AskedListing {
  readonly view: TableFrame & { readonly rows: readonly unknown[] };
  readonly links: TableLinks;
  /** What a row is: `group`, `groups`. */
  readonly unit: readonly [one: string, many: string];
  /** What the field looks through: `Filter by id or name`. */
  readonly label: string;
  /** Heads it for screen readers; null where it stands in a section of its own. */
  readonly title: string | null;
  /** The rows that pass, where there are any. */
  readonly table: () => HtmlText;
  /** Before the facets. */
  readonly first?: Child;
  /** Names of its files; `made`: they are in no export. */
  readonly files?: { readonly base: string; readonly made?: true };
}

/** Up to here a table is read at a glance, and filters would only stand in its way. */
const glance = 20;

/** A table with filters, order and columns over all its rows; every choice is an address, and works without a script. */
export function askedListing(listing: AskedListing): HtmlText {
  const { view, links, unit, title, table } = listing;
  const [one, many] = unit;
  if (view.all <= glance && !isAsked(view)) {
    return html`<div class="listing" id="rows">${headed(title)}${unknownWords(view)}${table()}${files(listing)}</div>`;
  }
  const none = emptyState(`No ${one} passes the filter.`, html`<a href="${links.cleared()}">Show all</a>`);
  const facets = tableFacets(view, links);
  const beside =
    facets.length === 0 && listing.first == null
      ? null
      : facetList(`Filter ${counted(view.all, one, many)}`, facets, listing.first);
  return html`<div class="${beside === null ? "listing" : "split"}" id="rows">${beside}<div>${headed(title)}${unknownWords(view)}${tableField(view, links, listing.label)}${tableChips(view, links)}${tableColumns(view, links)}${view.matching === 0 ? none : table()}${pagination({ page: view.page, pages: view.pages, href: (page) => links.page(page) })}${files(listing)}</div></div>`;
}

function isAsked({ question: { q, facets, sort, columns } }: TableFrame): boolean {
  return q !== "" || Object.keys(facets).length > 0 || sort.length > 0 || columns !== null;
}

/** What the API refuses a page says, beside rows that its other words find: the reader sees what to choose instead. */
function unknownWords({ unknown }: TableFrame): Child {
  return unknown.map((word) => {
    const refused = refusal([word]);
    return refused === null ? null : message("warn", refused.title, refused.detail);
  });
}

function headed(title: string | null): Child {
  return title === null ? null : html`<h2 class="visually-hidden">${title}</h2>`;
}

function files({ view, links, files: of }: AskedListing): Child {
  return of === undefined || view.matching === 0 ? null : tableDownloads(view, { links, ...of });
}
