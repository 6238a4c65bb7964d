import { counted, number } from "../../base/counted.js";
import { mappingFunctions } from "../../model/mapping.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import { noValue } from "../table/spec.js";
import type { TableLinks } from "../table/table-links.js";
import type { FacetGroup, FacetValue, TableFrame } from "../table/table-view.js";
import { chip } from "./chip.js";
import type { Facet } from "./facets.js";
import { filterField } from "./filter-field.js";
import { functionLabel } from "./score-badge.js";

type AnyTable = TableFrame & { readonly rows: readonly unknown[] };

/** The field for words, with how many rows pass beside it. */
export function tableField(view: AnyTable, links: TableLinks, label: string): HtmlText {
  const { q, ...keep } = links.query();
  return filterField({ action: links.path, label, value: q ?? null, keep, beside: tableWords(view) });
}

/** What is asked of a table, each leading to the page without it; nothing where nothing is. */
export function tableChips(view: AnyTable, links: TableLinks): HtmlText | null {
  const { q, sort } = view.question;
  const columnLabel = (id: string) => view.columns.find((column) => column.id === id)?.label ?? id;
  const asked = [
    ...(q === "" ? [] : [{ label: `Words: ${q}`, href: links.withoutWords() }]),
    ...view.facets.flatMap((group) =>
      group.values
        .filter(({ chosen }) => chosen)
        .map((value) => ({ label: `${group.title}: ${facetWords(group, value)}`, href: without(group, value, links) })),
    ),
    ...sort.map(({ column, descending }, index) => ({
      label: `${index === 0 ? "Sorted by" : "then"} ${columnLabel(column)}${descending ? ", descending" : ""}`,
      href: links.notSortedBy(column),
    })),
  ];
  return asked.length === 0 ? null : html`<p class="line">${asked.map(({ label, href }) => chip(label, href))}</p>`;
}

/** Facets as lists of links: a value opens as many rows as its count says; a chosen one is taken away. */
export function tableFacets({ facets }: AnyTable, links: TableLinks): readonly Facet[] {
  return facets.map((group) => ({
    title: group.title,
    values: group.values.map((value) => ({
      label: value.value === noValue ? facetWords(group, value) : lookOf(group, value),
      count: value.rows,
      chosen: value.chosen,
      href: value.chosen ? without(group, value, links) : links.choosing({ [group.facet]: [value.value] }),
    })),
  }));
}

/** Functions have marks of their own wherever they stand. */
function lookOf({ facet }: FacetGroup, { value, label }: FacetValue): Child {
  const known = facet === "function" ? mappingFunctions.find((name) => name === value) : undefined;
  return known === undefined ? label : functionLabel(known);
}

function without({ facet, values }: FacetGroup, { value }: FacetValue, links: TableLinks): string {
  const left = values.filter((other) => other.chosen && other.value !== value);
  return links.choosing({ [facet]: left.map((other) => other.value) });
}

function facetWords({ title }: FacetGroup, { value, label }: FacetValue): string {
  return value === noValue && label === noValue ? `no ${title.toLowerCase()}` : label;
}

/** How many rows pass and how many of them are here. */
function tableWords(view: AnyTable): string {
  const passing =
    view.matching === view.all ? counted(view.all, "row") : `${number(view.matching)} of ${counted(view.all, "row")}`;
  return view.pages === 1 ? passing : `${passing}, ${number(view.rows.length)} on this page`;
}

/** Which columns are shown; each entry is the page with that column added or taken away. */
export function tableColumns({ columns, question }: AnyTable, links: TableLinks): HtmlText {
  const shown = columns.filter((column) => column.shown).map(({ id }) => id);
  const entries = columns
    // The last column stays: a table without any says nothing.
    .filter((column) => !column.shown || shown.length > 1)
    .map(({ id, label, shown: here }) => {
      const href = links.columns(here ? shown.filter((other) => other !== id) : [...shown, id]);
      return html`<a class="chip" href="${href}"${here ? html` aria-current="true"` : null} rel="nofollow">${label}<span aria-hidden="true">${here ? html`&times;` : "+"}</span></a>`;
    });
  const usual =
    question.columns === null
      ? null
      : html`<a class="chip" href="${links.columns(null)}" rel="nofollow">The usual columns</a>`;
  return html`<div class="table-tools">${sortList({ columns, question }, links)}<details><summary>Columns</summary><p class="line">${entries}${usual}</p></details></div>`;
}

/** The order as links, for where a table has no heads: on narrow screens its rows are cards. */
function sortList(
  { columns, question: { sort } }: Pick<AnyTable, "columns" | "question">,
  links: TableLinks,
): HtmlText {
  const [first] = sort;
  const entries = columns.map(({ id, label }) => {
    const here = first?.column === id;
    const order = here ? html`<span aria-hidden="true">${first.descending ? html`&darr;` : html`&uarr;`}</span>` : null;
    return html`<a class="chip" href="${links.sortedBy(id)}"${here ? html` aria-current="true"` : null} rel="nofollow">${label}${order}</a>`;
  });
  return html`<details><summary>Sort</summary><p class="line">${entries}</p></details>`;
}

/** Files of the rows that pass, on all pages, and the address that asks for them; `made`: they are in no export. */
export function tableDownloads(
  { matching }: AnyTable,
  { links, base, made }: { readonly links: TableLinks; readonly base: string; readonly made?: true },
): HtmlText {
  const files = ["csv", "xlsx", "json"].map((ending) => {
    const href = links.file(`${base}.${ending}`);
    return html`<li><a class="button" href="${href}" download rel="nofollow"${made ? html` data-made="${href}"` : null}>${ending.toUpperCase()}</a></li>`;
  });
  return html`<section class="downloads"><h3>${matching === 1 ? "This row" : `These ${counted(matching, "row")}`}</h3><ul>${files}<li><a class="button" href="${links.page(1)}" data-behaviour="copy-link">Link to this</a></li></ul></section>`;
}
