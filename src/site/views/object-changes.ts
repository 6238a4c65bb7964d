import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { capabilityKey } from "../../model/capability.js";
import type { Domain } from "../../model/domain.js";
import { type Framework, frameworkOf } from "../../model/framework.js";
import type { AttackVersion } from "../../model/version.js";
import { type ClaimChange, diffSets, type SetDiff } from "../../versions/set-diff.js";
import { type StepKind, stepsTo } from "../../versions/set-steps.js";
import { type Answer, answer } from "../answer.js";
import { findCapability } from "./capability-lookup.js";
import { type ClaimChangeView, toClaimChange } from "./claim-change.js";
import { type Rewording, rewordingsOf } from "./rewording.js";
import { type SetRef, toSetRef } from "./set-ref.js";
import { type AskedTechnique, techniqueView } from "./technique.js";

/** What a framework's newest set says of one thing that the set before did not, and the reverse. */
export interface ObjectStep {
  readonly kind: StepKind;
  readonly framework: Framework;
  readonly older: SetRef;
  readonly newer: SetRef;
  /** The release that both are carried to. */
  readonly release: AttackVersion;
  /** Claims that both make alike, and non-mappable statements too. */
  readonly kept: number;
  /** Words that the two write otherwise in claims that they make alike. */
  readonly rewordings: readonly Rewording[];
  /** Claims that came, went or were rescored, in this order of sets: newer, then only older. */
  readonly changes: readonly ClaimChangeView[];
}

/** What each framework's newest set says of a technique that the set before did not, and the reverse. */
export interface TechniqueChangesView {
  readonly technique: { readonly id: string; readonly name: string; readonly domain: Domain };
  /** What was asked for, where the answer is about what it became or it is no longer active. */
  readonly asked: AskedTechnique | null;
  /** Newest release, which says under which ids the technique stood before. */
  readonly release: AttackVersion;
  readonly steps: readonly ObjectStep[];
}

/** What a framework's newest sets say of a capability that the sets before did not, and the reverse. */
export interface CapabilityChangesView {
  readonly framework: Framework;
  readonly capability: { readonly id: string; readonly name: string | null };
  readonly steps: readonly ObjectStep[];
}

/** What changed for a technique from each framework's set to its newest one, under whatever id they name it. */
export function techniqueChangesView(
  kb: KnowledgeBase,
  question: { readonly id: string },
): Answer<TechniqueChangesView> {
  const found = techniqueView(kb, { id: question.id });
  if (!found.ok) return found;
  const { id, name, domain } = found.view.technique;
  const release = kb.newestRelease(domain);
  const ids = [...new Set([id, ...kb.timeline(domain).lineage.sourcesOf(id, release)])];
  const steps = stepsFor(kb, kb.newestSets(domain), { side: "technique", ids });
  return answer({ technique: { id, name, domain }, asked: found.view.asked, release, steps });
}

/** The same for a capability, under every spelling. */
export function capabilityChangesView(
  kb: KnowledgeBase,
  question: { readonly framework: string; readonly id: string },
): Answer<CapabilityChangesView> {
  const found = findCapability(kb, question.framework, question.id);
  if (!found.ok) return found;
  const { framework, id, name } = found.view;
  const key = capabilityKey(framework, id);
  const sets = kb.domains.flatMap((domain) => kb.newestSets(domain)).filter((set) => set.framework === framework);
  const steps = stepsFor(kb, sets, { side: "capability", ids: [key] });
  return answer({ framework: frameworkOf(framework), capability: { id, name }, steps });
}

function stepsFor(
  kb: KnowledgeBase,
  sets: ReturnType<KnowledgeBase["newestSets"]>,
  asked: Asked,
): readonly ObjectStep[] {
  return sets.flatMap((set) =>
    stepsTo(kb, set).flatMap(({ kind, older, newer }): ObjectStep[] => {
      const diff = diffSets(kb, older.id, newer.id);
      const own = changesOf(kb, diff, asked);
      if (own.length === 0) return [];
      const compared = { older: kb.facts(older.id), newer: kb.facts(newer.id), release: diff.release };
      const changed = own.filter(({ fate }) => fate !== "kept");
      const kept = own.filter(({ fate }) => fate === "kept");
      return [
        {
          kind,
          framework: frameworkOf(set.framework),
          older: toSetRef(kb, older.id),
          newer: toSetRef(kb, newer.id),
          release: diff.release,
          kept: kept.length,
          rewordings: rewordingsOf(kept, compared),
          changes: changed.map((change) => toClaimChange(kb, change, compared)),
        },
      ];
    }),
  );
}

interface Asked {
  readonly side: "technique" | "capability";
  /** Each once. */
  readonly ids: readonly string[];
}

/** In the order of the comparison. Found by an index: an export asks for every technique and capability in turn. */
function changesOf(
  kb: KnowledgeBase,
  { older, newer, changes }: SetDiff,
  { side, ids }: Asked,
): readonly ClaimChange[] {
  const places = kb.once(`diff ${older} ${newer} by ${side}`, () => {
    const found = new Map<string, number[]>();
    for (const [place, { [side]: id }] of changes.entries()) {
      if (id === null) continue;
      const known = found.get(id);
      if (known) known.push(place);
      else found.set(id, [place]);
    }
    return found;
  });
  const own = ids.flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b);
  return own.flatMap((place) => changes[place] ?? []);
}
