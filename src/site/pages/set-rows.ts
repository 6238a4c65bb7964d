import { type Mapping, standsOn } from "../../model/mapping.js";
import { askedListing } from "../components/asked-listing.js";
import { mappingTable, type TechniqueOfRow } from "../components/mapping-table.js";
import { scoreGrid } from "../components/score-grid.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import { TableLinks } from "../table/table-links.js";
import { techniqueHref } from "../view-hrefs.js";
import type { SetView } from "../views/set.js";

/** All rows of a set, page by page, with filters over all of them; every choice is an address. */
export function setRows(view: SetView): HtmlText {
  const { set, page, scores, carried } = view;
  const path = hrefs.set(set.id);
  const links = new TableLinks(path, page, { aligned: carried?.to ?? null });
  const cells = scores.map((cell) => ({
    ...cell,
    href: links.choosing(
      cell.chosen ? { function: [], rating: [] } : { function: [cell.function], rating: [cell.rating] },
    ),
  }));
  const grid = cells.length === 0 ? null : html`<section><h3>Function and rating</h3>${scoreGrid(cells)}</section>`;
  return askedListing({
    view: page,
    links,
    title: "Rows",
    unit: ["row", "rows"],
    label: "Filter all rows by any word",
    table: () => rows(view, links),
    first: grid,
    files: { base: "rows" },
  });
}

function rows({ set, page, carried }: SetView, links: TableLinks): HtmlText {
  return mappingTable({
    caption: "Rows of the set",
    rows: page.rows,
    frozen: true,
    technique: (row) => techniqueOf(row, set, carried),
    asked: { view: page, links },
  });
}

/** As its file names it; where rows are carried, the technique that it stands on now. */
export function techniqueOf(
  row: Mapping,
  { attackVersion, releaseLoaded }: SetView["set"],
  carried: SetView["carried"] = null,
): TechniqueOfRow | null {
  const { techniqueId, techniqueName: name } = row;
  if (techniqueId === null) return null;
  const authored = techniqueId.trim();
  const id = standsOn(row);
  // A release that is not loaded has no page of the technique: the current one is the nearest.
  const own = hrefs.technique(authored, releaseLoaded ? attackVersion : null);
  if (carried === null || id === null) return { id: techniqueId, name, href: own };
  const href = techniqueHref(id, { kind: "aligned", release: carried.to });
  return { id, name: carried.names[id] ?? name, href };
}
