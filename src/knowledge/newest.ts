import type { Domain } from "../model/domain.js";
import { compareVersions } from "../model/version.js";
import type { ManifestSet } from "./facts/manifest.js";

/**
 * Which of two sets of one framework is newer: by framework version, then ATT&CK release, then last update. Files'
 * dates alone mislead (all NIST sets up to 14.1 share one), so they come last. Source: docs/data-rules.md.
 */
export function compareSets(a: ManifestSet, b: ManifestSet): number {
  return (
    compareVersions(a.frameworkVersion, b.frameworkVersion) ||
    compareVersions(a.attackVersion, b.attackVersion) ||
    compareVersions(a.updated ?? "", b.updated ?? "")
  );
}

/** The newest set of each framework in a domain, by framework id. Computed from what is loaded, never listed. */
export function newestSets(sets: readonly ManifestSet[], domain: Domain): readonly ManifestSet[] {
  const newest = new Map<string, ManifestSet>();
  for (const set of sets) {
    if (set.domain !== domain) continue;
    const best = newest.get(set.framework);
    if (!best || compareSets(set, best) > 0) newest.set(set.framework, set);
  }
  return inReadingOrder([...newest.values()]);
}

const domainOrder = { enterprise: 0, mobile: 1, ics: 2 } as const satisfies Record<Domain, number>;

/** Framework id, newer framework version first, newer ATT&CK release first, then domain: the order of every answer. */
export function inReadingOrder(sets: readonly ManifestSet[]): readonly ManifestSet[] {
  return [...sets].sort(
    (a, b) =>
      (a.framework < b.framework ? -1 : a.framework > b.framework ? 1 : 0) ||
      compareVersions(b.frameworkVersion, a.frameworkVersion) ||
      compareVersions(b.attackVersion, a.attackVersion) ||
      domainOrder[a.domain] - domainOrder[b.domain],
  );
}
