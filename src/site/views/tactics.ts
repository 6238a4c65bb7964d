import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Domain } from "../../model/domain.js";
import type { AttackVersion } from "../../model/version.js";
import { type Answer, answer } from "../answer.js";
import { alignedFrameOf, type Frame, type FrameQuestion, framesOf } from "./frame.js";
import { keptRelease } from "./kept-choices.js";
import { type Reach, reachOf } from "./reach.js";
import { type Ref, toRef } from "./refs.js";
import { unknownDomain } from "./techniques.js";

/** A tactic in a list, with how far each framework answers its techniques. */
export interface TacticRow extends Ref {
  readonly techniques: number;
  readonly subtechniques: number;
  readonly reach: readonly Reach[];
}

/** Tactics of one release, or of one in each domain that has it. */
export interface TacticsView {
  readonly domain: Domain | null;
  /** One entry a domain that has the release: its matrices' tactics in their own order. */
  readonly domains: readonly {
    readonly view: Frame;
    readonly borrowedMatrix: string | null;
    readonly tactics: readonly TacticRow[];
  }[];
}

/** What a page of them shows beside it. */
export interface TacticsPageView extends TacticsView {
  /** At which release the tactics of each domain and (null) of all of them stand beside these; null: as they are now. */
  readonly kept: readonly { readonly domain: Domain | null; readonly release: AttackVersion | null }[];
}

export function tacticsPageView(kb: KnowledgeBase, question: TacticsQuestion): Answer<TacticsPageView> {
  const found = tacticsView(kb, question);
  if (!found.ok) return found;
  const frame = found.view.domains[0]?.view;
  const kept = [null, ...kb.domains].map((domain) => ({
    domain,
    release: frame === undefined ? null : keptRelease(kb, domain ?? frame.domain, frame),
  }));
  return answer({ ...found.view, kept });
}

type TacticsQuestion = FrameQuestion & { readonly domain?: string | undefined };

/** Tactics in matrix order, with how far each framework's newest set answers them. */
export function tacticsView(kb: KnowledgeBase, question: TacticsQuestion): Answer<TacticsView> {
  const domain =
    question.domain === undefined ? null : (kb.domains.find((known) => known === question.domain) ?? undefined);
  if (domain === undefined) return unknownDomain(question.domain ?? "");
  const entries: TacticsView["domains"][number][] = [];
  const framed = framesOf(domain === null ? kb.domains : [domain], (one) => alignedFrameOf(kb, one, question));
  if (!framed.ok) return framed;
  for (const frame of framed.view) {
    const release = kb.timeline(frame.domain).at(frame.release);
    const tactics = release.tactics().map((tactic): TacticRow => {
      const ids = release.techniquesOf(tactic).flatMap(({ id }) => id ?? []);
      const subtechniques = ids.filter((id) => id.includes(".")).length;
      return {
        ...toRef(tactic),
        techniques: ids.length - subtechniques,
        subtechniques,
        reach: reachOf(kb, frame, ids),
      };
    });
    entries.push({ view: frame, borrowedMatrix: release.borrowedMatrix, tactics });
  }
  return answer({ domain, domains: entries });
}
