import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf, type Side } from "../../model/framework.js";
import { type MappingFunction, mappingFunctions } from "../../model/mapping.js";
import type { AttackVersion } from "../../model/version.js";
import type { Frame } from "./frame.js";
import { setsOf } from "./technique-rows.js";
import { type Absence, absenceOf, standingsIn } from "./technique-standing.js";

/** How one set answers a list of techniques: `n` of `of`, exact ids only, each technique once. */
export interface Reach {
  readonly framework: string;
  readonly name: string;
  readonly side: Side;
  readonly set: string;
  readonly frameworkVersion: string;
  readonly attackVersion: AttackVersion;
  /** Techniques with at least one mappable row, and how many techniques were asked for. */
  readonly n: number;
  readonly of: number;
  /** The same by function; a technique may stand in several. */
  readonly functions: Readonly<Record<MappingFunction, number>>;
  /** Of `functions.protect`: techniques whose protect rows are all without a rating (R5: never among the rated). */
  readonly notScored: number;
  /** Techniques without a row that the framework declares non-mappable. */
  readonly nonMappable: number;
  /** Sub-techniques without a row whose parent has one. Never counted into `n`. */
  readonly parentOnly: number;
  /** Techniques that are in `n` by rows only which were written before the technique's meaning may have changed. */
  readonly doubtful: readonly string[];
  /** Technique ids without a row of this set. */
  readonly gaps: readonly string[];
}

/** Rule: docs/data-rules.md, "counting". Threat sets are counted too, apart: side says which they are. */
export function reachOf(kb: KnowledgeBase, frame: Frame, techniques: readonly string[]): readonly Reach[] {
  return setsOf(kb, frame).map((set) => {
    const { name, side } = frameworkOf(set.framework);
    const standing = standingsIn(kb, set.id, frame.release);
    const gaps = techniques.filter((id) => !standing(id).mapped);
    const absences = gaps.map((id) => absenceOf(id, [standing], (other) => standing(other).mapped));
    const absent = (why: Absence) => absences.filter((known) => known === why).length;
    const withFunction = (wanted: MappingFunction) =>
      techniques.filter((id) => standing(id).functions.has(wanted)).length;
    const notScored = techniques.filter((id) => standing(id).notScored);
    const [protect, detect, respond] = mappingFunctions.map(withFunction) as [number, number, number];
    return {
      framework: set.framework,
      name,
      side,
      set: set.id,
      frameworkVersion: set.frameworkVersion,
      attackVersion: set.attackVersion,
      n: techniques.length - gaps.length,
      of: techniques.length,
      functions: { protect, detect, respond },
      notScored: notScored.length,
      nonMappable: absent("non-mappable"),
      parentOnly: absent("parent-only"),
      doubtful: techniques.filter((id) => standing(id).doubtful),
      gaps,
    };
  });
}
