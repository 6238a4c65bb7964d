import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { newestHolding } from "../../knowledge/newest-holding.js";
import type { AttackKind } from "../../model/attack.js";
import type { Domain } from "../../model/domain.js";
import { type Answer, answer } from "../answer.js";
import { type Frame, type FrameQuestion, frameOf } from "./frame.js";

/**
 * The frame of a question about objects of these kinds, newest sets aligned to it. Without a release asked for it is the
 * newest one that holds such objects at all.
 */
export function frameOfKinds(
  kb: KnowledgeBase,
  at: { readonly domain: Domain; readonly kinds: readonly AttackKind[] },
  question: FrameQuestion,
): Answer<Frame> {
  const newest = newestHolding(kb, at.domain, at.kinds);
  const evergreen = question.attack === undefined && question.aligned === undefined;
  const framed = frameOf(kb, at.domain, evergreen ? { aligned: newest } : question);
  if (!framed.ok) return framed;
  return answer({ ...framed.view, kind: evergreen ? "current" : "aligned", newest });
}
