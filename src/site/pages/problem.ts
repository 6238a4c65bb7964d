import type { Suggestion } from "../answer.js";
import { searchForm } from "../components/search-form.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { Page } from "../route.js";

const kinds: Readonly<Record<number, string>> = {
  400: "This question cannot be answered",
  404: "Not found",
  405: "Not allowed",
  410: "Gone",
  413: "Too large",
  414: "Too long",
  500: "Our fault",
};

/** A problem of any HTTP status: those that views find, and those that a server finds in the request itself. */
export interface ProblemReport {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly suggestions: readonly Suggestion[];
}

/** Why there is no such page, and what is near. */
export function problemPage({ status, title, detail, suggestions, code }: ProblemReport): Page {
  const kind = kinds[status] ?? "This cannot be answered";
  const near =
    suggestions.length === 0
      ? null
      : html`<h2>Perhaps you want</h2><ul>${suggestions.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}</ul>`;
  return {
    title,
    description: detail,
    body: html`<section class="problem" data-behaviour="moved-page"><p class="muted">${kind} <span class="faint">${status} &middot; ${code}</span></p><h1>${title}</h1><p>${detail}</p>${near}${searchForm({ id: "query", large: true })}<p class="note">Or start from <a href="${hrefs.techniques()}">techniques</a>, <a href="${hrefs.frameworks()}">frameworks</a>, <a href="${hrefs.groups()}">groups</a> or <a href="${hrefs.home()}">home</a>.</p></section>`,
    breadcrumbs: [{ label: kind, href: null }],
    section: null,
  };
}
