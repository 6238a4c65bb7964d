import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { decodeBundle } from "../../src/attack/bundle.js";
import { decodeBundleTexts } from "../../src/attack/bundle-texts.js";
import { parseBundle } from "../../src/attack/parse-bundle.js";
import type { ObjectFacts } from "../../src/attack/release-facts.js";
import type { Domain } from "../../src/model/domain.js";
import { version } from "./attack-corpus.js";
import { type BundleCensus, bundleCensus } from "./bundle-census.js";
import { describeCorpus, expectationsDir } from "./corpus.js";

interface Expected extends Omit<BundleCensus, "techniques"> {
  readonly file: string;
  readonly techniques: BundleCensus["techniques"];
}

describeCorpus("ATT&CK bundles against independent counts", (dir) => {
  const folder = expectationsDir();
  if (folder === null) return;
  const releases = JSON.parse(readFileSync(join(folder, "releases.json"), "utf8")) as Record<
    Domain,
    Record<string, Expected>
  >;
  for (const [domain, expectations] of Object.entries(releases))
    for (const [release, expected] of Object.entries(expectations))
      it(`${domain} ${release}: every count of releases.json`, () => {
        const { file, ...counts } = expected;
        const bundle = readJson(join(dir, "attack", `${domain}-attack-${file}.json`));
        const census = bundleCensus(bundle);
        expect({ ...census, matrices: [...(census?.matrices ?? [])].sort() }).toEqual({
          ...counts,
          matrices: [...counts.matrices].sort(),
        });
        const facts = decodeBundle(bundle, { file, domain: domain as Domain, version: version(release) }).value;
        const techniques = facts?.objects.filter(({ kind }) => kind === "technique") ?? [];
        expect(techniques.filter(({ state }) => state === "active")).toHaveLength(counts.techniques.active);
        expect(techniques.filter(({ state }) => state === "revoked")).toHaveLength(counts.techniques.revoked);
        expect(techniques.filter(({ state }) => state === "deprecated")).toHaveLength(counts.techniques.deprecated);
      });
});

describeCorpus("STIX 2.1 gives the facts of STIX 2.0", (dir) => {
  for (const [domain, release] of [
    ["ics", "14.1"],
    ["ics", "16.1"],
    ["ics", "18.1"],
    ["mobile", "14.1"],
    ["mobile", "17.1"],
  ] as const)
    it(`${domain} ${release}`, () => {
      const name = `${domain}-attack-${release}.json`;
      // The file is named so that only its collection object can tell the release.
      const published = parseBundle(readFileSync(join(dir, "stix21", name), "utf8"), { file: "published.json" }).value;
      const rebuilt = parseBundle(readFileSync(join(dir, "attack", name), "utf8"), { file: name }).value;
      expect(published?.version).toBe(release);
      expect(published?.domain).toBe(domain);
      // STIX 2.1 keeps dead objects that STIX 2.0 dropped; no live relation touches either.
      const live = (objects: readonly ObjectFacts[] = []) => objects.filter(({ state }) => state === "active");
      expect(live(published?.objects)).toEqual(live(rebuilt?.objects));
      expect(new Set(published?.relations.map(keyOf))).toEqual(new Set(rebuilt?.relations.map(keyOf)));
    });
});

describeCorpus("texts of a bundle", (dir) => {
  it("18.1 ICS: a description for every technique, with its citations", () => {
    const texts = decodeBundleTexts(readJson(join(dir, "stix21", "ics-attack-18.1.json"))).value ?? [];
    expect(texts.filter(({ kind }) => kind === "technique")).toHaveLength(95);
    const text = texts.find(({ kind, id }) => kind === "technique" && id === "T0855");
    for (const [, cited] of text?.description.matchAll(/\(Citation: ([^)]+)\)/g) ?? [])
      expect(text?.citations.map(({ name }) => name)).toContain(cited);
  });
});

function keyOf({ type, source, target }: { type: string; source: string; target: string }): string {
  return `${type} ${source} ${target}`;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
