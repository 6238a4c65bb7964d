import type { ManifestSet } from "../knowledge/facts/manifest.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { compareSets } from "../knowledge/newest.js";
import { compareVersions } from "../model/version.js";

/** What moved from an older set to a newer one: the ATT&CK release, or the framework's own version. */
export type StepKind = "release" | "version";

/** A set and one that it follows. */
export interface SetStep {
  readonly kind: StepKind;
  readonly older: ManifestSet;
  readonly newer: ManifestSet;
}

/**
 * What a set follows, at most two: the same framework version on the release before, and the framework version before on
 * the same release (else its newest set that is no newer in ATT&CK, else its oldest). Computed from what is loaded; a set
 * that cannot be carried follows none, and none follows it.
 */
export function stepsTo(kb: KnowledgeBase, newer: ManifestSet): readonly SetStep[] {
  if (!kb.isPlaced(newer)) return [];
  const family = kb.placedSets
    .filter(({ framework, domain }) => framework === newer.framework && domain === newer.domain)
    .toSorted(compareSets);
  const steps: SetStep[] = [];
  const release = family.findLast((set) => sameVersion(set, newer) && onOlderRelease(set, newer));
  if (release) steps.push({ kind: "release", older: release, newer });
  const before = family.findLast((set) => compareVersions(set.frameworkVersion, newer.frameworkVersion) < 0);
  const earlier = before ? family.filter((set) => sameVersion(set, before)) : [];
  const version = earlier.findLast((set) => compareVersions(set.attackVersion, newer.attackVersion) <= 0) ?? earlier[0];
  if (version) steps.push({ kind: "version", older: version, newer });
  return steps;
}

/** Every step of a framework, newest set first. */
export function stepsOf(kb: KnowledgeBase, framework: string): readonly SetStep[] {
  return kb.sets.filter((set) => set.framework === framework).flatMap((set) => stepsTo(kb, set));
}

function sameVersion(a: ManifestSet, b: ManifestSet): boolean {
  return compareVersions(a.frameworkVersion, b.frameworkVersion) === 0;
}

function onOlderRelease(a: ManifestSet, b: ManifestSet): boolean {
  return compareVersions(a.attackVersion, b.attackVersion) < 0;
}
