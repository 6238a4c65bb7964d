import { chip } from "../components/chip.js";
import { emptyState } from "../components/empty-state.js";
import { type Facet, facetList } from "../components/facets.js";
import { filterField } from "../components/filter-field.js";
import { withQuery } from "../components/links.js";
import { mappingTable } from "../components/mapping-table.js";
import { pagination } from "../components/pagination.js";
import { functionLabel } from "../components/score-badge.js";
import { scoreGrid } from "../components/score-grid.js";
import { hrefs } from "../hrefs.js";
import { type Child, counted, html, number } from "../html.js";
import type { HtmlText } from "../route.js";
import type { SetView } from "../views/set.js";
import { type FacetGroup, type FacetValue, type RowFacet, rowFacets } from "../views/set-rows.js";

const titles = {
  group: "Group",
  function: "Function",
  rating: "Rating",
  type: "Mapping type",
  status: "Status",
} as const satisfies Record<RowFacet, string>;

/** All rows of a set, page by page, with filters over all of them; every choice is an address. */
export function setRows(view: SetView): HtmlText {
  const { set, page, facets, scores } = view;
  const path = hrefs.set(set.id);
  const { q } = page.question;
  const keep = Object.fromEntries(rowFacets.map((facet) => [facet, page.question[facet]]));
  const question = { q, ...keep };
  const href = (change: Readonly<Record<string, string | number | null>>) =>
    withQuery(path, { ...question, ...change });
  const chosen = facets.flatMap(({ facet, values }) =>
    values.filter((value) => value.chosen).map((value) => ({ facet, value })),
  );
  const chips = [
    q ? chip(`Words: ${q}`, href({ q: null })) : null,
    ...chosen.map(({ facet, value }) => chip(`${titles[facet]}: ${value.label}`, href({ [facet]: null }))),
  ].filter((entry) => entry !== null);
  const facetsShown = facets.map((group): Facet => toFacet(group, (value) => href({ [group.facet]: value })));
  const cells = scores.map((cell) => ({
    ...cell,
    href: href(cell.chosen ? { function: null, rating: null } : { function: cell.function, rating: cell.rating }),
  }));
  const grid = cells.length === 0 ? null : html`<section><h3>Function and rating</h3>${scoreGrid(cells)}</section>`;
  return html`<div class="split" id="rows">${facetList(`Filter ${counted(page.all, "row")}`, facetsShown, grid)}<div><h2 class="visually-hidden">Rows</h2>${filterField({ action: path, label: "Filter all rows by any word", value: q ?? null, keep, beside: shownWords(view) })}${chips.length === 0 ? null : html`<p class="line">${chips}</p>`}${rows(view, path)}${pagination({ page: page.page, pages: page.pages, href: (n) => href({ page: n === 1 ? null : n }) })}</div></div>`;
}

function toFacet({ facet, values }: FacetGroup, href: (value: string | null) => string): Facet {
  return {
    title: titles[facet],
    values: values.map((value) => ({
      label: labelOf(facet, value),
      count: value.rows,
      chosen: value.chosen,
      href: href(value.chosen ? null : value.value),
    })),
  };
}

function labelOf(facet: RowFacet, { value, label }: FacetValue): Child {
  if (facet === "function" && (value === "protect" || value === "detect" || value === "respond"))
    return functionLabel(value);
  return value === "none" ? `no ${titles[facet].toLowerCase()}` : label;
}

function shownWords({ page }: SetView): string {
  const passing =
    page.matching === page.all ? counted(page.all, "row") : `${number(page.matching)} of ${counted(page.all, "row")}`;
  return page.pages === 1 ? passing : `${passing}, ${number(page.rows.length)} on this page`;
}

function rows({ set, page }: SetView, path: string): HtmlText {
  if (page.rows.length === 0) {
    return emptyState(
      "No row passes.",
      html`${counted(page.all, "row")} in the set. <a href="${path}">Clear all filters</a>.`,
    );
  }
  return mappingTable({
    caption: "Rows of the set",
    rows: page.rows,
    frozen: true,
    technique: (row) => (row.techniqueId === null ? null : hrefs.technique(row.techniqueId.trim(), set.attackVersion)),
    ...(page.pages === 1 ? { complete: true } : {}),
  });
}
