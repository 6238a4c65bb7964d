import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Framework, frameworkOf } from "../../model/framework.js";
import type { AttackVersion } from "../../model/version.js";
import { type AddedCause, addedCauses, type RemovedCause, removedCauses } from "../../versions/causes.js";
import { type ClaimChange, type ClaimMark, claimMarks, diffSets, type SetDiff } from "../../versions/set-diff.js";
import { type StepKind, stepsTo } from "../../versions/set-steps.js";
import { type SetTally, sum, type Tally, tallyOf } from "../../versions/set-tally.js";
import { type Answer, answer, problem } from "../answer.js";
import { hrefs } from "../hrefs.js";
import { findSet } from "./capability-lookup.js";
import { type ClaimChangeView, toClaimChange } from "./claim-change.js";
import { notCarried } from "./not-carried.js";
import { type Rewording, rewordingsOf } from "./rewording.js";
import { type SetRef, toSetRef } from "./set-ref.js";

/** A set against one that it follows, in counts. */
export interface SetStepView {
  readonly kind: StepKind | null;
  readonly older: SetRef;
  readonly newer: SetRef;
  /** The release that both are carried to. */
  readonly release: AttackVersion;
  readonly tally: SetTally;
  readonly marks: Readonly<Record<ClaimMark, number>>;
}

/** Claims of one fate and cause; the counts of all parts are the counts of `tally`. */
export interface ChangePart {
  readonly fate: "added" | "removed" | "rescored";
  readonly mappable: boolean;
  readonly cause: AddedCause | RemovedCause | null;
  readonly tally: Tally;
  readonly changes: readonly ClaimChangeView[];
}

/** A mapping set compared with another of its framework and domain, claim by claim. */
export interface SetChangesView extends SetStepView {
  readonly framework: Framework;
  /** Everything that was added, removed or rescored. */
  readonly parts: readonly ChangePart[];
  /** Claims that both make, on a technique that was renumbered in between. */
  readonly renumbered: readonly ClaimChangeView[];
  /** Words that changed without changing a claim: ids and groups of capabilities, mapping types. */
  readonly rewordings: readonly Rewording[];
}

/** A set compared with another of its framework and domain, claim by claim, both carried to the later of their releases. */
export function setChangesView(
  kb: KnowledgeBase,
  question: { readonly set: string; readonly older: string },
): Answer<SetChangesView> {
  const newer = findSet(kb, question.set);
  if (!newer.ok) return newer;
  const older = findSet(kb, question.older);
  if (!older.ok) return older;
  const unplaced = [newer.view, older.view].find((set) => !kb.isPlaced(set));
  if (unplaced !== undefined) return notCarried(unplaced);
  const diff = diffSets(kb, older.view.id, newer.view.id);
  const sets = { older: kb.facts(diff.older), newer: kb.facts(diff.newer), release: diff.release };
  if (diff.older === diff.newer) return sameSet(diff.newer);
  const shown = (change: ClaimChange) => toClaimChange(kb, change, sets);
  return answer({
    ...stepView(kb, diff),
    framework: frameworkOf(sets.newer.key.framework),
    parts: partsOf(diff, shown),
    renumbered: diff.changes.filter(isRenumberedKept).map(shown),
    rewordings: rewordingsOf(diff.changes, sets),
  });
}

function isRenumberedKept({ fate, marks }: ClaimChange): boolean {
  return fate === "kept" && marks.includes("renumbered");
}

function sameSet(id: string) {
  return problem(400, "TM4007", {
    title: "A set does not differ from itself",
    detail: `Both sides of the comparison are ${id}.`,
    suggestions: [{ label: id, href: hrefs.set(id) }],
  });
}

/** The steps that lead to a set, newest first: what changed since the one before, in counts. */
export function stepsToSet(kb: KnowledgeBase, id: string): readonly SetStepView[] {
  const set = kb.set(id);
  return set === null ? [] : stepsTo(kb, set).map(({ older }) => stepView(kb, diffSets(kb, older.id, id)));
}

function stepView(kb: KnowledgeBase, diff: SetDiff): SetStepView {
  const newer = kb.set(diff.newer);
  const step = newer ? stepsTo(kb, newer).find(({ older }) => older.id === diff.older) : undefined;
  const kept = diff.changes.filter(({ mappable }) => mappable);
  const count = (mark: ClaimMark) => kept.filter(({ marks }) => marks.includes(mark)).length;
  return {
    kind: step?.kind ?? null,
    older: toSetRef(kb, diff.older),
    newer: toSetRef(kb, diff.newer),
    release: diff.release,
    tally: tallyOf(diff),
    marks: Object.fromEntries(claimMarks.map((mark) => [mark, count(mark)])) as Record<ClaimMark, number>,
  };
}

function partsOf(diff: SetDiff, shown: (change: ClaimChange) => ClaimChangeView): readonly ChangePart[] {
  const causes = { removed: removedCauses, rescored: [null], added: addedCauses } as const;
  return [true, false].flatMap((mappable) =>
    (["rescored", "removed", "added"] as const).flatMap((fate) =>
      causes[fate].flatMap((cause): ChangePart[] => {
        const changes = diff.changes.filter(
          (change) => change.fate === fate && change.cause === cause && change.mappable === mappable,
        );
        if (changes.length === 0) return [];
        return [{ fate, mappable, cause, tally: sum(changes), changes: changes.map(shown) }];
      }),
    ),
  );
}
