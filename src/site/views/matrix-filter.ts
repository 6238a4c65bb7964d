import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf, type Side } from "../../model/framework.js";
import { type Answer, answer, problem } from "../answer.js";
import type { MatrixFilter } from "./matrix-cells.js";
import { type RowQuestion, rowFilterOf, wordOf } from "./row-filter.js";

/** The words for sides, the usual one first. */
export const sides = ["defense", "threat"] as const satisfies readonly Side[];

export interface MatrixRowQuestion extends RowQuestion {
  readonly side?: string | undefined;
}

/** The filter of a matrix: one framework or several with commas, all of one side, since sides are never added up. */
export function matrixFilterOf(kb: KnowledgeBase, question: MatrixRowQuestion): Answer<MatrixFilter> {
  const rows = rowFilterOf(kb, { ...question, framework: undefined });
  if (!rows.ok) return rows;
  const named = frameworksOf(kb, question.framework ?? "");
  if (!named.ok) return named;
  const asked = wordOf("side", sides, question.side);
  if (!asked.ok) return asked;
  const of = new Set(named.view.map((id) => frameworkOf(id).side));
  if (asked.view !== null) of.add(asked.view);
  if (of.size > 1) return mixed(named.view, asked.view);
  const [side = sides[0]] = of;
  const scored = side === "defense" ? rows.view : { function: null, minRating: null };
  return answer({ side, frameworks: named.view, function: scored.function, minRating: scored.minRating });
}

/** The ids of named frameworks, sorted, each once. */
function frameworksOf(kb: KnowledgeBase, names: string): Answer<readonly string[]> {
  const found = new Set<string>();
  for (const name of names.split(",").flatMap((word) => word.trim() || [])) {
    const known = rowFilterOf(kb, { framework: name });
    if (!known.ok) return known;
    if (known.view.framework !== null) found.add(known.view.framework);
  }
  return answer([...found].sort());
}

function mixed(frameworks: readonly string[], side: Side | null) {
  const names = frameworks.map((id) => `${frameworkOf(id).shortName} (${frameworkOf(id).side})`).join(", ");
  return problem(400, "TM4004", {
    title: "Two sides at once",
    detail: `A matrix counts one side${side === null ? "" : `, here ${side}`}: ${names}.`,
  });
}
