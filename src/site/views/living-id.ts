import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Mapping } from "../../model/mapping.js";

/** The technique that a row of a frozen set stands on: the one it names, where that lives at the set's own release; else null. */
export function livingId(kb: KnowledgeBase, key: SetFacts["key"], row: Pick<Mapping, "techniqueId">): string | null {
  const id = row.techniqueId?.trim() ?? null;
  if (id === null) return null;
  const timeline = kb.timeline(key.domain);
  const release = timeline.at(timeline.resolve(key.attackVersion) ?? key.attackVersion);
  return release.object("technique", id)?.state === "active" ? id : null;
}
