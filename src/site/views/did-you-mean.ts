import { clipped } from "../../base/clipped.js";
import { type Named, nearestNamed } from "../../knowledge/suggest.js";
import type { Suggestion } from "../answer.js";
import { hrefs } from "../hrefs.js";

/** What stands beside "there is no such thing": words for the sentence, and where to go. */
export interface DidYouMean {
  /** ` Did you mean T1566 Phishing?`, or nothing. */
  readonly words: string;
  readonly suggestions: readonly Suggestion[];
}

/** Things named like what was asked for; where there is none, the search, which knows every kind. */
export function didYouMean(asked: string, things: Iterable<Named<Suggestion>>): DidYouMean {
  // One name may lead to one thing along several ways.
  const once = new Map<string, Suggestion>();
  const named = [...things].map(({ text, meant }) => {
    const known = once.get(meant.href) ?? meant;
    once.set(meant.href, known);
    return { text, meant: known };
  });
  const near = nearestNamed(asked, named);
  if (near.length > 0)
    return { words: ` Did you mean ${near.map(({ label }) => label).join(", ")}?`, suggestions: near };
  const text = clipped(asked.trim(), 80);
  return { words: "", suggestions: text === "" ? [] : [{ label: `Search for ${text}`, href: hrefs.search(text) }] };
}
