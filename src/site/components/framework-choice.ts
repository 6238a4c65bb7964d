import { frameworkOf } from "../../model/framework.js";
import { type MappingFunction, mappingFunctions } from "../../model/mapping.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import { functionWords } from "./words.js";

/** Which frameworks a page is asked about, and of what function: check boxes that any browser sends, each a value of its own. */
export function frameworkChoice(choice: {
  readonly action: string;
  readonly label: string;
  readonly frameworks: readonly string[];
  readonly chosen: { readonly frameworks: readonly string[]; readonly function: MappingFunction | null };
  /** The page's other query values. */
  readonly keep?: Readonly<Record<string, string | null>>;
}): HtmlText {
  const { chosen, label } = choice;
  const kept = Object.entries(choice.keep ?? {}).map(([name, value]) =>
    value ? html`<input type="hidden" name="${name}" value="${value}">` : null,
  );
  const boxes = choice.frameworks.map(
    (id) =>
      html`<label><input type="checkbox" name="framework" value="${id}"${chosen.frameworks.includes(id) ? html` checked` : null}>${frameworkOf(id).shortName}</label>`,
  );
  const functions = mappingFunctions.map(
    (name) =>
      html`<option value="${name}"${name === chosen.function ? html` selected` : null}>${functionWords[name]}</option>`,
  );
  return html`<form class="framework-choice" action="${choice.action}" aria-label="${label}">${kept}<fieldset><legend>${label}</legend>${boxes}<select name="function" aria-label="Function"><option value="">any function</option>${functions}</select><button class="button">Show</button></fieldset></form>`;
}
