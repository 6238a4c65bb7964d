import { BoundedCache } from "../../base/bounded-cache.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackObject } from "../../model/attack.js";
import type { Domain } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import type { Frame } from "./frame.js";
import { type Ref, toRef } from "./refs.js";
import { setsOf } from "./technique-rows.js";
import { standingsIn } from "./technique-standing.js";

/** A technique in a list: its rows per set of the frame, defence and threat apart. */
export interface TechniqueRow extends Ref {
  readonly id: string;
  readonly domain: Domain;
  readonly isSubtechnique: boolean;
  readonly tactics: readonly Ref[];
  readonly defenseRows: number;
  readonly defenseFrameworks: number;
  readonly threatRows: number;
  /** Frameworks that declare it non-mappable. */
  readonly nonMappable: readonly string[];
}

/** One line a technique, in the given order. Groups, software and lists show the same techniques: each line is made once. */
export function toTechniqueRows(
  kb: KnowledgeBase,
  frame: Frame,
  techniques: readonly AttackObject[],
): readonly TechniqueRow[] {
  const release = kb.timeline(frame.domain).at(frame.release);
  const sets = setsOf(kb, frame).map(({ id, framework }) => ({
    side: frameworkOf(framework).side,
    framework,
    standing: standingsIn(kb, id, frame.release),
  }));
  const known = knownRows(kb, frame);
  const rowOf = (technique: AttackObject, id: string): TechniqueRow => {
    let defenseRows = 0;
    let defenseFrameworks = 0;
    let threatRows = 0;
    const nonMappable: string[] = [];
    for (const { side, framework, standing } of sets) {
      const { rows, mapped, refused } = standing(id);
      if (refused) nonMappable.push(framework);
      if (side === "threat") threatRows += rows;
      else {
        defenseRows += rows;
        if (mapped) defenseFrameworks++;
      }
    }
    return {
      ...toRef(technique),
      id,
      domain: frame.domain,
      isSubtechnique: id.includes("."),
      tactics: release.tacticsOf(technique).map(toRef),
      defenseRows,
      defenseFrameworks,
      threatRows,
      nonMappable,
    };
  };
  return techniques.flatMap((technique) => {
    if (technique.id === null) return [];
    const row = known.get(technique) ?? rowOf(technique, technique.id);
    known.set(technique, row);
    return [row];
  });
}

/** How many frames' lines are kept: a page shows one a domain. */
const keptFrames = 12;

function knownRows(kb: KnowledgeBase, { kind, domain, release }: Frame): Map<AttackObject, TechniqueRow> {
  const kept = kb.once("technique rows", () => new BoundedCache<Map<AttackObject, TechniqueRow>>(keptFrames));
  return kept.get(`${domain} ${release} ${kind === "as-authored"}`, () => new Map());
}
