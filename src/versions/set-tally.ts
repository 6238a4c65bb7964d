import type { ClaimChange, ClaimFate, SetDiff } from "./set-diff.js";

/** Claims, and the rows of each set that make them. */
export interface Tally {
  readonly claims: number;
  readonly olderRows: number;
  readonly newerRows: number;
}

/** Counts of a diff. `mapped` sums to the mappable rows of both sets, `nonMappable` to the others. */
export interface SetTally {
  readonly mapped: Readonly<Record<ClaimFate, Tally>>;
  readonly nonMappable: Readonly<Record<Exclude<ClaimFate, "rescored">, Tally>>;
}

export function tallyOf({ changes }: Pick<SetDiff, "changes">): SetTally {
  const of = (fate: ClaimFate, mappable: boolean) =>
    sum(changes.filter((change) => change.fate === fate && change.mappable === mappable));
  return {
    mapped: {
      kept: of("kept", true),
      rescored: of("rescored", true),
      added: of("added", true),
      removed: of("removed", true),
    },
    nonMappable: { kept: of("kept", false), added: of("added", false), removed: of("removed", false) },
  };
}

export function sum(changes: readonly ClaimChange[]): Tally {
  return {
    claims: changes.length,
    olderRows: changes.reduce((rows, { older }) => rows + older.length, 0),
    newerRows: changes.reduce((rows, { newer }) => rows + newer.length, 0),
  };
}
