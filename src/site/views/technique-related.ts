import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackKind, AttackObject } from "../../model/attack.js";
import type { Frame } from "./frame.js";
import { type Ref, type RefList, toRef } from "./refs.js";
import { countOnTechnique } from "./technique-rows.js";

/** A sub-technique (or sibling) and how many rows it has in the same frame. */
export interface SubtechniqueRow extends Ref {
  readonly rows: number;
  readonly nonMappable: number;
}

/**
 * What stands around a technique in its release: the family of sub-techniques, who uses it, what mitigates and detects
 * it. Before 18.0 detections are data components, from then on detection strategies.
 */
export function relatedTo(kb: KnowledgeBase, frame: Frame, technique: AttackObject) {
  const timeline = kb.timeline(frame.domain);
  const release = timeline.at(frame.release);
  const held = timeline.heldKinds(frame.release);
  const users = release.sources(technique, "uses");
  const list = (kinds: readonly AttackKind[], objects: readonly AttackObject[]): RefList => ({
    held: kinds.some((kind) => held.has(kind)),
    items: objects.filter((object) => kinds.includes(object.kind)).map(toRef),
  });
  const family = release.subtechniquesOf(release.parentOf(technique) ?? technique);
  return {
    subtechniques: family.map((sub): SubtechniqueRow => {
      const counts = sub.id === null ? { rows: 0, nonMappable: 0 } : countOnTechnique(kb, frame, sub.id);
      return { ...toRef(sub), ...counts };
    }),
    related: {
      groups: list(["group"], users),
      software: list(["malware", "tool"], users),
      campaigns: list(["campaign"], users),
      mitigations: list(["mitigation"], release.sources(technique, "mitigates")),
      detections: list(["detection-strategy", "data-component"], release.sources(technique, "detects")),
    },
  };
}
