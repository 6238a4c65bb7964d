import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Domain } from "../../model/domain.js";
import type { Mapping } from "../../model/mapping.js";
import type { AttackVersion } from "../../model/version.js";
import { type Ref, toRef } from "./refs.js";
import { type FunctionCounts, summarize } from "./summary.js";

/** A technique that rows reach, and how. */
export interface ReachedTechnique extends Ref {
  readonly rows: number;
  readonly functions: readonly FunctionCounts[];
}

/** Reach by tactic in matrix order. A technique of several tactics stands in each: tactic figures do not add up. */
export interface TacticExposure {
  readonly tactic: Ref;
  /** Active techniques and subs of the tactic at this release. */
  readonly techniques: number;
  readonly reached: readonly ReachedTechnique[];
}

/** What rows reach in one domain, at one release. */
export interface Exposure {
  readonly domain: Domain;
  readonly release: AttackVersion;
  /** Distinct active techniques reached, and how many there are. */
  readonly reached: number;
  readonly active: number;
  readonly tactics: readonly TacticExposure[];
}

/** Which active techniques of a release rows reach; `rows` has them by the technique they are counted on. */
export function exposureOf(
  kb: KnowledgeBase,
  at: { readonly domain: Domain; readonly release: AttackVersion },
  rows: ReadonlyMap<string, readonly Mapping[]>,
): Exposure {
  const release = kb.timeline(at.domain).at(at.release);
  const active = release.activeTechniques();
  const tactics = release.tactics().map((tactic): TacticExposure => {
    const techniques = release.techniquesOf(tactic);
    const reached = techniques.flatMap((technique): readonly ReachedTechnique[] => {
      const own = technique.id === null ? undefined : rows.get(technique.id);
      return own ? [{ ...toRef(technique), rows: own.length, functions: summarize(own).functions }] : [];
    });
    return { tactic: toRef(tactic), techniques: techniques.length, reached };
  });
  return {
    ...at,
    reached: active.filter(({ id }) => id !== null && rows.has(id)).length,
    active: active.length,
    tactics,
  };
}
