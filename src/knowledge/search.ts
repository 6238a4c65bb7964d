import MiniSearch from "minisearch";
import { plainText } from "../base/plain-text.js";
import { controlOfEnhancement } from "../model/control-enhancement.js";
import { frameworkOf } from "../model/framework.js";
import { compareIds } from "./capability-index.js";
import type { KnowledgeBase } from "./knowledge-base.js";
import { type EntryKind, type SearchEntry, searchEntries } from "./search-entries.js";

export interface SearchHit {
  readonly entry: SearchEntry;
  /** Which part matched: its id, its name, or the name given that it has too (`also`) or had (`was`). */
  readonly why: { readonly field: "id" | "name" | "also" | "was"; readonly text: string };
}

/** Words of a query that count; nobody types more, and each costs a walk. */
const mostWords = 12;

/** What people mostly mean, where words fit several kinds alike. */
const weights = {
  technique: 1.4,
  tactic: 1.3,
  group: 1.3,
  software: 1.2,
  campaign: 1.2,
  framework: 1.5,
  mitigation: 1.1,
  capability: 1.1,
  set: 0.8,
  "capability-group": 0.7,
} as const satisfies Record<EntryKind, number>;

export interface Found {
  /** The likeliest first. */
  readonly entries: readonly SearchEntry[];
  /** A hit with what matched: told of those that are shown, as a letter finds thousands. */
  readonly hit: (entry: SearchEntry) => SearchHit;
  /** Nothing has all the words: the hits have some of them. */
  readonly isLoose: boolean;
  /** Words that no word begins with, so that the hits have words like them. */
  readonly unknownWords: readonly string[];
}

/**
 * Words over everything with a page. Exact ids and id variants (`ac-2`, `AC 02`, `T1550/001`, `1550.1`) win before ranking,
 * then exact names, however they are written; then all words must match, typos forgiven in words without digits that
 * nothing begins with; then any word. Of each, what is revoked or deprecated comes behind what lives. Last is what
 * has the words inside its own (`phish` in Spearphishing). Never throws on a query.
 */
export class SearchIndex {
  readonly entries: readonly SearchEntry[];
  readonly #byFoldedId = new Map<string, number[]>();
  readonly #byFoldedName = new Map<string, number[]>();
  readonly #names: readonly string[];
  readonly #weights: readonly number[];
  readonly #index: MiniSearch;
  /** Every word of the index, sorted. */
  readonly #words: readonly string[];

  constructor(entries: readonly SearchEntry[]) {
    this.entries = entries;
    const words = new Set<string>();
    this.#index = new MiniSearch({
      // The id stands behind the name: a document's own "id" is its place among the entries.
      fields: ["name", "also", "context"],
      tokenize(text) {
        const found = tokens(text);
        for (const word of found) words.add(word);
        return found;
      },
      processTerm: (term) => term,
    });
    this.#index.addAll(
      entries.map((entry, id) => ({ ...entry, id, also: entry.also.join(" "), name: `${entry.name} ${entry.id}` })),
    );
    this.#words = [...words].sort();
    this.#names = entries.map(({ name }) => plainText(name));
    this.#weights = entries.map(({ kind, note, framework }) => {
      const threat = framework !== null && frameworkOf(framework).side === "threat" ? 0.7 : 1;
      return weights[kind] * threat * (note === null ? 1 : 0.3);
    });
    entries.forEach((entry, index) => {
      for (const text of [entry.id, ...entry.also]) put(this.#byFoldedId, foldId(text), index);
      put(this.#byFoldedName, foldId(entry.name), index);
    });
  }

  find(asked: string): Found {
    const query = this.#reread(asked);
    const words = tokens(query).slice(0, mostWords);
    const hit = (entry: SearchEntry) => ({ entry, why: whyOf(entry, query, words) });
    if (words.length === 0) return { entries: [], hit, isLoose: false, unknownWords: [] };
    const ids = this.#ofId(query);
    const exact = [...new Set([...ids, ...this.#ofName(query)])];
    const id = foldId(techniqueIdIn(query) ?? query);
    // Who writes an id in parts (`ac 02`) asks for that id and those that begin so, not for everything with both parts.
    const isWholeId = ids.some((index) => this.#hasOwnId(index, id));
    const begun = this.#search(isWholeId ? [id] : words, "AND", (term) => this.#begins(term));
    const first = isWholeId ? this.#goingOn(begun, techniqueIdIn(query) ?? query) : begun;
    const all = first.length > 0 || exact.length > 0 ? first : this.#search(words, "AND");
    const within = this.#within(query);
    const isStrict = exact.length > 0 || all.length > 0;
    const found = isStrict ? [...exact, ...all] : this.#search(words, "OR");
    const order = this.#setsByAge([...new Set([...found, ...within])]);
    const entries = order.map((index) => this.entries[index]).filter((entry) => entry !== undefined);
    const isLoose = entries.length > 0 && !isStrict && within.length === 0 && words.length > 1;
    const isLike = exact.length === 0 && all.length > 0 && within.length === 0 && !isLoose;
    const unknownWords = isLike ? [...new Set(plainWords(query))].filter((word) => !this.#begins(word)) : [];
    return { entries, hit, isLoose, unknownWords };
  }

  /**
   * `AC-2(1)` is asked of its control: without signs it would be AC-21. `T1O59`: what is no id as it stands is one where
   * letters that look like digits stand beside digits.
   */
  #reread(query: string): string {
    const control = controlOfEnhancement(query);
    const isOwn =
      control !== null &&
      this.#ofId(query).some((at) => this.entries[at]?.id.toUpperCase() === query.trim().toUpperCase());
    if (control !== null && !isOwn && this.#ofId(control).length > 0) return control;
    if (this.#ofId(query).length > 0) return query;
    const inDigits = (run: string) => run.replace(/o/gi, "0").replace(/[lI]/g, "1");
    const digits = query.replace(/[oOlI\d]*\d[oOlI\d]*/g, inDigits);
    return digits !== query && this.#ofId(digits).length > 0 ? digits : query;
  }

  /** Sets of one framework the newest first, as entries have them: how often their few words occur elsewhere tells nothing. */
  #setsByAge(order: readonly number[]): readonly number[] {
    const places = new Map<string | null, number[]>();
    order.forEach((index, place) => {
      const entry = this.entries[index];
      if (entry?.kind === "set") put(places, entry.framework, place);
    });
    const aged = [...order];
    for (const ofOne of places.values()) {
      const sets = ofOne.map((place) => order[place] ?? 0).sort((a, b) => a - b);
      ofOne.forEach((place, at) => {
        aged[place] = sets[at] ?? 0;
      });
    }
    return aged;
  }

  /** Those whose ids begin as one was typed, in the order of ids: nothing else tells them apart. */
  #goingOn(found: readonly number[], typed: string): readonly number[] {
    const idAt = (index: number) => this.entries[index]?.id ?? "";
    return found.filter((index) => this.#goesOn(index, typed)).sort((a, b) => compareIds(idAt(a), idAt(b)));
  }

  /** An id that begins as it was typed: T1059.001 of T1059, AC-20 of AC-2; not TA505 of TA0005, alike without zeros only. */
  #goesOn(index: number, typed: string): boolean {
    const entry = this.entries[index];
    const begin = plainText(typed).replace(separators, "");
    return [entry?.id ?? "", ...(entry?.also ?? [])].some((text) =>
      plainText(text).replace(separators, "").startsWith(begin),
    );
  }

  /** Entries with all or any of the words, typos forgiven but in words that `known` says are right. */
  #search(
    words: readonly string[],
    combineWith: "AND" | "OR",
    known: (term: string) => boolean = () => false,
  ): readonly number[] {
    const hits = this.#index.search(words.join(" "), {
      prefix: true,
      fuzzy: (term) => (/\d/.test(term) || term.length < 4 || known(term) ? false : 0.2),
      boost: { name: 2 },
      boostDocument: (id: number) => this.#weights[id] ?? 1,
      tokenize: () => [...words],
      combineWith,
    });
    return hits.map((hit) => Number(hit.id));
  }

  /** Entries whose names have every word somewhere, the likelier ones first; none for short words alone and parts of ids. */
  #within(query: string): readonly number[] {
    const words = plainWords(query);
    if (!words.some((word) => word.length >= 4) || words.some((word) => /\d/.test(word))) return [];
    const having = this.#names.flatMap((name, index) => (words.every((word) => name.includes(word)) ? [index] : []));
    return having.sort((a, b) => this.#likelier(a, b));
  }

  /** A technique's, capability's or other object's own id: other names, and those of frameworks and sets, are words. */
  #hasOwnId(index: number, folded: string): boolean {
    const entry = this.entries[index];
    if (entry === undefined || entry.kind === "framework" || entry.kind === "set") return false;
    return /\d/.test(folded) && foldId(entry.id) === folded;
  }

  /** Some word begins so. */
  #begins(term: string): boolean {
    let [from, to] = [0, this.#words.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#words[middle] ?? "") < term) from = middle + 1;
      else to = middle;
    }
    return this.#words[from]?.startsWith(term) ?? false;
  }

  /** Entries of that id, the likelier ones first. */
  #ofId(query: string): readonly number[] {
    const technique = techniqueIdIn(query);
    const byId = [foldId(query), ...(technique === null ? [] : [foldId(technique)])].flatMap(
      (key) => this.#byFoldedId.get(key) ?? [],
    );
    const asked = foldId(technique ?? query);
    // Frameworks with a group for each capability have both under one id; nobody means the group.
    const owns = (index: number) => {
      const entry = this.entries[index];
      return entry !== undefined && entry.kind !== "capability-group" && foldId(entry.id) === asked ? 0 : 1;
    };
    return byId.sort((a, b) => owns(a) - owns(b) || this.#likelier(a, b));
  }

  #ofName(query: string): readonly number[] {
    const named = this.#byFoldedName.get(foldId(query)) ?? [];
    return named.toSorted((a, b) => this.#likelier(a, b));
  }

  #likelier(a: number, b: number): number {
    return (this.#weights[b] ?? 0) - (this.#weights[a] ?? 0);
  }
}

/** An entry under one more key. */
function put<Key>(into: Map<Key, number[]>, key: Key, index: number): void {
  const known = into.get(key);
  if (known) known.push(index);
  else into.set(key, [index]);
}

/** The index over everything that a knowledge base has loaded; built once. */
export function searchIndexOf(kb: KnowledgeBase): SearchIndex {
  return kb.once("search", () => new SearchIndex(searchEntries(kb)));
}

/** Words, and whole ids beside their parts: `AC-2` → `ac-2`, `ac`, `2`, `ac2`. One normaliser for index and query. */
export function tokens(text: string): string[] {
  const found: string[] = [];
  for (const word of plainText(text).split(/[\s,;()"']+/)) {
    if (word === "") continue;
    const parts = word.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const joined = foldId(word);
    if (joined !== "") found.push(joined);
    if (parts.length > 1) found.push(...parts);
  }
  return [...new Set(found)];
}

/** `1550.1`, `t1550/001` and `T1550 1` → `T1550.001`; null for words that are no technique id. */
function techniqueIdIn(query: string): string | null {
  const [, top = "", sub] = /^\s*t?(\d{4})(?:[\s./-]+(\d{1,3}))?\s*$/i.exec(query) ?? [];
  if (top === "") return null;
  return sub === undefined ? `T${top}` : `T${top}.${sub.padStart(3, "0")}`;
}

/** Letters and digits between anything else, at most as many as are looked for. */
function plainWords(text: string): readonly string[] {
  return plainText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, mostWords);
}

const separators = /[^\p{L}\p{N}]+/gu;

/** Letters and digits only, numbers without leading zeros: `AC-02`, `ac 2` and `AC-2` are one. */
function foldId(text: string): string {
  return plainText(text)
    .replace(separators, "")
    .replace(/(^|[^\d])0+(?=\d)/g, "$1");
}

function whyOf(entry: SearchEntry, query: string, words: readonly string[]): SearchHit["why"] {
  const wanted = foldId(query);
  if (foldId(entry.id).includes(wanted)) return { field: "id", text: entry.id };
  const inText = (text: string) => words.some((word) => tokens(text).some((token) => token.startsWith(word)));
  if (inText(entry.name)) return { field: "name", text: entry.name };
  const other = entry.also.find((text) => foldId(text) === wanted) ?? entry.also.find(inText);
  if (other === undefined) return { field: "name", text: entry.name };
  // Techniques and tactics have no other names, only names and ids that they had.
  return { field: entry.kind === "technique" || entry.kind === "tactic" ? "was" : "also", text: other };
}
