import type { Timeline } from "../../attack/timeline.js";
import { type AttackVersion, compareVersions } from "../../model/version.js";
import type { Ref } from "./refs.js";

/** An id under which a technique, or one that was merged into it, stood before. */
export interface Predecessor extends Ref {
  readonly id: string;
  /** The last release before the one shown in which it was active, and its name there. */
  readonly lastActive: AttackVersion;
}

/**
 * Every id that release `to` answers by technique `id`, latest first: the way back of what leads a reader from an old id
 * to here, so that the two say the same. Only recorded lineage, and only what lived before `to`.
 */
export function predecessorsOf(timeline: Timeline, id: string, to: AttackVersion): readonly Predecessor[] {
  const found = timeline.lineage.sourcesOf(id, to).flatMap((source): readonly Predecessor[] => {
    const now = source === id ? null : timeline.lineage.successor(source, to);
    if (now?.end !== "active" || now.path.at(-1) !== id) return [];
    const last = timeline
      .states("technique", source)
      .findLast(({ state, release }) => state === "active" && compareVersions(release, to) < 0);
    return last ? [{ kind: "technique", id: source, name: last.name, lastActive: last.release }] : [];
  });
  return found.sort((a, b) => compareVersions(b.lastActive, a.lastActive) || (a.id < b.id ? -1 : 1));
}

/** What stood at release `at` for technique `id`, which is not there yet: all that became it, the last time it lived. */
export function standingBefore(timeline: Timeline, id: string, at: AttackVersion): readonly Predecessor[] {
  const living = timeline.states("technique", id).findLast(({ state }) => state === "active");
  if (living === undefined || compareVersions(living.release, at) < 0) return [];
  return predecessorsOf(timeline, id, living.release).filter((before) =>
    timeline.states("technique", before.id).some(({ release, state }) => release === at && state === "active"),
  );
}
