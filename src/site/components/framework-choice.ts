import { frameworkOf } from "../../model/framework.js";
import { type MappingFunction, mappingFunctions } from "../../model/mapping.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import { withQuery } from "../view-hrefs.js";
import { functionWords } from "../words/mapping.js";
import { frameworkBox, hiddenFields, option } from "./form-fields.js";

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
  const boxes = choice.frameworks.map((id) => frameworkBox(id, frameworkOf(id).shortName, chosen.frameworks));
  const functions = [
    option("", "any function", null),
    ...mappingFunctions.map((name) => option(name, functionWords[name], chosen.function)),
  ];
  const isChosen = chosen.frameworks.length > 0 || chosen.function !== null;
  const whole = isChosen ? html`<a href="${withQuery(choice.action, choice.keep ?? {})}">Clear</a>` : null;
  return html`<form class="framework-choice" action="${choice.action}" aria-label="${label}">${hiddenFields(choice.keep ?? {})}<fieldset><legend>${label}</legend>${boxes}<select name="function" aria-label="Function">${functions}</select><button class="button">Show</button>${whole}</fieldset></form>`;
}
