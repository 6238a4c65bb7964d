import { type Child, html } from "../html.js";
import { unbroken } from "./unbroken.js";

/** A figure that leads to what it counts; plain where that stands at no address. */
export function figure(label: Child, href: string | null | undefined): Child {
  if (href == null) return label;
  // Questions are for readers, not for crawlers.
  return html`<a href="${href}"${href.includes("?") ? html` rel="nofollow"` : null}>${label}</a>`;
}

/** A figure within a sentence. */
export interface Figure {
  readonly figure: string;
  /** Where exactly what it counts is listed; null: at no address. */
  readonly href: string | null;
}

/** A sentence as its texts and figures, which pages link and all else only reads. */
export type Sentence = readonly (string | Figure)[];

export function plainSentence(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === "string" ? part : part.figure)).join("");
}

export function linkedSentence(sentence: Sentence): Child {
  return sentence.map((part) => (typeof part === "string" ? unbroken(part) : figure(part.figure, part.href)));
}
