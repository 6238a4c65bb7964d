import type { LifeState } from "../model/attack.js";
import type { ObjectIndex } from "./object-index.js";
import type { Successors } from "./successors.js";

/** Where an object's lineage leads in one release. */
export interface LineagePath {
  /** Objects from the first to the last, both included. */
  readonly numbers: readonly number[];
  /** State of the last one in that release; null where it is absent. */
  readonly state: LifeState | null;
  /** The last one has several heirs, none of which is followed. */
  readonly ambiguous: boolean;
}

/**
 * Follows object `start` as release `to` knows it, heir by heir to a living one or as far as it goes:
 * T1073 → T1574.002 → T1574.001 (alive). A deprecated object has no heir, whatever earlier releases said.
 */
export function followLineage(
  start: number,
  to: number,
  { index, successors }: { readonly index: ObjectIndex; readonly successors: Successors },
): LineagePath {
  const numbers = [start];
  for (let at = start; ; ) {
    const state = index.stateAt(at, to);
    const end = { numbers, state, ambiguous: false };
    if (state === "active" || state === "deprecated") return end;
    const heirs = successors.of(at, to);
    if (heirs.length > 1) return { ...end, ambiguous: true };
    const next = heirs[0] ?? (state === null ? sameIdAt(at, to, index) : undefined);
    // A cycle ends where it would close.
    if (next === undefined || numbers.includes(next)) return end;
    numbers.push(next);
    at = next;
  }
}

/** Another object of the same kind and id in `to`: a made-up STIX id, say, that the publisher's release replaced. */
function sameIdAt(number: number, to: number, index: ObjectIndex): number | undefined {
  const id = index.idAt(number, to);
  if (id === null) return undefined;
  return index
    .numbers(id, "technique")
    .find((other) => other !== number && index.stateAt(other, to) !== null && index.idAt(other, to) === id);
}

/** The ids of a path as release `release` writes them, after the authored one; no id twice in a row. */
export function pathIds(
  authored: string,
  numbers: readonly number[],
  { index, release }: { readonly index: ObjectIndex; readonly release: number },
): readonly string[] {
  const path = [authored];
  for (const number of numbers) {
    const id = index.idAt(number, release);
    if (id !== null && id !== path.at(-1)) path.push(id);
  }
  return path;
}
