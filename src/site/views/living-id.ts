import { techniqueAt } from "../../knowledge/facts/at-row.js";
import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Mapping } from "../../model/mapping.js";

/**
 * The technique that a row of a frozen set stands on: the one it names, where that lives at the set's own release; else null.
 * Of a release that is not loaded nobody can say what lives there: it is the one it names.
 */
export function livingId(kb: KnowledgeBase, key: SetFacts["key"], row: Pick<Mapping, "techniqueId">): string | null {
  const id = row.techniqueId?.trim() ?? null;
  if (id === null) return null;
  const timeline = kb.timeline(key.domain);
  const release = timeline.resolve(key.attackVersion);
  if (release === null) return id;
  return timeline.at(release).object("technique", id)?.state === "active" ? id : null;
}

/** The same by the number of a row. */
export function livingIn(kb: KnowledgeBase, facts: SetFacts): (row: number) => string | null {
  return (row) => livingId(kb, facts.key, { techniqueId: techniqueAt(facts, row)?.id ?? null });
}
