import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Answer, answer } from "../answer.js";

import {
  matrixFields,
  tacticFields,
  tacticsFields,
  techniqueChangesFields,
  techniqueFields,
  techniquesFields,
} from "../fields.js";
import { type MatrixView, matrixOf, matrixView as matrixPageView } from "../views/matrix.js";
import { missingOutlineProblem } from "../views/missing-outline.js";
import { type TechniqueChangesView, techniqueChangesView as viewTechniqueChanges } from "../views/object-changes.js";
import { type TacticView, tacticView as viewTactic } from "../views/tactic.js";
import { type TacticsView, tacticsView as viewTactics } from "../views/tactics.js";
import { type TechniqueView, techniqueView as viewTechnique } from "../views/technique.js";
import { type TechniquesView, techniquesView as viewTechniques } from "../views/techniques.js";
import { ask, type QuestionOf, understood, unless } from "./ask.js";

export type TechniqueQuestion = QuestionOf<typeof techniqueFields>;
export type TechniquesQuestion = QuestionOf<typeof techniquesFields>;
export type TechniqueChangesQuestion = QuestionOf<typeof techniqueChangesFields>;
export type TacticQuestion = QuestionOf<typeof tacticFields>;
export type TacticsQuestion = QuestionOf<typeof tacticsFields>;
export type MatrixQuestion = QuestionOf<typeof matrixFields>;

/**
 * What answers a technique: every row on exactly it, current, aligned to a release or as authored on one. A revoked id is
 * answered by what it is at the release, with the path (`asked`).
 * Problems: TM4001, TM4002, TM4003, TM4010, TM4011.
 */
export function techniqueView(kb: KnowledgeBase, question: TechniqueQuestion): Answer<TechniqueView> {
  return ask(techniqueFields, question, (asked) => viewTechnique(kb, asked));
}

/**
 * All active techniques of a domain, or of every domain, at a release, with what answers them: `page.rows`.
 * Problems: TM4001, TM4002, TM4006, TM4008.
 */
export function techniquesView(kb: KnowledgeBase, question: TechniquesQuestion = {}): Answer<TechniquesView> {
  return understood(ask(techniquesFields, question, (asked) => viewTechniques(kb, asked)));
}

/**
 * What each framework's newest set says of a technique that the set before did not, and the reverse, claim by claim (`steps`). What
 * ATT&CK changed about the technique itself is in the technique's own view: `history`.
 * Problems: TM4010, TM4011.
 */
export function techniqueChangesView(
  kb: KnowledgeBase,
  question: TechniqueChangesQuestion,
): Answer<TechniqueChangesView> {
  return ask(techniqueChangesFields, question, (asked) => viewTechniqueChanges(kb, asked));
}

/**
 * A tactic of one release with what answers its techniques.
 * Problems: TM4001, TM4002, TM4008, TM4030, TM4031.
 */
export function tacticView(kb: KnowledgeBase, question: TacticQuestion): Answer<TacticView> {
  return understood(ask(tacticFields, question, (asked) => viewTactic(kb, asked)));
}

/**
 * Tactics in matrix order, with how far each framework's newest set answers them.
 * Problems: TM4001, TM4002, TM4006.
 */
export function tacticsView(kb: KnowledgeBase, question: TacticsQuestion = {}): Answer<TacticsView> {
  return ask(tacticsFields, question, (asked) => viewTactics(kb, asked));
}

/**
 * A release's matrix with what answers each technique.
 * Problems: TM4001, TM4002, TM4003, TM4006, TM4044.
 */
export function matrixView(kb: KnowledgeBase, question: MatrixQuestion): Answer<MatrixView> {
  const answered = unless(
    ask(matrixFields, question, (asked) => matrixPageView(kb, asked)),
    ({ missing }) => missing && missingOutlineProblem(missing),
  );
  return answered.ok ? answer(matrixOf(answered.view)) : answered;
}
