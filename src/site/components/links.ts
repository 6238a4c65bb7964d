import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

/** An id in mono that leads somewhere; plain where it leads nowhere. */
export function idLink(id: string, href: string | null): HtmlText {
  const long = id.length > longest ? html` data-long` : null;
  return href === null
    ? html`<span class="id"${long}>${breakable(id)}</span>`
    : html`<a class="id" href="${href}"${long}>${breakable(id)}</a>`;
}

/** Characters up to which an id stands on one line. */
const longest = 18;

/** Long ids may break after `_` and `.`, nowhere else. */
function breakable(id: string): Child {
  if (id.length <= longest) return id;
  return id.split(/(?<=[_.])/).flatMap((part, index) => (index === 0 ? [part] : [html`<wbr>`, part]));
}

/** A capability's current page, or as the set has it. */
export function capabilityLink(of: { readonly framework: string; readonly set: string | null }, id: string): HtmlText {
  return idLink(id, of.set === null ? hrefs.capability(of.framework, id) : hrefs.setCapability(of.set, id));
}

/** An anchor id of any text: letters, digits and dashes, the same text always the same id. */
export function anchorOf(text: string): string {
  return text.replace(/[^A-Za-z0-9.]+/g, "-");
}
