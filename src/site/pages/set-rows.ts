import { type Mapping, standsOn } from "../../model/mapping.js";
import { chip } from "../components/chip.js";
import { emptyState } from "../components/empty-state.js";
import { facetList } from "../components/facets.js";
import { filterField } from "../components/filter-field.js";
import { techniqueHref } from "../components/links.js";
import { mappingTable, type TechniqueOfRow } from "../components/mapping-table.js";
import { pagination } from "../components/pagination.js";
import { functionLabel } from "../components/score-badge.js";
import { scoreGrid } from "../components/score-grid.js";
import { tableChips, tableColumns, tableDownloads, tableFacets, tableWords } from "../components/table-tools.js";
import { hrefs } from "../hrefs.js";
import { type Child, counted, html } from "../html.js";
import type { HtmlText } from "../route.js";
import { TableLinks } from "../table/table-links.js";
import type { FacetValue } from "../table/table-view.js";
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
  const { q, ...keep } = links.query();
  const field = filterField({
    action: path,
    label: "Filter all rows by any word",
    value: q ?? null,
    keep,
    beside: tableWords(page),
  });
  const chips = tableChips(page, links).map(({ label, href }) => chip(label, href));
  return html`<div class="split" id="rows">${facetList(`Filter ${counted(page.all, "row")}`, tableFacets(page, links, labelOf), grid)}<div><h2 class="visually-hidden">Rows</h2>${field}${chips.length === 0 ? null : html`<p class="line">${chips}</p>`}${tableColumns(page, links)}${rows(view, links)}${pagination({ page: page.page, pages: page.pages, href: (n) => links.page(n) })}${page.matching === 0 ? null : tableDownloads(page, { links, base: "rows" })}</div></div>`;
}

function labelOf(facet: string, { value, label }: FacetValue): Child {
  return facet === "function" && (value === "protect" || value === "detect" || value === "respond")
    ? functionLabel(value)
    : label;
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
