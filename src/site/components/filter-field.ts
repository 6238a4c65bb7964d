import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import { hiddenFields } from "./form-fields.js";
import { icon } from "./marks.js";

/** Words that rows have to contain, over all rows; asked while one types. `keep` are the page's other query values. */
export function filterField(field: {
  readonly action: string;
  readonly label: string;
  readonly value: string | null;
  readonly keep?: Readonly<Record<string, string | null | undefined>>;
  readonly beside?: Child;
}): HtmlText {
  return html`<form class="filter-field" action="${field.action}" role="search" aria-label="${field.label}"><span>${icon("find")}<input type="search" name="q" value="${field.value ?? ""}" placeholder="${field.label}" aria-label="${field.label}" maxlength="200" autocomplete="off" spellcheck="false" data-behaviour="ask-while-typing"></span>${hiddenFields(field.keep ?? {})}<button class="button">Filter</button><output>${field.beside}</output></form>`;
}
