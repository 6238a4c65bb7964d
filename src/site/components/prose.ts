import type { Block, Inline, Prose } from "../../attack/prose.js";
import { counted } from "../../base/counted.js";
import type { Citation } from "../../model/texts.js";
import { type Child, externalLink, html } from "../html.js";
import type { HtmlText } from "../route.js";

/** A publisher's text: its first paragraph; the rest folded under a count, with the citations it names. */
export function prose({ blocks, citations }: Prose): HtmlText {
  const [first, ...rest] = blocks;
  if (first === undefined) return html`<div class="prose"></div>`;
  return html`<div class="prose">${block(first)}${folded(rest, citations)}</div>`;
}

function folded(rest: readonly Block[], citations: readonly Citation[]): HtmlText | null {
  if (rest.length + citations.length === 0) return null;
  const parts = [
    rest.length > 0 ? counted(rest.length, "more paragraph") : null,
    citations.length > 0 ? counted(citations.length, "citation") : null,
  ].filter((part) => part !== null);
  return html`<details><summary>${parts.join(" and ")}</summary>${rest.map(block)}${citationList(citations)}</details>`;
}

function block(of: Block): HtmlText {
  if (of.kind === "list") return html`<ul>${of.items.map((item) => html`<li>${item.map(inline)}</li>`)}</ul>`;
  const content = of.inlines.map(inline);
  return of.kind === "heading" ? html`<h3>${content}</h3>` : html`<p>${content}</p>`;
}

function inline(part: Inline): Child {
  switch (part.kind) {
    case "text":
      return part.text;
    case "code":
      return html`<code>${part.text}</code>`;
    case "link":
      return externalLink(part.href, part.text);
    case "citation":
      return html`<sup><a href="#cite-${part.number}">${part.number}</a></sup>`;
  }
}

function citationList(citations: readonly Citation[]): HtmlText | null {
  if (citations.length === 0) return null;
  return html`<ol class="citations">${citations.map(({ name, description, url }, index) => {
    const words = description ?? name;
    return html`<li id="cite-${index + 1}">${url === null ? words : externalLink(url, words)}</li>`;
  })}</ol>`;
}
