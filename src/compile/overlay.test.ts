import { expect, it } from "vitest";
import type { FactFiles } from "../knowledge/facts/manifest.js";
import { openLayers } from "../knowledge/layers.js";
import type { OriginKind } from "../model/origin.js";
import type { AttackVersion } from "../model/version.js";
import { compileFacts } from "./facts.js";
import { mergeFacts } from "./overlay.js";

const version = "2.0" as AttackVersion;

/** A facts folder of one release, whose one technique has the name of the release's origin; others repeat it. */
async function factsOf(kind: OriginKind, release: string = version, same: readonly AttackVersion[] = []) {
  const technique = {
    type: "attack-pattern",
    id: "attack-pattern--1",
    name: kind,
    external_references: [{ source_name: "mitre-attack", external_id: "T1001" }],
  };
  const { files } = await compileFacts({
    bundles: (domain) =>
      domain !== "enterprise"
        ? []
        : [
            {
              file: `enterprise-attack-${release}.json`,
              text: JSON.stringify({ type: "bundle", objects: [technique] }),
              origin: {
                kind,
                publisher: kind,
                source: kind,
                version: release,
                licence: "none",
                sha256: "0".repeat(64),
              },
            },
          ],
    mappings: [],
    identical: () => new Map(same.map((repeated) => [repeated, release as AttackVersion])),
  });
  return filesOf(files);
}

function filesOf(files: ReadonlyMap<string, string>): FactFiles {
  return { text: (name) => files.get(name) ?? "" };
}

/** What the facts say that the release is of, and what its content is of. */
function saidAndHeld(layers: readonly FactFiles[]): readonly (string | undefined)[] {
  const { releases, timeline } = openLayers(layers);
  const held = timeline("enterprise", { stixIds: true }).at(version);
  return [releases("enterprise")[0]?.origin?.kind, held?.object("technique", "T1001")?.name];
}

it.each<[below: OriginKind, above: OriginKind, wins: OriginKind]>([
  ["own", "published", "own"],
  ["published", "own", "own"],
  ["own", "derived", "own"],
  ["derived", "own", "own"],
  ["published", "derived", "published"],
  ["derived", "published", "published"],
])("%s below %s: manifest and content are of the %s release", async (below, above, wins) => {
  const layers = [await factsOf(below), await factsOf(above)] as const;
  expect(saidAndHeld(layers)).toEqual([wins, wins]);
  expect(saidAndHeld([filesOf(mergeFacts(...layers))])).toEqual([wins, wins]);
});

it("a release that has content stays, whatever else says that it repeats another", async () => {
  const below = await factsOf("own");
  const above = await factsOf("published", "1.0", [version]);
  const expected = [
    ["1.0", null, "published"],
    [version, null, "own"],
  ];
  for (const layers of [[below, above] as const, [above, below] as const])
    for (const merged of [layers, [filesOf(mergeFacts(...layers))]])
      expect(
        openLayers(merged)
          .releases("enterprise")
          .map((release) => [release.version, release.sameAs, release.origin?.kind]),
      ).toEqual(expected);
});
