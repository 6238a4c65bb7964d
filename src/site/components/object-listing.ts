import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { ObjectColumnId } from "../table/object-table.js";
import type { TableLinks } from "../table/table-links.js";
import type { TableFrame, TableView } from "../table/table-view.js";
import type { ObjectEntry } from "../views/attack-object-list.js";
import { type AskedColumn, askedColumns } from "./asked-columns.js";
import { askedListing } from "./asked-listing.js";
import { dataTable } from "./data-table.js";
import { idLink } from "./links.js";

export interface ObjectListing {
  /** `Threat groups`. */
  readonly title: string;
  /** `group`, `groups`. */
  readonly words: readonly [one: string, many: string];
  readonly view: TableView<ObjectEntry>;
  readonly links: TableLinks;
  /** The page of an entry, at the release of the list. */
  readonly href: (id: string) => string;
  /** Names of its files. */
  readonly base: string;
}

/** Groups, software, campaigns or mitigations with filters over all of them; every choice is an address. */
export function objectListing({ title, words, view, links, href, base }: ObjectListing): HtmlText {
  return askedListing({
    view,
    links,
    title,
    unit: words,
    label: "Filter by id or any name",
    table: () =>
      dataTable<ObjectEntry>({
        caption: title,
        columns: askedColumns(columnsOf(view, href), { view, links }),
        bodies: [{ rows: view.rows }],
        room: 900,
      }),
    files: { base, made: true },
  });
}

/** `178 groups; 175 of them are reported …`, or how many of them pass; `rest` says more of those. */
export function listingWords({ matching, all }: TableFrame, words: ObjectListing["words"], rest: string): string {
  if (matching === all) return `${counted(all, ...words)}; ${rest}`;
  if (matching === 0) return `None of ${counted(all, ...words)} passes the filter.`;
  return `${number(matching)} of ${counted(all, ...words)} ${matching === 1 ? "passes" : "pass"} the filter; ${rest}`;
}

type ObjectColumn = AskedColumn<ObjectEntry> & { readonly id: ObjectColumnId };

/** Those with a look of their own, of the columns that this kind of object has. */
function columnsOf({ columns }: TableView<ObjectEntry>, href: ObjectListing["href"]): readonly ObjectColumn[] {
  const label = (id: ObjectColumnId) => columns.find((column) => column.id === id)?.label ?? id;
  const muted = (texts: readonly string[]): Child => html`<span class="muted">${texts.join(", ")}</span>`;
  const looks: readonly ObjectColumn[] = [
    { id: "id", label: label("id"), kind: "id", cell: ({ id }) => idLink(id, href(id)) },
    { id: "name", label: label("name"), kind: "main", cell: ({ name }) => name },
    { id: "aliases", label: label("aliases"), kind: "full", cell: ({ aliases }) => muted(aliases) },
    { id: "type", label: label("type"), cell: ({ type }) => muted([type]) },
    {
      id: "domain",
      label: label("domain"),
      cell: ({ domains }) => muted(domains.map((domain) => domainNames[domain])),
    },
    {
      id: "techniques",
      label: label("techniques"),
      kind: "number",
      narrowLabel: "Techniques",
      cell: ({ techniques }) => number(techniques),
    },
  ];
  return looks.filter(({ id }) => columns.some((column) => column.id === id));
}
