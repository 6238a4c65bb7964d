import { plainText } from "../base/plain-text.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { searchIndexOf } from "../knowledge/search.js";
import type { SearchEntry } from "../knowledge/search-entries.js";
import type { Problem, Suggestion } from "./answer.js";
import { hrefOf } from "./views/search.js";

/** What an unknown address may lead to; more is a search of its own. */
const mostSuggestions = 6;

/** No page stands at a path. With a knowledge base, what its words name is near: `/sets/m365/` the sets of M365. */
export function nothingAt(path: string, kb: KnowledgeBase | null = null): Problem {
  return {
    code: "TM4100",
    status: 404,
    title: "Nothing at this address",
    detail: `There is no page at ${path.length > 120 ? `${path.slice(0, 120)}…` : path}.`,
    suggestions: kb === null ? [] : nearPath(kb, path),
  };
}

/** Pages below the same first word that have the others, else those of the very id or name: `/technique/T1059/`. */
function nearPath(kb: KnowledgeBase, path: string): readonly Suggestion[] {
  const [first = "", ...others] = wordsOf(path);
  const words = (others.length > 0 ? others : [first]).join(" ").slice(0, 200);
  const { entries, isLoose, unknownWords } = searchIndexOf(kb).find(words);
  if (isLoose || unknownWords.length > 0) return [];
  const below = entries.filter((entry) => hrefOf(entry).startsWith(`/${first}/`));
  const near = below.length > 0 ? below : entries.filter(({ id, name }) => [id, name].map(bare).includes(bare(words)));
  return near.slice(0, mostSuggestions).map((entry) => ({ label: labelOf(entry), href: hrefOf(entry) }));
}

/** The words between the slashes, those that every address of its kind has left out. */
function wordsOf(path: string): readonly string[] {
  const segments = path.replace(/^\/api\/v1(?=\/)/, "").split("/");
  return segments.filter((segment) => segment !== "" && segment !== "v").map(readable);
}

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // bytes that are no UTF-8
  }
}

function bare(text: string): string {
  return plainText(text).replace(/[^\p{L}\p{N}]+/gu, "");
}

function labelOf({ kind, id, name, context }: SearchEntry): string {
  if (kind === "set") return `${name}, ${context}`;
  return kind === "framework" ? name : `${id} ${name}`;
}
