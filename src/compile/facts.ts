import { openTimeline } from "../attack/open-timeline.js";
import type { Timeline } from "../attack/timeline.js";
import type { TimelineData } from "../attack/timeline-data.js";
import { encodeSets, type SetWithOrigin } from "../knowledge/facts/encode.js";
import { type Manifest, type ManifestRelease, stixIdsFile, timelineFile } from "../knowledge/facts/manifest.js";
import { encodeTimeline } from "../knowledge/facts/timeline-encode.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type Domain, domains } from "../model/domain.js";
import type { AttackVersion } from "../model/version.js";
import { ruleByCode } from "../rules/registry.js";
import { type BundleFile, compileTimeline } from "./attack.js";
import { compileSets, type MappingSource, type SetOfFile } from "./sets.js";

/** Everything that one compilation reads. */
export interface FactSources {
  /** Bundles of a domain, read one at a time: each is let go before the next is asked for. */
  bundles(domain: Domain): Iterable<BundleFile> | AsyncIterable<BundleFile>;
  readonly mappings: Iterable<MappingSource> | AsyncIterable<MappingSource>;
  /** Releases without a file of their own → the release they repeat. */
  identical(domain: Domain): ReadonlyMap<AttackVersion, AttackVersion>;
  /** Timelines that are known already, for files that name releases not compiled here. */
  readonly known?: ReadonlyMap<Domain, Timeline>;
}

/** A set that was compiled, and the file it was made of. */
export interface CompiledSet {
  readonly id: string;
  /** As diagnostics name it. */
  readonly path: string;
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
  /** Hits of rules whose severity is error. */
  readonly errors: number;
}

export interface CompiledFacts {
  /** File name → text: a whole facts folder. Empty when nothing usable was read. */
  readonly files: ReadonlyMap<string, string>;
  readonly releases: number;
  readonly sets: readonly CompiledSet[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A facts folder from the publishers' files. Pure: files come in through `sources`, the result is texts. Deterministic:
 * the same files give the same bytes, in whatever order they came.
 */
export async function compileFacts(sources: FactSources): Promise<CompiledFacts> {
  const diagnostics: Diagnostic[] = [];
  const timelines = new Map<Domain, Timeline>(sources.known);
  const compiled: { domain: Domain; data: TimelineData; releases: readonly ManifestRelease[] }[] = [];
  for (const domain of domains) {
    const result = await compileTimeline({
      domain,
      bundles: sources.bundles(domain),
      identical: sources.identical(domain),
    });
    diagnostics.push(...result.diagnostics);
    if (result.value === null) continue;
    compiled.push({ domain, ...result.value });
    timelines.set(domain, openTimeline(result.value.data));
  }
  const { sets, diagnostics: found } = await compileSets(sources.mappings, timelines);
  diagnostics.push(...found);
  const files = compiled.length + sets.length === 0 ? new Map<string, string>() : toFiles(compiled, sets);
  const releases = compiled.reduce((sum, timeline) => sum + timeline.releases.length, 0);
  return { files, releases, sets: sets.map(toCompiledSet), diagnostics };
}

function toCompiledSet({ facts, origin, path }: SetOfFile): CompiledSet {
  const errors = facts.findings.filter(({ code }) => ruleByCode(code)?.severity === "error");
  return { id: facts.id, path, sha256: origin.sha256, errors: errors.reduce((sum, { hits }) => sum + hits, 0) };
}

function toFiles(
  timelines: readonly { domain: Domain; data: TimelineData; releases: readonly ManifestRelease[] }[],
  sets: readonly SetWithOrigin[],
): Map<string, string> {
  const attack: Manifest["attack"] = timelines.map(({ domain, releases }) => ({ domain, releases }));
  const files = encodeSets(sets, attack);
  for (const { domain, data } of timelines) {
    const { facts, ids } = encodeTimeline(data);
    files.set(timelineFile(domain), facts);
    files.set(stixIdsFile(domain), ids);
  }
  return files;
}
