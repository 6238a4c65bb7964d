import { number } from "../../base/counted.js";
import type { EntryKind, SearchEntry } from "../../knowledge/search-entries.js";
import { answerFirst } from "../components/answer.js";
import { emptyState } from "../components/empty-state.js";
import { objectHead } from "../components/object-head.js";
import { searchForm } from "../components/search-form.js";
import { segmented } from "../components/segmented.js";
import { tag } from "../components/tag.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { withQuery } from "../view-hrefs.js";
import type { SearchView } from "../views/search.js";
import { kindWords, searchSentence } from "../words/search.js";

/** What the words may mean: every kind with its count, and why each hit is one. */
export function searchPage(view: SearchView): Page {
  const { q } = view;
  return {
    title: q === "" ? "Search" : `Search: ${q}`,
    description: searchSentence(view),
    body: html`${objectHead({ kind: "Everything with a page, by id, name or other name", title: "Search" })}<div class="page-search">${searchForm({ id: "query", large: true, value: q })}</div><div data-behaviour="search-page">${searchResults(view)}</div>`,
    breadcrumbs: [{ label: "Search", href: null }],
    section: null,
  };
}

/** All that depends on the question; a static host's pages make it in the browser. */
export function searchResults(view: SearchView): HtmlText {
  return html`${answerFirst({ sentence: searchSentence(view), evidence: [movedNote(view), kinds(view)] })}${results(view)}`;
}

function movedNote({ moved: href }: SearchView): Child {
  return href === null ? null : html`<p>That address is now <a href="${href}">${href}</a>.</p>`;
}

function kinds({ q, kind, kinds: found }: SearchView): Child {
  if (found.length < 2) return null;
  const all = found.reduce((total, { hits }) => total + hits, 0);
  return segmented("Kind", [
    { label: `All ${number(all)}`, href: hrefs.search(q), current: kind === null },
    ...found.map((entry) => ({
      label: `${kindWords[entry.kind]} ${number(entry.hits)}`,
      href: withQuery(hrefs.search(), { q, kind: entry.kind }),
      current: entry.kind === kind,
    })),
  ]);
}

function results({ q, hits, matching }: SearchView): HtmlText | null {
  if (q.trim() === "") return null;
  if (hits.length === 0) {
    return emptyState(
      "No hit.",
      html`Ids may be written in any way (<code>ac-2</code>, <code>AC 02</code>, <code>T1550/001</code>). Or look through the <a href="${hrefs.techniques()}">techniques</a>, <a href="${hrefs.frameworks()}">frameworks</a> or <a href="${hrefs.groups()}">groups</a>.`,
    );
  }
  const cut =
    matching > hits.length
      ? html`<p class="note">The first ${number(hits.length)} of ${number(matching)}; another word narrows them.</p>`
      : null;
  return html`<ol class="search-hits">${hits.map(hit)}</ol>${cut}`;
}

function hit(found: SearchView["hits"][number]): HtmlText {
  const { entry, href } = found;
  const { field, text } = found.why;
  const words = { also: "also called", was: "was", id: null, name: null }[field];
  const matched = words === null ? null : html`<span class="why">${words} ${text.trim()}</span>`;
  const idBeside =
    entry.id === entry.name || entry.kind === "framework" ? null : html`<span class="id">${entry.id}</span> `;
  return html`<li><a href="${href}">${idBeside}${entry.name}</a><span class="context">${hitContext(entry)}</span>${entry.note === null ? null : tag(entry.note, "warn")}${matched}</li>`;
}

/** Kinds whose context says what they are: `NIST 800-53 control`. That of the others says where. */
const told: ReadonlySet<EntryKind> = new Set(["capability", "capability-group", "framework"]);

/** What a hit is, beside its name: `technique · Enterprise`, `NIST 800-53 control`. */
export function hitContext({ kind, context }: SearchEntry): string {
  return told.has(kind) ? context : `${kind} · ${context}`;
}
