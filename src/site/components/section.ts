import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

/** A part of a page: title, a muted line about it, links to the right. */
export function section(part: {
  readonly title: Child;
  readonly id?: string;
  readonly meta?: Child;
  readonly more?: Child;
  readonly body: Child;
}): HtmlText {
  const meta = part.meta ? html`<span class="meta">${part.meta}</span>` : null;
  const more = part.more ? html`<span class="more">${part.more}</span>` : null;
  return html`<section class="section"${part.id ? html` id="${part.id}"` : null}><header><h2>${part.title}</h2>${meta}${more}</header>${part.body}</section>`;
}
