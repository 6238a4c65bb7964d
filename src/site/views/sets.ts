import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type SetRef, toSetRef } from "./set-ref.js";

export interface SetsView {
  /** Reading order: framework id, newer version first, then domain. */
  readonly sets: readonly SetRef[];
  readonly totals: {
    readonly sets: number;
    readonly frameworks: number;
    readonly rows: number;
    readonly mappable: number;
    readonly nonMappable: number;
  };
}

export function setsView(kb: KnowledgeBase): SetsView {
  const sets = kb.sets.map((set) => toSetRef(kb, set.id));
  const sum = (count: (set: SetRef) => number) => sets.reduce((total, set) => total + count(set), 0);
  return {
    sets,
    totals: {
      sets: sets.length,
      frameworks: kb.frameworkIds.length,
      rows: sum((set) => set.rows),
      mappable: sum((set) => set.mappable),
      nonMappable: sum((set) => set.nonMappable),
    },
  };
}
