import type { Domain } from "../../model/domain.js";
import { rankOfOrigin } from "../../model/origin.js";
import { compareVersions } from "../../model/version.js";
import type { Manifest, ManifestRelease } from "./manifest.js";

/**
 * Releases of a domain over several layers' manifests, lowest first; oldest release first. Of a version that two layers
 * hold it is the entry whose content the merged timeline takes (`TimelineBuilder.add`): the higher layer's, unless the
 * one below ranks higher. One that repeats another release stands back behind any content.
 */
export function mergedReleases(manifests: readonly Manifest[], domain: Domain): readonly ManifestRelease[] {
  const merged = new Map<string, ManifestRelease>();
  for (const { attack } of manifests)
    for (const timeline of attack)
      if (timeline.domain === domain)
        for (const release of timeline.releases) {
          const present = merged.get(release.version);
          if (present === undefined || rankOf(release) >= rankOf(present)) merged.set(release.version, release);
        }
  return [...merged.values()].sort((a, b) => compareVersions(a.version, b.version));
}

function rankOf({ origin }: ManifestRelease): number {
  return origin === null ? -1 : rankOfOrigin[origin.kind];
}
