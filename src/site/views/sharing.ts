import { capabilityAt, isMappedAt } from "../../knowledge/facts/at-row.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf } from "../../model/framework.js";
import type { Frame } from "./frame.js";
import { setsOf } from "./technique-rows.js";

/** A capability with rows on some of a list of techniques: it shares them; nothing says that the two are the same. */
export interface SharingCapability {
  readonly id: string;
  readonly name: string | null;
  /** Techniques of the list on which it has a mappable row. */
  readonly techniques: number;
}

/** Which capabilities of a set have rows on the same techniques. */
export interface Sharing {
  readonly framework: string;
  readonly name: string;
  readonly set: string;
  /** How many techniques were asked about. */
  readonly of: number;
  /** Most shared techniques first, then by id. */
  readonly capabilities: readonly SharingCapability[];
}

/** Defending frameworks' capabilities that have a row on any of the techniques, by exact id, on the frame's release. */
export function sharingOf(kb: KnowledgeBase, frame: Frame, techniques: readonly string[]): readonly Sharing[] {
  return setsOf(kb, frame)
    .filter(({ framework }) => frameworkOf(framework).side === "defense")
    .map((set) => {
      const aligned = kb.aligned(set.id, frame.release);
      const { facts } = aligned;
      const index = kb.capabilities(set.framework);
      const shared = new Map<string, { name: string | null; techniques: Set<string> }>();
      for (const technique of techniques)
        for (const row of aligned.rowsOn(technique)) {
          if (!isMappedAt(facts, row)) continue;
          const spelled = capabilityAt(facts, row)?.id;
          const capability = spelled ? index.find(spelled) : null;
          if (!capability) continue;
          const entry = shared.get(capability.id) ?? { name: capability.name, techniques: new Set<string>() };
          entry.techniques.add(technique);
          shared.set(capability.id, entry);
        }
      const capabilities = [...shared]
        .map(([id, entry]) => ({ id, name: entry.name, techniques: entry.techniques.size }))
        .sort((a, b) => b.techniques - a.techniques || (a.id < b.id ? -1 : 1));
      return {
        framework: set.framework,
        name: frameworkOf(set.framework).name,
        set: set.id,
        of: techniques.length,
        capabilities,
      };
    })
    .filter(({ capabilities }) => capabilities.length > 0);
}
