import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

/** Query values that go along with a form unseen; absent ones are left out. */
export function hiddenFields(values: Readonly<Record<string, string | null | undefined>>): Child {
  return Object.entries(values).map(([name, value]) =>
    value ? html`<input type="hidden" name="${name}" value="${value}">` : null,
  );
}

/** One choice of a select; `chosen` is the value that stands. */
export function option(value: string, label: string, chosen: string | null): HtmlText {
  return html`<option value="${value}"${value === chosen ? html` selected` : null}>${label}</option>`;
}

/** One framework among several that may be checked; a form sends each as a value of its own. */
export function frameworkBox(id: string, label: string, chosen: readonly string[]): HtmlText {
  return html`<label><input type="checkbox" name="framework" value="${id}"${chosen.includes(id) ? html` checked` : null}> ${label}</label>`;
}
