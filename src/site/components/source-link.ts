import type { Origin } from "../../model/origin.js";
import { externalLink, html, safeUrl } from "../html.js";
import type { HtmlText } from "../route.js";

/** Where a source was taken from: a link where it is an address. */
export function sourceLink({ source }: Pick<Origin, "source">): HtmlText {
  return safeUrl(source) === null ? html`<span class="source-link">${source}</span>` : externalLink(source, source);
}
