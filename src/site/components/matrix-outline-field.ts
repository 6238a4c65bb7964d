import { hrefs } from "../hrefs.js";
import { html, joined } from "../html.js";
import type { HtmlText } from "../route.js";
import { withQuery } from "../view-hrefs.js";
import type { MatrixPageView } from "../views/matrix.js";
import { keptQuery } from "./matrix-query.js";

/** Where nothing is called so, the field keeps what was typed, to be put right. */
export function outlineField({ outline, missing }: MatrixPageView): HtmlText {
  const failed = missing === null ? null : html` aria-invalid="true" aria-describedby="outline-missing"`;
  return html`<label><span>Outline</span><input type="search" name="outline" value="${outline?.id ?? missing?.asked ?? ""}" placeholder="G0016, APT29, S0154 &hellip;" maxlength="80" autocomplete="off" spellcheck="false"${failed}></label>`;
}

/** Why nothing is outlined, and what may have been meant, each with all other choices; null where all is well. */
export function missingMessage(view: MatrixPageView): HtmlText | null {
  if (view.missing === null) return null;
  const { said, known, near, links } = view.missing;
  const found = near.map(({ label, id, domain, release }) => ({
    label,
    href: withQuery(hrefs.matrix(domain, release), { ...keptQuery(view, domain), outline: id }),
  }));
  const all = [...found, ...links].map(({ label, href }) => html`<a href="${href}">${label}</a>`);
  const asks = near.length > 0 && !known;
  return html`<div class="message" data-tone="warn" id="outline-missing"><strong>Nothing is outlined</strong><p>${said} ${near.length === 0 ? null : known ? "See " : "Did you mean "}${joined(all, ", ")}${asks ? "?" : "."}</p></div>`;
}
