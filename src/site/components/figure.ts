import { type Child, html } from "../html.js";
import type { Sentence } from "../words/sentence.js";
import { unbroken } from "./unbroken.js";

/** A figure that leads to what it counts; plain where that stands at no address. */
export function figure(label: Child, href: string | null | undefined): Child {
  if (href == null) return label;
  // Questions are for readers, not for crawlers.
  return html`<a href="${href}"${href.includes("?") ? html` rel="nofollow"` : null}>${label}</a>`;
}

/** The sentence as a page has it: each figure opens what it counts. */
export function linkedSentence(sentence: Sentence): Child {
  return sentence.map((part) => (typeof part === "string" ? unbroken(part) : figure(part.figure, part.href)));
}
