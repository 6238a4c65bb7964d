import { clipped } from "../../base/clipped.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type SearchHit, type SearchIndex, searchIndexOf } from "../../knowledge/search.js";
import { type EntryKind, entryKinds, type SearchEntry } from "../../knowledge/search-entries.js";
import { type Answer, answer } from "../answer.js";
import { hrefs } from "../hrefs.js";
import { resolvePastedAddress } from "../pasted-address.js";
import { wordOf } from "./row-filter.js";

/** A hit with the path of its page. */
export interface FoundPage extends SearchHit {
  readonly href: string;
}

/** Hits of a search, best first. */
export interface SearchView {
  readonly q: string;
  readonly kind: EntryKind | null;
  /** Where the page is now, when an address of an older site was asked for. */
  readonly moved: string | null;
  /** Hits of each kind, before the kind filter. */
  readonly kinds: readonly { readonly kind: EntryKind; readonly hits: number }[];
  readonly hits: readonly FoundPage[];
  /** Hits that pass the kind filter; `hits` holds the first of them. */
  readonly matching: number;
  /** Nothing has all the words: the hits have some of them. */
  readonly isLoose: boolean;
  /** Words that no word begins with: the hits have words like them. */
  readonly unknownWords: readonly string[];
}

/** How many hits one answer holds. */
const mostHits = 100;

export interface SearchQuestion {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
}

export function searchView(kb: KnowledgeBase, question: SearchQuestion): Answer<SearchView> {
  const kind = wordOf("kind", entryKinds, question.kind);
  if (!kind.ok) return kind;
  const view = searchAnswer(searchIndexOf(kb), { q: question.q, kind: kind.view ?? undefined });
  return answer({ ...view, moved: resolvePastedAddress(kb, view.q)?.href ?? null });
}

/** The same of an index alone, as a browser has it; addresses of older sites are not resolved. */
export function searchAnswer(index: SearchIndex, question: SearchQuestion): SearchView {
  const q = clipped(question.q ?? "", 200);
  const kind = entryKinds.find((known) => known === question.kind) ?? null;
  const { entries: found, hit, isLoose, unknownWords } = index.find(q);
  const matching = kind === null ? found : found.filter((entry) => entry.kind === kind);
  return {
    q,
    kind,
    moved: null,
    kinds: entryKinds.flatMap((known) => {
      const hits = found.filter((entry) => entry.kind === known).length;
      return hits > 0 ? [{ kind: known, hits }] : [];
    }),
    hits: matching.slice(0, mostHits).map((entry) => ({ ...hit(entry), href: hrefOf(entry) })),
    matching: matching.length,
    isLoose,
    unknownWords,
  };
}

/** The page of a search entry. */
export function hrefOf(entry: SearchEntry): string {
  const pages = {
    technique: () => hrefs.technique(entry.id),
    tactic: () => hrefs.tactic(entry.id),
    group: () => hrefs.group(entry.id),
    software: () => hrefs.software(entry.id),
    campaign: () => hrefs.campaign(entry.id),
    mitigation: () => hrefs.mitigation(entry.id),
    capability: () => hrefs.capability(entry.framework ?? "", entry.id),
    "capability-group": () => hrefs.capabilityGroup(entry.framework ?? "", entry.id),
    framework: () => hrefs.framework(entry.id),
    set: () => hrefs.set(entry.id),
  } as const satisfies Record<EntryKind, () => string>;
  return pages[entry.kind]();
}
