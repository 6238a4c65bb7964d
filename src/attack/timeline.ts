import type { AttackKind, AttackObject, LifeState } from "../model/attack.js";
import type { Domain } from "../model/domain.js";
import type { AttackVersion } from "../model/version.js";
import type { Lineage } from "./lineage.js";
import type { ReleaseView } from "./release-view.js";

/** Something that changed for one object from the release before to `release`. */
export interface HistoryEvent {
  readonly release: AttackVersion;
  readonly change:
    | "added"
    | "revoked"
    | "deprecated"
    | "reactivated"
    | "removed"
    | "renumbered"
    | "renamed"
    | "described"
    | "tactics"
    | "platforms"
    | "subtechniques"
    | "version";
  /** Before and after, in words of the data (ids, names, lists joined by ", "); null where the change says it all. */
  readonly before: string | null;
  readonly after: string | null;
  /** Of `described`: only citations or white space changed. */
  readonly citationsOnly?: true;
}

/** Every release of one domain. */
export interface Timeline {
  readonly domain: Domain;
  /** Releases with content of their own, oldest first. */
  readonly releases: readonly AttackVersion[];
  /** Releases that equal an earlier one → that one (`5.1` → `5.0`). */
  readonly identical: ReadonlyMap<AttackVersion, AttackVersion>;
  readonly newest: AttackVersion;
  /** The release that holds `version`'s content; null for a version that never was (or is not loaded). */
  resolve(version: AttackVersion): AttackVersion | null;
  /** Kinds of objects that this release's source holds; a page never shows "none" for another. */
  heldKinds(version: AttackVersion): ReadonlySet<AttackKind>;
  /** A release that repeats another is that one. Throws on a version that `resolve` does not know: ask first. Cached by this object. */
  at(version: AttackVersion): ReleaseView;
  readonly lineage: Lineage;
  /** Releases in which an object of that kind and id existed, with its state and name there; [] for an unknown id. */
  states(kind: AttackKind, id: string): readonly { release: AttackVersion; state: LifeState; name: string }[];
  /** What changed for the object over all releases, oldest first. */
  history(kind: AttackKind, id: string): readonly HistoryEvent[];
  /** Objects of any release whose id is `id`, each as its last release states it (ids may be re-used across kinds). */
  findAnywhere(id: string): readonly AttackObject[];
}
