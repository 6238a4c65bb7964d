import MiniSearch from "minisearch";
import type { KnowledgeBase } from "./knowledge-base.js";
import { type SearchEntry, searchEntries } from "./search-entries.js";

export interface SearchHit {
  readonly entry: SearchEntry;
  /** Which part matched: its id, its name, or the other name given. */
  readonly why: { readonly field: "id" | "name" | "also"; readonly text: string };
}

/**
 * Words over everything with a page. Exact ids and id variants (`ac-2`, `AC 02`, `T1550/001`) win before ranking; then
 * all words must match, typos forgiven in words without digits; then any word. Never throws on a query.
 */
export class SearchIndex {
  readonly entries: readonly SearchEntry[];
  readonly #byFoldedId = new Map<string, number[]>();
  readonly #index: MiniSearch;

  constructor(entries: readonly SearchEntry[]) {
    this.entries = entries;
    this.#index = new MiniSearch({
      fields: ["id", "name", "also", "context"],
      tokenize: tokens,
      processTerm: (term) => term,
    });
    this.#index.addAll(
      entries.map((entry, id) => ({ ...entry, id, also: entry.also.join(" "), name: `${entry.name} ${entry.id}` })),
    );
    entries.forEach((entry, index) => {
      for (const text of [entry.id, ...entry.also]) {
        const known = this.#byFoldedId.get(foldId(text));
        if (known) known.push(index);
        else this.#byFoldedId.set(foldId(text), [index]);
      }
    });
  }

  find(query: string): readonly SearchHit[] {
    const words = tokens(query);
    if (words.length === 0) return [];
    const exact = this.#byFoldedId.get(foldId(query)) ?? [];
    const fuzzy = (term: string) => (/\d/.test(term) || term.length < 4 ? false : 0.2);
    const options = { prefix: true, fuzzy, boost: { id: 4, name: 2 } } as const;
    const all = this.#index.search(query, { ...options, combineWith: "AND" });
    const found = all.length > 0 || exact.length > 0 ? all : this.#index.search(query, options);
    const order = [...new Set([...exact, ...found.map((hit) => Number(hit.id))])];
    return order.flatMap((index) => {
      const entry = this.entries[index];
      return entry ? [{ entry, why: whyOf(entry, query, words) }] : [];
    });
  }
}

/** The index over everything that a knowledge base has loaded; built once. */
export function searchIndexOf(kb: KnowledgeBase): SearchIndex {
  return kb.once("search", () => new SearchIndex(searchEntries(kb)));
}

/** Words, and whole ids beside their parts: `AC-2` → `ac-2`, `ac`, `2`, `ac2`. One normaliser for index and query. */
export function tokens(text: string): string[] {
  const found: string[] = [];
  for (const word of text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[\s,;()"']+/)) {
    if (word === "") continue;
    const parts = word.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const joined = foldId(word);
    if (joined !== "") found.push(joined);
    if (parts.length > 1) found.push(...parts);
  }
  return [...new Set(found)];
}

/** Letters and digits only, numbers without leading zeros: `AC-02`, `ac 2` and `AC-2` are one. */
function foldId(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(/(^|[^\d])0+(?=\d)/g, "$1");
}

function whyOf(entry: SearchEntry, query: string, words: readonly string[]): SearchHit["why"] {
  const wanted = foldId(query);
  if (foldId(entry.id).includes(wanted)) return { field: "id", text: entry.id };
  const inText = (text: string) => words.some((word) => tokens(text).some((token) => token.startsWith(word)));
  if (inText(entry.name)) return { field: "name", text: entry.name };
  const other = entry.also.find((text) => foldId(text) === wanted) ?? entry.also.find(inText);
  return other === undefined ? { field: "name", text: entry.name } : { field: "also", text: other };
}
