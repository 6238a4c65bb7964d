import { counted } from "../../base/counted.js";
import { wordList } from "../../base/word-list.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf } from "../../model/framework.js";
import type { MappingFunction } from "../../model/mapping.js";
import { type Answer, problem } from "../answer.js";
import type { Frame } from "./frame.js";
import { type RowFilter, type RowQuestion, rowFilterOf } from "./row-filter.js";
import type { TechniqueRow } from "./technique-list.js";
import { setsOf } from "./technique-rows.js";
import { standingsIn } from "./technique-standing.js";

/** Which of some techniques no newest set of the frameworks asked about has a row for: of one function, or of any where null. */
export interface Gap {
  readonly frameworks: readonly string[];
  /** The newest sets that were looked at. */
  readonly sets: readonly string[];
  /** Frameworks without a set of the domain: they say nothing of any technique there. */
  readonly silent: readonly string[];
  readonly function: MappingFunction | null;
  readonly techniques: readonly TechniqueRow[];
  /** How many techniques were asked about. */
  readonly of: number;
}

export type GapQuestion = Pick<RowQuestion, "framework" | "function">;

/** The frameworks and function asked about; a function alone is nobody's. `names`: what the question calls the two. */
export function gapFilterOf(
  kb: KnowledgeBase,
  question: GapQuestion,
  names: Readonly<Record<keyof GapQuestion, string>> = { framework: "framework", function: "function" },
): Answer<RowFilter> {
  const filter = rowFilterOf(kb, question);
  if (!filter.ok || filter.view.function === null || filter.view.frameworks.length > 0) return filter;
  return problem(400, "TM4009", {
    title: "A function of no framework",
    detail: `"${names.function}" asks what frameworks lack, and "${names.framework}" names none.`,
  });
}

/** The question again, as query values; {} where none was asked. */
export function gapQuery(gap: Gap | null | undefined): GapQuestion {
  return gap ? { framework: gap.frameworks.join(","), function: gap.function ?? undefined } : {};
}

/** By exact ids, as reach counts; null where no framework is asked for. */
export function gapOf(
  kb: KnowledgeBase,
  frame: Frame,
  { rows, filter }: { readonly rows: readonly TechniqueRow[]; readonly filter: RowFilter },
): Gap | null {
  const { frameworks, function: wanted } = filter;
  if (frameworks.length === 0) return null;
  const sets = setsOf(kb, frame).filter(({ framework }) => frameworks.includes(framework));
  const silent = frameworks.filter((id) => sets.every(({ framework }) => framework !== id));
  const standings = sets.map(({ id }) => standingsIn(kb, id, frame.release));
  const answers = (id: string) =>
    standings.some((standing) => (wanted === null ? standing(id).mapped : standing(id).functions.has(wanted)));
  const techniques = sets.length === 0 ? [] : rows.filter(({ id }) => !answers(id));
  return { frameworks, sets: sets.map(({ id }) => id), silent, function: wanted, techniques, of: rows.length };
}

/** The gap in words, for page and terminal: what is missing, of how many, what its table is called, and what stands in place of an empty list. `whose`: "reported of the campaign". */
export function gapWords({ frameworks, sets, silent, of, function: wanted, techniques }: Gap, whose: string) {
  const row = wanted === null ? "a row" : `a ${wanted} row`;
  const name = namesOf(frameworks, "or");
  const noSet = `${namesOf(silent, "and")} ${silent.length === 1 ? "has" : "have"} no set of this domain`;
  const without = silent.length === 0 ? "" : `; ${noSet}`;
  return {
    title: `Without ${row} of ${name}`,
    caption: `Techniques without ${row} of ${name}`,
    meta:
      sets.length === 0
        ? "no set of this domain"
        : `${techniques.length} of the ${counted(of, "technique")} ${whose}; by exact id, no row is no statement${without}`,
    none: sets.length === 0 ? `${noSet}: nothing is said here.` : `Every one of them has ${row} of ${name}${without}.`,
  };
}

function namesOf(frameworks: readonly string[], last: "and" | "or"): string {
  return wordList(
    frameworks.map((id) => frameworkOf(id).name),
    last,
  );
}
