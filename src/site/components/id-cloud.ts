import { counted } from "../../base/counted.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { Ref } from "../views/refs.js";
import { objectHref } from "./links.js";

/** Many objects of a release, folded behind their number. */
export function idCloud(objects: readonly Ref[], at: { readonly noun: string; readonly release: string }): HtmlText {
  return html`<details class="id-cloud"><summary>${counted(objects.length, at.noun)}</summary><ul>${objects.map(
    ({ kind, id, name }) => {
      const href = objectHref(kind, id, at.release);
      return html`<li>${href === null ? id : html`<a class="id" href="${href}">${id}</a>`} ${name}</li>`;
    },
  )}</ul></details>`;
}
