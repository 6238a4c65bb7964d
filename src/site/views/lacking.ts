import { wordList } from "../../base/word-list.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackKind } from "../../model/attack.js";
import { type Domain, domainNames } from "../../model/domain.js";
import type { AttackVersion } from "../../model/version.js";
import { type FrameQuestion, frameOf } from "./frame.js";

/** A domain whose newest release, at its source, lacks a kind: what is shown is older. */
export interface Lacking {
  readonly domain: Domain;
  readonly release: AttackVersion;
}

/** Domains whose release of the question lacks these kinds, so that silence is not taken for "none". */
export function lackingIn(
  kb: KnowledgeBase,
  kinds: readonly AttackKind[],
  question: FrameQuestion,
): readonly Lacking[] {
  return kb.domains.flatMap((domain) => {
    const framed = frameOf(kb, domain, question);
    if (!framed.ok) return [];
    const held = kb.timeline(domain).heldKinds(framed.view.release);
    return kinds.some((kind) => held.has(kind)) ? [] : [{ domain, release: framed.view.release }];
  });
}

/** Releases that do not hold a kind of objects say so: nothing is known, which is not "none". null where all hold it. */
export function silenceWords(many: string, lacking: readonly Lacking[]): string | null {
  if (lacking.length === 0) return null;
  const where = wordList(
    lacking.map(({ domain, release }) => `${domainNames[domain]} ${release}`),
    "and",
  );
  return `What is loaded of ${where} holds no ${many}: nothing is known of them there.`;
}
