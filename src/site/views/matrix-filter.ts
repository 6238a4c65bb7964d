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
  const rows = rowFilterOf(kb, question);
  if (!rows.ok) return rows;
  const { frameworks } = rows.view;
  const asked = wordOf("side", sides, question.side);
  if (!asked.ok) return asked;
  const of = new Set(frameworks.map((id) => frameworkOf(id).side));
  if (asked.view !== null) of.add(asked.view);
  if (of.size > 1) return mixed(frameworks, asked.view);
  const [side = sides[0]] = of;
  const scored = side === "defense" ? rows.view : { function: null, minRating: null };
  return answer({ side, frameworks, function: scored.function, minRating: scored.minRating });
}

function mixed(frameworks: readonly string[], side: Side | null) {
  const names = frameworks.map((id) => `${frameworkOf(id).shortName} (${frameworkOf(id).side})`).join(", ");
  return problem(400, "TM4004", {
    title: "Two sides at once",
    detail: `A matrix counts one side${side === null ? "" : `, here ${side}`}: ${names}.`,
  });
}
