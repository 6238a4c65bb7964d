import { openTimeline } from "../attack/open-timeline.js";
import type { Timeline } from "../attack/timeline.js";
import { mergeTimelines } from "../attack/timeline-builder.js";
import type { Domain } from "../model/domain.js";
import { compareVersions } from "../model/version.js";
import {
  type FactFiles,
  type Manifest,
  type ManifestRelease,
  type ManifestSet,
  manifestFile,
  stixIdsFile,
  timelineFile,
} from "./facts/manifest.js";
import { decodeTimeline } from "./facts/timeline-decode.js";

interface SetEntry {
  readonly set: ManifestSet;
  readonly files: FactFiles;
  /** A shared table of that layer, parsed once. */
  strings(name: string): readonly string[];
}

export interface Layers {
  readonly sets: ReadonlyMap<string, SetEntry>;
  releases(domain: Domain): readonly ManifestRelease[];
  timeline(domain: Domain): Timeline;
}

/**
 * Facts folders laid over each other: embedded facts below, the user's own and newer data above. A set or a release of
 * a higher layer replaces the one of the same id; timelines are merged release by release, so that lineage is one.
 */
export function openLayers(files: readonly FactFiles[]): Layers {
  const layers = files.map((layer) => ({ files: layer, manifest: JSON.parse(layer.text(manifestFile)) as Manifest }));
  const sets = new Map<string, SetEntry>();
  for (const { files: layer, manifest } of layers) {
    const tables = new Map<string, readonly string[]>();
    const strings = (name: string): readonly string[] => {
      const table = tables.get(name) ?? (JSON.parse(layer.text(name)) as readonly string[]);
      tables.set(name, table);
      return table;
    };
    for (const set of manifest.sets) sets.set(set.id, { set, files: layer, strings });
  }
  const withDomain = (domain: Domain) =>
    layers.filter(({ manifest }) => manifest.attack.some((timeline) => timeline.domain === domain));
  const known = new Map<Domain, readonly ManifestRelease[]>();
  return {
    sets,
    releases(domain) {
      const before = known.get(domain);
      if (before !== undefined) return before;
      const releases = new Map<string, ManifestRelease>();
      for (const { manifest } of layers)
        for (const timeline of manifest.attack)
          if (timeline.domain === domain)
            for (const release of timeline.releases) releases.set(release.version, release);
      const sorted = [...releases.values()].sort((a, b) => compareVersions(a.version, b.version));
      known.set(domain, sorted);
      return sorted;
    },
    timeline(domain) {
      const holders = withDomain(domain);
      const [only] = holders;
      if (!only) throw new Error(`no release of ${domain} is loaded`);
      // Merging needs the STIX ids, by which objects keep their identity; a single layer does without them.
      if (holders.length === 1) return openTimeline(decodeTimeline(only.files.text(timelineFile(domain))));
      return openTimeline(
        holders
          .map(({ files: layer }) => decodeTimeline(layer.text(timelineFile(domain)), layer.text(stixIdsFile(domain))))
          .reduce((below, above) => mergeTimelines(below, above)),
      );
    },
  };
}
