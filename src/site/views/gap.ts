import { counted } from "../../base/counted.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf } from "../../model/framework.js";
import type { MappingFunction } from "../../model/mapping.js";
import { type Answer, problem } from "../answer.js";
import type { Frame } from "./frame.js";
import { type RowFilter, type RowQuestion, rowFilterOf } from "./row-filter.js";
import type { TechniqueRow } from "./technique-list.js";
import { setsOf } from "./technique-rows.js";
import { standingsIn } from "./technique-standing.js";

/** Which of some techniques a framework's newest set has no row for: of one function, or of any where null. */
export interface Gap {
  readonly framework: string;
  readonly name: string;
  /** null where no set of the framework is of the domain: it says nothing of any technique there. */
  readonly set: string | null;
  readonly function: MappingFunction | null;
  readonly techniques: readonly TechniqueRow[];
  /** How many techniques were asked about. */
  readonly of: number;
}

export type GapQuestion = Pick<RowQuestion, "framework" | "function">;

/** The framework and function asked about; a function alone is nobody's. */
export function gapFilterOf(kb: KnowledgeBase, question: GapQuestion): Answer<RowFilter> {
  const filter = rowFilterOf(kb, question);
  if (!filter.ok || filter.view.function === null || filter.view.framework !== null) return filter;
  return problem(400, "TM4009", {
    title: "A function of no framework",
    detail: `"function" asks what one framework lacks, and "framework" names none.`,
  });
}

/** The question again, as query values; {} where none was asked. */
export function gapQuery(gap: Gap | null | undefined): GapQuestion {
  return gap ? { framework: gap.framework, function: gap.function ?? undefined } : {};
}

/** By exact ids, as reach counts; null where no framework is asked for. */
export function gapOf(
  kb: KnowledgeBase,
  frame: Frame,
  { rows, filter }: { readonly rows: readonly TechniqueRow[]; readonly filter: RowFilter },
): Gap | null {
  const { framework, function: wanted } = filter;
  if (framework === null) return null;
  const asked = { framework, name: frameworkOf(framework).name, function: wanted, of: rows.length };
  const set = setsOf(kb, frame).find((known) => known.framework === framework);
  if (set === undefined) return { ...asked, set: null, techniques: [] };
  const standing = standingsIn(kb, set.id, frame.release);
  const answers = (id: string) => (wanted === null ? standing(id).mapped : standing(id).functions.has(wanted));
  return { ...asked, set: set.id, techniques: rows.filter(({ id }) => !answers(id)) };
}

/** The gap in words, for page and terminal: what is missing, of how many, what its table is called, and what stands in place of an empty list. `whose`: "reported of the campaign". */
export function gapWords({ name, of, set, function: wanted, techniques }: Gap, whose: string) {
  const row = wanted === null ? "a row" : `a ${wanted} row`;
  return {
    title: `Without ${row} of ${name}`,
    caption: `Techniques without ${row} of ${name}`,
    meta:
      set === null
        ? "no set of this domain"
        : `${techniques.length} of the ${counted(of, "technique")} ${whose}; by exact id, no row is no statement`,
    none:
      set === null
        ? `${name} has no set of this domain: it says nothing here.`
        : `${name} has ${row} on every one of them.`,
  };
}
