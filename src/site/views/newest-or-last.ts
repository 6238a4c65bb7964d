import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";

/** What a framework's sets have of something: `dropped` where no newest set has it any more. */
interface NewestOrLast<Entry> {
  readonly shown: readonly Entry[];
  readonly dropped: boolean;
}

/**
 * Of the sets that have a capability or a group, newest first: those that are the newest of their framework, else the last
 * ones that had it, one set a domain; none where no set that has it can be carried.
 */
export function newestOrLast<Entry extends { readonly facts: SetFacts }>(
  kb: KnowledgeBase,
  having: readonly Entry[],
): NewestOrLast<Entry> {
  const newest = having.filter(({ facts }) => kb.newestSets(facts.key.domain).some((set) => set.id === facts.id));
  if (newest.length > 0) return { shown: newest, dropped: false };
  const carriable = having.filter(({ facts }) => kb.isPlaced(facts.key));
  const last = new Map(carriable.toReversed().map((entry) => [entry.facts.key.domain, entry]));
  const shown = [...last.values()].flatMap(({ facts }) => having.filter((entry) => entry.facts === facts));
  return { shown, dropped: last.size > 0 };
}
