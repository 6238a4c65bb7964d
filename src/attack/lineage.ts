import type { CarriedClass } from "../model/attack.js";
import type { AttackVersion } from "../model/version.js";

export type Carried =
  | {
      readonly ok: true;
      readonly id: string;
      /** Technique ids from the authored one to `id`, both included. */
      readonly path: readonly string[];
      readonly class: Extract<CarriedClass, "unchanged" | "renamed" | "meaning" | "rewritten" | "predecessor">;
      /** The technique was already revoked or deprecated in the release it was authored on. */
      readonly deadAtOrigin: boolean;
      /** The set of tactics (id and name) differs between the two releases. */
      readonly tacticsChanged: boolean;
    }
  | {
      readonly ok: false;
      readonly reason: "deprecated" | "revoked-without-heir" | "dead-end" | "ambiguous" | "not-yet" | "unknown";
      readonly class: Extract<CarriedClass, "decision" | "not-yet" | "ambiguous">;
      readonly path: readonly string[];
    };

/** Carries technique ids of one domain between its releases; rules in docs/data-rules.md, "lineage". */
export interface Lineage {
  /**
   * The technique `id` of release `from`, as release `to` knows it. Forward along `revoked-by` (the union over all
   * releases, held per release, re-pointed edges as of `to`) to a living end; back to the same id or the single
   * predecessor. Both versions must be resolved ones.
   */
  carry(id: string, from: AttackVersion, to: AttackVersion): Carried;
  /**
   * What became of an id that `to` no longer has alive, or never had under this name: the whole path to the living
   * technique, or to where it ends. null when `id` is active in `to`, or was never a technique of this domain.
   */
  successor(
    id: string,
    to: AttackVersion,
  ): { readonly path: readonly string[]; readonly end: "active" | "deprecated" | "revoked" | "absent" } | null;
  /**
   * Ids that a release at or before `to` may have used for what is `id` in `to`: itself first, then every id whose
   * lineage ends in it. What `carry` forward brings to `id` is among them; saves carrying a whole set for one technique.
   */
  sourcesOf(id: string, to: AttackVersion): readonly string[];
}
