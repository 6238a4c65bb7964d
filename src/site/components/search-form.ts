import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import { icon } from "./marks.js";

/** The search field; `/` and Ctrl K lead to the first one of a page. Works as a plain form. */
export function searchForm(field: { readonly id: string; readonly large: boolean; readonly value?: string }): HtmlText {
  return html`<form class="search-form" role="search" aria-label="${field.large ? "Search everything" : "Search"}" action="${hrefs.search()}"${field.large ? html` data-large` : null}><label class="visually-hidden" for="${field.id}">Search Tidemap</label>${icon("find")}<input id="${field.id}" type="search" name="q" value="${field.value ?? ""}" placeholder="Technique, control, CVE, group &hellip;" maxlength="200" autocomplete="off" spellcheck="false" data-behaviour="search-box"><kbd aria-hidden="true">/</kbd></form>`;
}
