import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import { type Fact, factsList } from "./facts-list.js";
import { unbroken } from "./unbroken.js";

/** The head of a page about one thing: its kind, its title with its id, its facts. */
export function objectHead(head: {
  readonly kind: Child;
  readonly title: Child;
  readonly id?: string | null;
  readonly beside?: Child;
  readonly facts?: readonly Fact[];
}): HtmlText {
  const id = head.id ? html`<span class="id">${head.id}</span>` : null;
  return html`<header class="object-head"><p class="kind">${head.kind}</p><div class="title"><h1>${typeof head.title === "string" ? unbroken(head.title) : head.title}</h1>${id}${head.beside ? html`<span class="beside">${head.beside}</span>` : null}</div>${head.facts ? factsList(head.facts) : null}</header>`;
}
