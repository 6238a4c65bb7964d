import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { AttackVersion } from "../../src/model/version.js";
import { attackObjectView } from "../../src/site/views/attack-object.js";
import { groupView } from "../../src/site/views/group.js";
import { objectKindFacts, objectKinds } from "../../src/site/views/object-kind.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectation } from "./expectations.js";

interface SourceRow {
  readonly attack_object_id: string | null;
  readonly score_category?: string | null;
  readonly status: string;
}

describeCorpus("techniques without a detect row of M365 at 16.1, by set arithmetic on the source", (dir) => {
  const kb = embeddedKnowledge();
  const asked = { aligned: "16.1", framework: "m365", function: "detect" };
  const path = (framework: string, version: string) =>
    `mappings/published/${framework}/attack-16.1/${framework}-${version}/enterprise/${framework}-${version}_attack-16.1-enterprise.json`;
  const m365 = path("m365", "07.18.2025");
  const azure = path("azure", "04.26.2025");
  const { groups } = JSON.parse(expectation("groups-16.1.json")) as {
    groups: Record<string, { readonly techniques: readonly string[] }>;
  };

  /** Techniques that some row of the files detects. */
  function detectedIn(...files: readonly string[]): ReadonlySet<string | null> {
    const rows = files.flatMap((file) => {
      const read = JSON.parse(readFileSync(join(dir, file), "utf8")) as {
        mapping_objects: readonly SourceRow[];
      };
      return read.mapping_objects;
    });
    return new Set(
      rows
        .filter((row) => row.status !== "non_mappable" && row.score_category === "detect")
        .map((row) => row.attack_object_id),
    );
  }

  it("are those of the group that no such row names, for every group", () => {
    const detected = detectedIn(m365);
    for (const [id, { techniques }] of Object.entries(groups)) {
      const found = groupView(kb, { id, ...asked });
      const gap = found.ok ? found.view.domains.find(({ view }) => view.domain === "enterprise")?.gap : null;
      expect([id, gap?.techniques.map((row) => row.id).sort()]).toEqual([
        id,
        techniques.filter((technique) => !detected.has(technique)).sort(),
      ]);
      expect(gap?.of).toBe(techniques.length);
    }
  });

  it("are those of the group that no row of either file names, where two frameworks are asked", () => {
    const detected = detectedIn(m365, azure);
    for (const [id, { techniques }] of Object.entries(groups)) {
      const found = groupView(kb, { id, ...asked, framework: "Microsoft 365, azure" });
      const gap = found.ok ? found.view.domains.find(({ view }) => view.domain === "enterprise")?.gap : null;
      expect([id, gap?.techniques.map((row) => row.id).sort()]).toEqual([
        id,
        techniques.filter((technique) => !detected.has(technique)).sort(),
      ]);
      expect(gap?.frameworks).toEqual(["azure", "m365"]);
    }
  });

  it.each(objectKinds)("are those that no such row names, for every %s", (kind) => {
    const detected = detectedIn(m365);
    const release = kb.timeline("enterprise").at("16.1" as AttackVersion);
    const ids = objectKindFacts[kind].kinds.flatMap((of) => release.objects(of).flatMap(({ id }) => id ?? []));
    expect(ids.length).toBeGreaterThan(25);
    for (const id of ids) {
      const found = attackObjectView(kb, kind, { id, ...asked });
      const domain = found.ok ? found.view.domains.find(({ view }) => view.domain === "enterprise") : undefined;
      const { techniques = [], gap, reach = [] } = domain ?? {};
      expect([id, gap?.techniques.map((row) => row.id)]).toEqual([
        id,
        techniques.flatMap((row) => (detected.has(row.id) ? [] : [row.id])),
      ]);
      // The figure that leads there.
      const own = reach.find(({ framework }) => framework === "m365");
      expect(gap?.techniques.length).toBe((own?.of ?? 0) - (own?.functions.detect ?? 0));
    }
  });
});
