import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf } from "../../model/framework.js";
import type { MappingFunction } from "../../model/mapping.js";
import { type Answer, problem } from "../answer.js";
import type { Frame } from "./frame.js";
import { type RowFilter, type RowQuestion, rowFilterOf } from "./row-filter.js";
import type { TechniqueRow } from "./technique-list.js";
import { setsOf } from "./technique-rows.js";
import { type Absence, absenceOf, standingsIn } from "./technique-standing.js";

/** A technique in a gap, and why it is there: "parent-only" where the parent has a row as asked for. */
export interface GapTechnique extends TechniqueRow {
  readonly standing: Absence;
}

/** Which of some techniques no newest set of the frameworks asked about has a row for: of one function, or of any where null. */
export interface Gap {
  /** Empty: a function is asked of all that defend. */
  readonly frameworks: readonly string[];
  /** The newest sets that were looked at. */
  readonly sets: readonly string[];
  /** Frameworks without a set of the domain: they say nothing of any technique there. */
  readonly withoutSet: readonly string[];
  readonly function: MappingFunction | null;
  readonly techniques: readonly GapTechnique[];
  /** The others: those with such a row; [] where no set was looked at. */
  readonly answered: readonly TechniqueRow[];
  /** How many techniques were asked about. */
  readonly of: number;
}

export type GapQuestion = Pick<RowQuestion, "framework" | "function">;

/** The frameworks and function asked about. `asks`: what the question calls the frameworks. */
export function gapFilterOf(kb: KnowledgeBase, question: GapQuestion, asks = "framework"): Answer<RowFilter> {
  const filter = rowFilterOf(kb, question);
  const threat = filter.ok ? filter.view.frameworks.find((id) => frameworkOf(id).side === "threat") : undefined;
  if (threat === undefined) return filter;
  return problem(400, "TM4025", {
    title: "Not a defence",
    detail: `${frameworkOf(threat).name} describes techniques, it answers none: "${asks}" asks what defensive frameworks lack.`,
  });
}

/** The question again, as query values; {} where none was asked. */
export function gapQuery(gap: Gap | null | undefined): GapQuestion {
  return gap ? { framework: gap.frameworks.join(",") || undefined, function: gap.function ?? undefined } : {};
}

/** By exact ids, as reach counts; null where neither a framework nor a function is asked for. */
export function gapOf(
  kb: KnowledgeBase,
  frame: Frame,
  { rows, filter }: { readonly rows: readonly TechniqueRow[]; readonly filter: RowFilter },
): Gap | null {
  const { frameworks, function: wanted } = filter;
  if (frameworks.length === 0 && wanted === null) return null;
  const isAsked = (framework: string) =>
    frameworks.length === 0 ? frameworkOf(framework).side === "defense" : frameworks.includes(framework);
  const sets = setsOf(kb, frame).filter(({ framework }) => isAsked(framework));
  const withoutSet = frameworks.filter((id) => sets.every(({ framework }) => framework !== id));
  const standings = sets.map(({ id }) => standingsIn(kb, id, frame.release));
  const answers = (id: string) =>
    standings.some((standing) => (wanted === null ? standing(id).mapped : standing(id).functions.has(wanted)));
  const looked = sets.length === 0 ? [] : rows;
  return {
    frameworks,
    sets: sets.map(({ id }) => id),
    withoutSet,
    function: wanted,
    techniques: looked.flatMap((row) =>
      answers(row.id) ? [] : [{ ...row, standing: absenceOf(row.id, standings, answers) }],
    ),
    answered: looked.filter(({ id }) => answers(id)),
    of: rows.length,
  };
}
