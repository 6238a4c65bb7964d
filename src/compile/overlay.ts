import { mergeTimelines } from "../attack/timeline-builder.js";
import { encodeSets, type SetWithOrigin } from "../knowledge/facts/encode.js";
import {
  type FactFiles,
  type Manifest,
  manifestFile,
  referencesFile,
  setFile,
  stixIdsFile,
  stringsFile,
  timelineFile,
} from "../knowledge/facts/manifest.js";
import { mergedReleases } from "../knowledge/facts/merged-releases.js";
import { decodeSet } from "../knowledge/facts/set-decode.js";
import { decodeTimeline } from "../knowledge/facts/timeline-decode.js";
import { encodeTimeline } from "../knowledge/facts/timeline-encode.js";
import { type Domain, domains } from "../model/domain.js";

/**
 * Two facts folders as one: a set of `above` replaces the one of the same id in `below`, a release unless that of `below`
 * ranks higher (`rankOfOrigin`); all else stays. So a user's store grows by one release or one set at a time, and holds
 * what compiling all at once would have made, but for findings: each set's are those of its own folder, where a rule
 * that compares domains (TM1113) saw no others.
 */
export function mergeFacts(below: FactFiles, above: FactFiles): Map<string, string> {
  const lower = manifestOf(below);
  const upper = manifestOf(above);
  const files = new Map<string, string>();
  const attack = domains.flatMap((domain): Manifest["attack"] => {
    const releases = mergedReleases([lower, upper], domain);
    if (releases.length === 0) return [];
    const holders = [...(holds(lower, domain) ? [below] : []), ...(holds(upper, domain) ? [above] : [])].map((layer) =>
      decodeTimeline(layer.text(timelineFile(domain)), layer.text(stixIdsFile(domain))),
    );
    const encoded = encodeTimeline(holders.reduce((a, b) => mergeTimelines(a, b)));
    files.set(timelineFile(domain), encoded.facts);
    files.set(stixIdsFile(domain), encoded.ids);
    return [{ domain, releases }];
  });
  const sets = new Map([...setsOf(below, lower), ...setsOf(above, upper)].map((set) => [set.facts.id, set]));
  return new Map([...encodeSets([...sets.values()], attack), ...files]);
}

/** A facts folder without some of its sets; its releases stay. */
export function withoutSets(files: FactFiles, ids: ReadonlySet<string>): Map<string, string> {
  const manifest = manifestOf(files);
  // Those that go are not read: a damaged one can be removed.
  const kept = setsOf(files, { ...manifest, sets: manifest.sets.filter(({ id }) => !ids.has(id)) });
  const timelines = manifest.attack.flatMap(({ domain }) => [timelineFile(domain), stixIdsFile(domain)]);
  return new Map([...encodeSets(kept, manifest.attack), ...timelines.map((name) => [name, files.text(name)] as const)]);
}

function manifestOf(files: FactFiles): Manifest {
  return JSON.parse(files.text(manifestFile)) as Manifest;
}

function holds(manifest: Manifest, domain: Domain): boolean {
  return manifest.attack.some((timeline) => timeline.domain === domain);
}

function setsOf(files: FactFiles, manifest: Manifest): readonly SetWithOrigin[] {
  if (manifest.sets.length === 0) return [];
  const strings = JSON.parse(files.text(stringsFile)) as readonly string[];
  const references = JSON.parse(files.text(referencesFile)) as readonly string[];
  return manifest.sets.map(({ id, origin }) => ({
    facts: decodeSet(files.text(setFile(id)), strings, references),
    origin,
  }));
}
