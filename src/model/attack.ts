import type { Domain } from "./domain.js";
import type { AttackVersion } from "./version.js";

/** Kinds of ATT&CK objects that we hold; STIX's own bookkeeping (identity, marking, collection) is not among them. */
export const attackKinds = [
  "technique",
  "tactic",
  "matrix",
  "mitigation",
  "group",
  "malware",
  "tool",
  "campaign",
  "data-source",
  "data-component",
  "detection-strategy",
  "analytic",
  "asset",
] as const;

export type AttackKind = (typeof attackKinds)[number];

/** `revoked` wins over `deprecated`. An object that a release does not hold has no state there. */
export type LifeState = "active" | "revoked" | "deprecated";

/**
 * Relations we hold. The last three are references inside objects, kept as relations: a detection strategy's analytics,
 * an analytic's data components, a data component's source.
 */
export const relationTypes = [
  "uses",
  "mitigates",
  "detects",
  "subtechnique-of",
  "revoked-by",
  "attributed-to",
  "targets",
  "has-analytic",
  "reads-component",
  "component-of",
] as const;

export type RelationType = (typeof relationTypes)[number];

/** An ATT&CK object as one release states it. Lists are empty where the kind or the release has no such field. */
export interface AttackObject {
  readonly kind: AttackKind;
  readonly domain: Domain;
  /** The publisher's STIX id; the key that survives renumbering. "" where the ids file is not loaded. */
  readonly stixId: string;
  /** ATT&CK id as that release writes it; null for data components before 18.0. */
  readonly id: string | null;
  readonly name: string;
  readonly state: LifeState;
  readonly platforms: readonly string[];
  /** Groups, software, campaigns: other names, the object's own name left out. */
  readonly aliases: readonly string[];
  /** Techniques: phase names (`defense-evasion`); resolve them by ReleaseView.tacticsOf. */
  readonly phases: readonly string[];
  /** Tactics: `x_mitre_shortname`. */
  readonly shortname: string | null;
  /** Object version (`x_mitre_version`) where the release states it. */
  readonly objectVersion: string | null;
}

/** Which classes a carried row can have; the last three only when going back to an older release. */
export const carriedClasses = [
  "unchanged",
  "renamed",
  "meaning",
  "rewritten",
  "decision",
  "no-technique",
  "predecessor",
  "not-yet",
  "ambiguous",
] as const;

export type CarriedClass = (typeof carriedClasses)[number];

/** How a row came from the release it was authored on to the one shown. */
export interface CarriedLabel {
  readonly from: AttackVersion;
  readonly to: AttackVersion;
  readonly class: CarriedClass;
  /** Technique ids from the authored one to the one shown, both included; empty when the row names no technique. */
  readonly path: readonly string[];
  /** Another row of the set with another authored id became the same claim. */
  readonly merged: boolean;
  /** The technique serves other tactics than on the authored release. */
  readonly tacticsChanged: boolean;
}
