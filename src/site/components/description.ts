import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { DescriptionView } from "../views/description.js";
import { emptyState } from "./empty-state.js";
import { prose } from "./prose.js";
import { section } from "./section.js";

/** An ATT&CK object's text, or what to do to have it here. `release` is the one shown. */
export function description(
  text: DescriptionView | null,
  at: { readonly release: string; readonly url: string | null },
): HtmlText {
  return section({
    title: "Description",
    meta: text !== null && text.release !== at.release ? `as ATT&CK ${text.release} has it` : null,
    body: text === null ? notLoaded(at.url) : prose(text.prose),
  });
}

function notLoaded(url: string | null): Child {
  const elsewhere =
    url === null
      ? null
      : html` The publisher&rsquo;s page is <a href="${url}" rel="external noreferrer">attack.mitre.org</a>.`;
  return emptyState(
    "Not loaded.",
    html`Texts are not part of the facts: <code>tidemap pull</code> loads them.${elsewhere}`,
  );
}
