import { Findings } from "../attack/findings.js";
import { parseBundle } from "../attack/parse-bundle.js";
import { TimelineBuilder } from "../attack/timeline-builder.js";
import type { TimelineData } from "../attack/timeline-data.js";
import type { AttackKind } from "../model/attack.js";
import type { Diagnostic, Parsed } from "../model/diagnostic.js";
import type { Domain } from "../model/domain.js";
import type { Origin } from "../model/origin.js";
import { type AttackVersion, compareVersions } from "../model/version.js";

/** A bundle's text with where it comes from. */
export interface BundleFile {
  /** As diagnostics name it; tells domain and release where the bundle does not. */
  readonly file: string;
  readonly text: string;
  readonly origin: Origin;
}

export interface TimelineSources {
  readonly domain: Domain;
  /** In any order. Each is let go before the next is asked for: a bundle takes up to 200 MB. */
  readonly bundles: Iterable<BundleFile> | AsyncIterable<BundleFile>;
  /** Releases without a file of their own → the release they repeat. */
  readonly identical?: ReadonlyMap<AttackVersion, AttackVersion>;
}

export interface CompiledRelease {
  readonly version: AttackVersion;
  readonly sameAs: AttackVersion | null;
  readonly origin: Origin | null;
  readonly kinds: readonly AttackKind[];
}

export interface CompiledTimeline {
  readonly data: TimelineData;
  /** Oldest first, identical ones included: what the manifest lists. */
  readonly releases: readonly CompiledRelease[];
}

/**
 * All releases of one domain as a timeline; null where no bundle could be read. The same bundles give the same
 * timeline in whatever order they come.
 */
export async function compileTimeline(sources: TimelineSources): Promise<Parsed<CompiledTimeline>> {
  const builder = new TimelineBuilder(sources.domain);
  const diagnostics: Diagnostic[] = [];
  const origins = new Map<AttackVersion, Origin>();
  for await (const bundle of sources.bundles)
    addBundle(bundle, { builder, domain: sources.domain, origins, diagnostics });
  if (origins.size === 0) return { value: null, diagnostics };
  for (const [version, same] of sources.identical ?? []) builder.addIdentical(version, same);
  const data = builder.build();
  return { value: { data, releases: releasesOf(data, origins) }, diagnostics };
}

function addBundle(
  { file, text, origin }: BundleFile,
  into: {
    readonly builder: TimelineBuilder;
    readonly domain: Domain;
    readonly origins: Map<AttackVersion, Origin>;
    readonly diagnostics: Diagnostic[];
  },
): void {
  const parsed = parseBundle(text, { file });
  into.diagnostics.push(...parsed.diagnostics);
  if (parsed.value === null) return;
  const findings = new Findings(file);
  const { domain, version } = parsed.value;
  if (domain !== into.domain) {
    findings.add("TM2020", { message: `This is a bundle of ${domain}; expected one of ${into.domain}.` });
  } else {
    const twice = into.builder.has(version);
    const added = into.builder.add(parsed.value, origin.kind);
    if (added) into.origins.set(version, origin);
    if (twice)
      findings.add("TM2019", {
        message: `Release ${version} was given twice; this one is ${added ? "kept" : "left out"}.`,
      });
  }
  into.diagnostics.push(...findings.all());
}

function releasesOf(data: TimelineData, origins: ReadonlyMap<AttackVersion, Origin>): readonly CompiledRelease[] {
  const own = data.releases.map(
    ({ version, kinds }): CompiledRelease => ({ version, sameAs: null, origin: origins.get(version) ?? null, kinds }),
  );
  const repeated = [...data.identical].map(
    ([version, sameAs]): CompiledRelease => ({
      version,
      sameAs,
      origin: null,
      kinds: own.find((release) => release.version === sameAs)?.kinds ?? [],
    }),
  );
  return [...own, ...repeated].sort((a, b) => compareVersions(a.version, b.version));
}
