import { BoundedCache } from "../../base/bounded-cache.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackObject } from "../../model/attack.js";
import { type Domain, domains } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import { type Answer, answer, problem } from "../answer.js";
import { hrefs } from "../hrefs.js";
import { type Frame, type FrameQuestion, frameOf } from "./frame.js";
import { type Ref, toRef } from "./refs.js";
import { setsOf } from "./technique-rows.js";
import { standingsIn } from "./technique-standing.js";

/** A technique in a list: its rows per set of the frame, defence and threat apart. */
export interface TechniqueRow extends Ref {
  readonly id: string;
  readonly domain: Domain;
  readonly isSubtechnique: boolean;
  readonly tactics: readonly Ref[];
  readonly defenseRows: number;
  readonly defenseFrameworks: number;
  readonly threatRows: number;
  /** Frameworks that declare it non-mappable. */
  readonly nonMappable: readonly string[];
}

/** One line a technique, in the given order. Groups, software and lists show the same techniques: each line is made once. */
export function toTechniqueRows(
  kb: KnowledgeBase,
  frame: Frame,
  techniques: readonly AttackObject[],
): readonly TechniqueRow[] {
  const timeline = kb.timeline(frame.domain);
  const release = timeline.at(timeline.resolve(frame.release) ?? frame.release);
  const sets = setsOf(kb, frame).map(({ id, framework }) => ({
    side: frameworkOf(framework).side,
    framework,
    standing: standingsIn(kb, id, frame.release),
  }));
  const known = knownRows(kb, frame);
  const rowOf = (technique: AttackObject, id: string): TechniqueRow => {
    let defenseRows = 0;
    let defenseFrameworks = 0;
    let threatRows = 0;
    const nonMappable: string[] = [];
    for (const { side, framework, standing } of sets) {
      const { rows, mapped, refused } = standing(id);
      if (refused) nonMappable.push(framework);
      if (side === "threat") threatRows += rows;
      else {
        defenseRows += rows;
        if (mapped) defenseFrameworks++;
      }
    }
    return {
      ...toRef(technique),
      id,
      domain: frame.domain,
      isSubtechnique: id.includes("."),
      tactics: release.tacticsOf(technique).map(toRef),
      defenseRows,
      defenseFrameworks,
      threatRows,
      nonMappable,
    };
  };
  return techniques.flatMap((technique) => {
    if (technique.id === null) return [];
    const row = known.get(technique) ?? rowOf(technique, technique.id);
    known.set(technique, row);
    return [row];
  });
}

/** How many frames' lines are kept: a page shows one a domain. */
const keptFrames = 12;

function knownRows(kb: KnowledgeBase, { kind, domain, release }: Frame): Map<AttackObject, TechniqueRow> {
  const kept = kb.once("technique rows", () => new BoundedCache<Map<AttackObject, TechniqueRow>>(keptFrames));
  return kept.get(`${domain} ${release} ${kind === "as-authored"}`, () => new Map());
}

export interface TechniquesView {
  /** null = all domains. */
  readonly domain: Domain | null;
  readonly views: readonly Frame[];
  readonly techniques: readonly TechniqueRow[];
  readonly tactic: string | null;
  readonly q: string | null;
}

/** All active techniques of a domain (or of every domain) at a release, with what answers them. */
export function techniquesView(
  kb: KnowledgeBase,
  question: FrameQuestion & {
    readonly domain?: string | undefined;
    readonly q?: string | undefined;
    readonly tactic?: string | undefined;
  },
): Answer<TechniquesView> {
  const domain =
    question.domain === undefined ? null : (kb.domains.find((known) => known === question.domain) ?? undefined);
  if (domain === undefined) return unknownDomain(question.domain ?? "");
  const frames: Frame[] = [];
  for (const candidate of domain === null ? kb.domains : [domain]) {
    const framed = frameOf(kb, candidate, question);
    if (!framed.ok) return framed;
    frames.push(framed.view.kind === "as-authored" ? { ...framed.view, kind: "aligned" } : framed.view);
  }
  const words = (question.q ?? "").toLowerCase().trim().split(/\s+/).filter(Boolean);
  const techniques = frames.flatMap((frame) => {
    const timeline = kb.timeline(frame.domain);
    const release = timeline.at(timeline.resolve(frame.release) ?? frame.release);
    const wanted = release
      .activeTechniques()
      .filter(({ id, name }) => words.every((word) => `${id} ${name}`.toLowerCase().includes(word)));
    return toTechniqueRows(kb, frame, wanted).filter(
      (row) => !question.tactic || row.tactics.some((tactic) => tactic.id === question.tactic),
    );
  });
  return answer({ domain, views: frames, techniques, tactic: question.tactic ?? null, q: question.q ?? null });
}

/** A problem that names the three domains. */
export function unknownDomain(asked: string) {
  return problem(404, "TM4006", {
    title: "No such domain",
    detail: `${JSON.stringify(asked)} is no ATT&CK domain; there are ${domains.join(", ")}.`,
    suggestions: domains.map((domain) => ({ label: domain, href: hrefs.techniques(domain) })),
  });
}
