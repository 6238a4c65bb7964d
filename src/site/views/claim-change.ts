import { techniqueIdAt } from "../../knowledge/facts/at-row.js";
import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Mapping, type Rating, ratings } from "../../model/mapping.js";
import type { AttackVersion } from "../../model/version.js";
import type { ClaimChange } from "../../versions/set-diff.js";

/** What the rows of one set say of a claim. */
export interface ClaimSide {
  /** Indexes of the rows in the set's file. */
  readonly rows: readonly number[];
  /** A row of these, the one with the best rating: how the claim is shown. */
  readonly shown: Mapping;
  /** Distinct ratings, weakest first; [] where nothing is rated. */
  readonly ratings: readonly Rating[];
}

/** A claim of two sets as pages, API and terminal give it. */
export interface ClaimChangeView extends Omit<ClaimChange, "older" | "newer" | "capability" | "technique"> {
  /** As the newer set spells it where that has it; null where no capability addresses the technique. */
  readonly capabilityId: string | null;
  readonly capabilityName: string | null;
  /** At the release compared; as authored where lineage finds no living technique. */
  readonly techniqueId: string | null;
  readonly techniqueName: string | null;
  /** Technique ids from the older set's to `techniqueId`; one where it kept its id. */
  readonly path: readonly string[];
  readonly older: ClaimSide | null;
  readonly newer: ClaimSide | null;
  /** Of rescored claims: where the best rating went. */
  readonly direction: ScoreDirection | null;
}

/** `evidence`: the best rating stayed, those beside it changed. `given`, `taken`: one set states no rating. */
export type ScoreDirection = "raised" | "lowered" | "evidence" | "given" | "taken";

/** The sets that a diff compares, opened. */
export interface ComparedSets {
  readonly older: SetFacts;
  readonly newer: SetFacts;
  readonly release: AttackVersion;
}

export function toClaimChange(kb: KnowledgeBase, change: ClaimChange, sets: ComparedSets): ClaimChangeView {
  const { fate, cause, marks, mappable, living, technique } = change;
  const older = toSide(kb, sets.older, change.older);
  const newer = toSide(kb, sets.newer, change.newer);
  const shown = (newer ?? older)?.shown;
  const timeline = kb.timeline(sets.newer.key.domain);
  const object = technique === null ? null : timeline.at(sets.release).object("technique", technique);
  const row = change.older.find((at) => techniqueIdAt(sets.older, at) !== technique);
  const path = row === undefined ? [] : kb.aligned(sets.older.id, sets.release).labelOf(row).path;
  return {
    fate,
    cause,
    marks,
    mappable,
    living,
    capabilityId: shown?.capabilityId?.trim() ?? null,
    capabilityName: shown?.capabilityName?.trim() ?? null,
    techniqueId: technique,
    techniqueName: object?.name ?? shown?.techniqueName ?? null,
    path: path.length > 1 ? path : technique === null ? [] : [technique],
    older,
    newer,
    direction: fate === "rescored" && older && newer ? directionOf(older.shown.rating, newer.shown.rating) : null,
  };
}

function directionOf(was: Rating | null, is: Rating | null): ScoreDirection {
  if (was === is) return "evidence";
  if (was === null) return "given";
  if (is === null) return "taken";
  return order(is) > order(was) ? "raised" : "lowered";
}

function toSide(kb: KnowledgeBase, facts: SetFacts, rows: readonly number[]): ClaimSide | null {
  const mappings = rows.map((row) => kb.mapping(facts, row, null));
  const best = mappings.toSorted((a, b) => order(b.rating) - order(a.rating))[0];
  if (!best) return null;
  const given = new Set(mappings.flatMap(({ rating }) => rating ?? []));
  return { rows, shown: best, ratings: ratings.filter((rating) => given.has(rating)) };
}

function order(rating: Rating | null): number {
  return rating === null ? -1 : ratings.indexOf(rating);
}
