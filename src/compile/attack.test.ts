import { expect, it } from "vitest";
import { v } from "../../test/attack-release.js";
import type { OriginKind } from "../model/origin.js";
import { type BundleFile, compileTimeline } from "./attack.js";

function bundleFile(file: string, name: string, kind: OriginKind = "published"): BundleFile {
  const technique = {
    type: "attack-pattern",
    id: "attack-pattern--1",
    name,
    external_references: [{ source_name: "mitre-attack", external_id: "T1001" }],
  };
  return {
    file,
    text: JSON.stringify({ type: "bundle", objects: [technique] }),
    origin: { kind, publisher: "us", source: file, version: null, licence: "CC0-1.0", sha256: "0".repeat(64) },
  };
}

it("lists every release oldest first, with its origin, and those that repeat another", async () => {
  const { value, diagnostics } = await compileTimeline({
    domain: "enterprise",
    bundles: [bundleFile("enterprise-attack-10.0.json", "B"), bundleFile("enterprise-attack-2.0.json", "A")],
    identical: new Map([[v("2.1"), v("2.0")]]),
  });
  expect(diagnostics).toEqual([]);
  expect(value?.releases.map(({ version, sameAs, origin, kinds }) => [version, sameAs, origin?.source, kinds])).toEqual(
    [
      ["2.0", null, "enterprise-attack-2.0.json", ["technique"]],
      ["2.1", "2.0", undefined, ["technique"]],
      ["10.0", null, "enterprise-attack-10.0.json", ["technique"]],
    ],
  );
});

it("goes on past what it cannot read, and keeps the better of two files of a release", async () => {
  async function* bundles(): AsyncGenerator<BundleFile> {
    yield bundleFile("enterprise-attack-2.0.json", "Published");
    yield { ...bundleFile("enterprise-attack-3.0.json", "Cut"), text: "{" };
    yield bundleFile("ics-attack-2.0.json", "Other domain");
    yield bundleFile("dir/enterprise-attack-2.0.json", "Derived", "derived");
  }
  const { value, diagnostics } = await compileTimeline({ domain: "enterprise", bundles: bundles() });
  expect(value?.releases.map(({ version, origin }) => [version, origin?.kind])).toEqual([["2.0", "published"]]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["TM2001", "TM2020", "TM2019"]);
});

it("is nothing where no bundle could be read", async () => {
  const { value, diagnostics } = await compileTimeline({ domain: "ics", bundles: [] });
  expect([value, diagnostics]).toEqual([null, []]);
});
