import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf } from "../../model/framework.js";
import type { MappingFunction } from "../../model/mapping.js";
import type { Frame } from "./frame.js";
import type { RowFilter } from "./row-filter.js";
import type { TechniqueRow } from "./technique-list.js";
import { setsOf } from "./technique-rows.js";
import { standingsIn } from "./technique-standing.js";

/** Which of some techniques a framework's newest set has no row for: of one function, or of any where null. */
export interface Gap {
  readonly framework: string;
  readonly name: string;
  readonly set: string;
  readonly function: MappingFunction | null;
  readonly techniques: readonly TechniqueRow[];
  /** How many techniques were asked about. */
  readonly of: number;
}

/** By exact ids, as reach counts; null where no framework is asked for, or none of its sets is of the domain. */
export function gapOf(
  kb: KnowledgeBase,
  frame: Frame,
  { rows, filter }: { readonly rows: readonly TechniqueRow[]; readonly filter: RowFilter },
): Gap | null {
  const set = setsOf(kb, frame).find(({ framework }) => framework === filter.framework);
  if (set === undefined) return null;
  const standing = standingsIn(kb, set.id, frame.release);
  const wanted = filter.function;
  const answers = (id: string) => (wanted === null ? standing(id).mapped : standing(id).functions.has(wanted));
  return {
    framework: set.framework,
    name: frameworkOf(set.framework).name,
    set: set.id,
    function: wanted,
    techniques: rows.filter(({ id }) => !answers(id)),
    of: rows.length,
  };
}
