import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { groupView } from "../../src/site/views/group.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectation } from "./expectations.js";

interface SourceRow {
  readonly attack_object_id: string | null;
  readonly score_category?: string | null;
  readonly status: string;
}

describeCorpus("techniques of a group without a detect row of M365 at 16.1, by set arithmetic on the source", (dir) => {
  const kb = embeddedKnowledge();
  const path =
    "mappings/published/m365/attack-16.1/m365-07.18.2025/enterprise/m365-07.18.2025_attack-16.1-enterprise.json";
  const { groups } = JSON.parse(expectation("groups-16.1.json")) as {
    groups: Record<string, { readonly techniques: readonly string[] }>;
  };

  it("are those of the group that no such row names, for every group", () => {
    const { mapping_objects: rows } = JSON.parse(readFileSync(join(dir, path), "utf8")) as {
      mapping_objects: readonly SourceRow[];
    };
    const detected = new Set(
      rows
        .filter((row) => row.status !== "non_mappable" && row.score_category === "detect")
        .map((row) => row.attack_object_id),
    );
    for (const [id, { techniques }] of Object.entries(groups)) {
      const found = groupView(kb, { id, aligned: "16.1", framework: "m365", function: "detect" });
      const gap = found.ok ? found.view.domains.find(({ view }) => view.domain === "enterprise")?.gap : null;
      expect([id, gap?.techniques.map((row) => row.id).sort()]).toEqual([
        id,
        techniques.filter((technique) => !detected.has(technique)).sort(),
      ]);
      expect(gap?.of).toBe(techniques.length);
    }
  });
});
