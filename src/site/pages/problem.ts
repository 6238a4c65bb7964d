import type { Problem } from "../answer.js";
import { searchForm } from "../components/search-form.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { Page } from "../route.js";

const kinds = { 400: "This question cannot be answered", 404: "Not found", 410: "Gone" } as const;

/** Why there is no such page, and what is near. */
export function problemPage({ status, title, detail, suggestions, code }: Problem): Page {
  const near =
    suggestions.length === 0
      ? null
      : html`<h2>Perhaps you want</h2><ul>${suggestions.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}</ul>`;
  return {
    title,
    description: detail,
    body: html`<section class="problem"><p class="muted">${kinds[status]} <span class="faint">${status} · ${code}</span></p><h1>${title}</h1><p>${detail}</p>${near}${searchForm({ id: "query", large: true })}<p class="note">Or start from <a href="${hrefs.techniques()}">techniques</a>, <a href="${hrefs.frameworks()}">frameworks</a>, <a href="${hrefs.groups()}">groups</a> or <a href="${hrefs.home()}">home</a>.</p></section>`,
    breadcrumbs: [{ label: kinds[status], href: null }],
    section: null,
  };
}
