import { openTimeline } from "../attack/open-timeline.js";
import type { Timeline } from "../attack/timeline.js";
import { mergeTimelines } from "../attack/timeline-builder.js";
import type { Domain } from "../model/domain.js";
import type { AuthoredCounts } from "./facts/authored-counts.js";
import {
  authoredFile,
  type FactFiles,
  type Manifest,
  type ManifestRelease,
  type ManifestSet,
  manifestFile,
  stixIdsFile,
  timelineFile,
} from "./facts/manifest.js";
import { mergedReleases } from "./facts/merged-releases.js";
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
  /** Rows that each set maps to a technique as authored, by set id; sets without one are left out. */
  authored(techniqueId: string): ReadonlyMap<string, number>;
  /** `stixIds`: whether its objects have their STIX ids, which are a file of their own and seldom asked for. */
  timeline(domain: Domain, asked: { readonly stixIds: boolean }): Timeline;
}

/**
 * Facts folders laid over each other: embedded facts below, the user's own and newer data above. A set of a higher layer
 * replaces the one of the same id, a release unless the one below ranks higher (`rankOfOrigin`); timelines are merged
 * release by release, so that lineage is one.
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
  let counted: readonly AuthoredCounts[] | null = null;
  const authoredCounts = () => {
    counted ??= files.map((layer) => JSON.parse(layer.text(authoredFile)) as AuthoredCounts);
    return counted;
  };
  return {
    sets,
    releases(domain) {
      const before = known.get(domain);
      if (before !== undefined) return before;
      const releases = mergedReleases(
        layers.map(({ manifest }) => manifest),
        domain,
      );
      known.set(domain, releases);
      return releases;
    },
    authored(techniqueId) {
      const rows = new Map<string, number>();
      for (const counts of authoredCounts()) {
        const pairs = Object.hasOwn(counts.techniques, techniqueId) ? (counts.techniques[techniqueId] ?? []) : [];
        // A set of a higher layer replaces the one below, with or without rows on this technique.
        for (const set of counts.sets) rows.delete(set);
        for (let i = 0; i < pairs.length; i += 2) rows.set(counts.sets[pairs[i] ?? 0] ?? "", pairs[i + 1] ?? 0);
      }
      return rows;
    },
    timeline(domain, { stixIds }) {
      const holders = withDomain(domain);
      const [only] = holders;
      if (!only) throw new Error(`no release of ${domain} is loaded`);
      // Merging needs the STIX ids, by which objects keep their identity; a single layer does without them.
      if (holders.length === 1 && !stixIds) return openTimeline(decodeTimeline(only.files.text(timelineFile(domain))));
      return openTimeline(
        holders
          .map(({ files: layer }) => decodeTimeline(layer.text(timelineFile(domain)), layer.text(stixIdsFile(domain))))
          .reduce((below, above) => mergeTimelines(below, above)),
      );
    },
  };
}
