import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openTimeline } from "../../src/attack/open-timeline.js";
import type { Timeline } from "../../src/attack/timeline.js";
import { type BundleFile, type CompiledTimeline, compileTimeline } from "../../src/compile/attack.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import type { Domain } from "../../src/model/domain.js";
import { type AttackVersion, parseAttackVersion } from "../../src/model/version.js";

/** `version("16.1")`: a version that the test spells out. */
export function version(text: string): AttackVersion {
  const parsed = parseAttackVersion(text);
  if (parsed === null) throw new Error(`${text} is no version`);
  return parsed;
}

/** Names of a domain's bundles below the corpus folder, 19.0 included. */
export function bundleNames(dir: string, domain: Domain): readonly string[] {
  const published = readdirSync(join(dir, "attack")).filter((name) => name.startsWith(`${domain}-attack-`));
  return [...published.map((name) => join("attack", name)), join("attack-derived", `${domain}-attack-19.0.json`)];
}

/** One bundle of the corpus with an origin of the right kind. */
export function bundleFile(dir: string, name: string): BundleFile {
  return {
    file: name,
    text: readFileSync(join(dir, name), "utf8"),
    origin: {
      kind: name.startsWith("attack-derived") ? "derived" : "published",
      publisher: "test",
      source: name,
      version: null,
      licence: "test",
      sha256: "0".repeat(64),
    },
  };
}

/** Releases without a file: `attack/IDENTICAL.tsv`. */
export function identicalReleases(dir: string, domain: Domain): ReadonlyMap<AttackVersion, AttackVersion> {
  const lines = readFileSync(join(dir, "attack", "IDENTICAL.tsv"), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  const rows = lines.map((line) => line.split("\t")).filter(([name]) => name === domain);
  return new Map(rows.map(([, release, same]) => [version(release ?? ""), version(same ?? "")]));
}

export interface CompiledDomain extends CompiledTimeline {
  readonly timeline: Timeline;
  readonly diagnostics: readonly Diagnostic[];
}

/** A domain compiled from the corpus; `names` in the order given, all by default. */
export async function compileDomain(
  dir: string,
  domain: Domain,
  names: readonly string[] = bundleNames(dir, domain),
): Promise<CompiledDomain> {
  function* bundles(): Generator<BundleFile> {
    for (const name of names) yield bundleFile(dir, name);
  }
  const { value, diagnostics } = await compileTimeline({
    domain,
    bundles: bundles(),
    identical: identicalReleases(dir, domain),
  });
  if (value === null) throw new Error(`nothing of ${domain} could be read`);
  return { ...value, timeline: openTimeline(value.data), diagnostics };
}
