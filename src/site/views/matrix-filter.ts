import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { nearest } from "../../knowledge/suggest.js";
import { frameworkOf, type Side } from "../../model/framework.js";
import { type Answer, answer, problem } from "../answer.js";
import type { MatrixFilter } from "./matrix-cells.js";
import { type RowQuestion, rowFilterOf } from "./row-filter.js";

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
  const asked = sides.find((side) => side === question.side?.trim().toLowerCase());
  if (question.side !== undefined && asked === undefined) return unknownSide(question.side);
  const of = new Set(named.view.map((id) => frameworkOf(id).side));
  if (asked !== undefined) of.add(asked);
  if (of.size > 1) return mixed(named.view, asked);
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

function unknownSide(asked: string) {
  const near = nearest(asked, sides);
  return problem(400, "TM4004", {
    title: "Unknown side",
    detail: `${JSON.stringify(asked)} is no side. ${near.length > 0 ? `Did you mean ${near.join(", ")}?` : `There are ${sides.join(", ")}.`}`,
  });
}

function mixed(frameworks: readonly string[], side: Side | undefined) {
  const names = frameworks.map((id) => `${frameworkOf(id).shortName} (${frameworkOf(id).side})`).join(", ");
  return problem(400, "TM4004", {
    title: "Two sides at once",
    detail: `A matrix counts one side${side === undefined ? "" : `, here ${side}`}: ${names}.`,
  });
}
