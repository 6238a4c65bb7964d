import { counted } from "../../base/counted.js";
import { type Mapping, standsOn } from "../../model/mapping.js";
import { emptyState } from "../components/empty-state.js";
import { facetList } from "../components/facets.js";
import { techniqueHref } from "../components/links.js";
import { mappingTable, type TechniqueOfRow } from "../components/mapping-table.js";
import { pagination } from "../components/pagination.js";
import { scoreGrid } from "../components/score-grid.js";
import { tableChips, tableColumns, tableDownloads, tableFacets, tableField } from "../components/table-tools.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import { TableLinks } from "../table/table-links.js";
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
  const field = tableField(page, links, "Filter all rows by any word");
  return html`<div class="split" id="rows">${facetList(`Filter ${counted(page.all, "row")}`, tableFacets(page, links), grid)}<div><h2 class="visually-hidden">Rows</h2>${field}${tableChips(page, links)}${tableColumns(page, links)}${rows(view, links)}${pagination({ page: page.page, pages: page.pages, href: (n) => links.page(n) })}${page.matching === 0 ? null : tableDownloads(page, { links, base: "rows" })}</div></div>`;
}

function rows({ set, page, carried }: SetView, links: TableLinks): HtmlText {
  if (page.rows.length === 0) {
    return emptyState(
      "No row passes.",
      html`${counted(page.all, "row")} in the set. <a href="${links.cleared()}">Clear all filters</a>.`,
    );
  }
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
  { attackVersion }: SetView["set"],
  carried: SetView["carried"] = null,
): TechniqueOfRow | null {
  const { techniqueId, techniqueName: name } = row;
  if (techniqueId === null) return null;
  const authored = techniqueId.trim();
  const id = standsOn(row);
  if (carried === null || id === null) return { id: techniqueId, name, href: hrefs.technique(authored, attackVersion) };
  const href = techniqueHref(id, { kind: "aligned", release: carried.to });
  return { id, name: carried.names[id] ?? name, href };
}
