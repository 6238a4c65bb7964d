import type { Block, Inline, Prose } from "../../attack/prose.js";
import type { Citation } from "../../model/texts.js";
import { type Child, counted, externalLink, html } from "../html.js";
import type { HtmlText } from "../route.js";

/** A publisher's text: its first block, the rest and its citations folded behind their numbers. One such text a page. */
export function prose({ blocks, citations }: Prose): HtmlText {
  const [first, ...rest] = blocks;
  if (!first) return html`<p class="faint">The text is empty.</p>`;
  const parts = [
    rest.length > 0 ? counted(rest.length, "more paragraph") : null,
    citations.length > 0 ? counted(citations.length, "citation") : null,
  ].filter((part) => part !== null);
  const more =
    parts.length === 0
      ? null
      : html`<details><summary>${parts.join(" and ")}</summary>${rest.map(block)}${citationList(citations)}</details>`;
  return html`<div class="prose">${block(first)}${more}</div>`;
}

function block(part: Block): HtmlText {
  if (part.kind === "list") return html`<ul>${part.items.map((item) => html`<li>${item.map(inline)}</li>`)}</ul>`;
  return part.kind === "heading"
    ? html`<h3>${part.inlines.map(inline)}</h3>`
    : html`<p>${part.inlines.map(inline)}</p>`;
}

function inline(part: Inline): Child {
  switch (part.kind) {
    case "code":
      return html`<code>${part.text}</code>`;
    case "link":
      return externalLink(part.href, part.text);
    case "citation":
      return html`<sup><a href="#cite-${part.number}" aria-label="Citation ${part.number}">${part.number}</a></sup>`;
    default:
      return part.text;
  }
}

function citationList(citations: readonly Citation[]): HtmlText | null {
  if (citations.length === 0) return null;
  return html`<ol class="citations">${citations.map(({ name, description, url }, index) => {
    const words = description ?? name;
    return html`<li id="cite-${index + 1}">${url === null ? words : externalLink(url, words)}</li>`;
  })}</ol>`;
}
