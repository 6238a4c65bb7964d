import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publishedSetPath } from "../../src/model/published-sets.js";
import { matrixView } from "../../src/site/views/matrix.js";
import { cellsOf } from "../../src/site/words/matrix.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";

interface SourceRow {
  readonly capability_id: string | null;
  readonly attack_object_id: string | null;
  readonly status: string;
  readonly score_category?: string | null;
  readonly score_value?: string | null;
}

describeCorpus("the matrix, recounted from the publisher's files", (dir) => {
  const kb = embeddedKnowledge();
  const at = (question: Parameters<typeof matrixView>[1]) => {
    const found = matrixView(kb, question);
    if (!found.ok) throw new Error(found.problem.detail);
    return found.view;
  };
  const rowsOf = (set: string) => {
    const path = publishedSetPath(set).replace(/^mappings/, "mappings/published");
    const file = JSON.parse(readFileSync(join(dir, path), "utf8")) as { mapping_objects: readonly SourceRow[] };
    return file.mapping_objects;
  };

  it.each([
    ["m365/07.18.2025/16.1/enterprise", undefined],
    ["m365/07.18.2025/16.1/enterprise", "detect"],
    ["aws/12.12.2024/16.1/enterprise", "protect"],
    ["gcp/03.06.2025/16.1/enterprise", undefined],
    ["nist_800_53/rev5/16.1/enterprise", undefined],
    ["cri_profile/v2.1/16.1/enterprise", undefined],
    ["veris/1.4.0/16.1/ics", undefined],
    ["veris/1.4.0/16.1/mobile", undefined],
  ])("%s, function %s: capabilities of every technique", (set, wanted) => {
    const [framework = "", , , domain = ""] = set.split("/");
    const expected = new Map<string, Set<string>>();
    for (const row of rowsOf(set)) {
      if (row.status === "non_mappable" || row.attack_object_id === null || row.capability_id === null) continue;
      if (wanted !== undefined && row.score_category !== wanted) continue;
      // The one id that 16.1 has revoked (data-mappings.md 8, 6) is carried to its heir.
      const id = row.attack_object_id === "T1053.001" ? "T1053.002" : row.attack_object_id;
      expected.set(id, (expected.get(id) ?? new Set()).add(row.capability_id.trim().toLowerCase()));
    }
    const cells = cellsOf(at({ domain, aligned: "16.1", framework, function: wanted }));
    for (const { id, capabilities } of cells) expect([id, capabilities]).toEqual([id, expected.get(id)?.size ?? 0]);
    const shown = new Set(cells.map(({ id }) => id));
    // Rows on ids that the release has revoked, or of another domain, stand in no matrix (data-mappings.md 8).
    expect([...expected.keys()].filter((id) => !shown.has(id)).length).toBeLessThan(3);
  });

  it("96 techniques that NIST declares non-mappable look so, and are not mapped", () => {
    const view = at({ domain: "enterprise", aligned: "16.1", framework: "nist_800_53" });
    const declared = new Set(
      rowsOf("nist_800_53/rev5/16.1/enterprise").flatMap((row) =>
        row.status === "non_mappable" ? (row.attack_object_id ?? []) : [],
      ),
    );
    const shown = cellsOf(view).filter(({ rows, nonMappable }) => rows === 0 && nonMappable.length > 0);
    expect(new Set(shown.map(({ id }) => id))).toEqual(declared);
    expect(view.totals.nonMappable).toBe(96);
    expect(shown.every(({ level }) => level === 0)).toBe(true);
  });

  it("threat rows are in no defending matrix, and defence in no threat matrix", () => {
    const defence = at({ domain: "enterprise" });
    expect(new Set(defence.frameworks.filter(({ side }) => side === "threat").map(({ id }) => id))).toEqual(
      new Set(["kev", "veris"]),
    );
    const most = Math.max(...cellsOf(defence).map(({ frameworks }) => frameworks));
    expect(most).toBeLessThanOrEqual(8);
    expect(Math.max(...cellsOf(at({ domain: "enterprise", side: "threat" })).map(({ frameworks }) => frameworks))).toBe(
      2,
    );
  });

  it("M365 over 16.1 against APT29, as the prototype's figures", () => {
    const { totals } = at({ domain: "enterprise", aligned: "16.1", framework: "m365", outline: "apt29" });
    expect(totals.techniques).toEqual({ mapped: 84, all: 203 });
    expect(totals.subtechniques).toEqual({ mapped: 134, all: 453 });
    expect(totals.outlined).toEqual({ mapped: 36, all: 66 });
  });

  describe("every release of every domain draws, with its tactics in its own order and all its live techniques", () => {
    it.each(
      kb.domains.flatMap((domain) => kb.timeline(domain).releases.map((release) => [domain, release] as const)),
    )("%s %s", (domain, release) => {
      const view = at({ domain, aligned: release });
      const known = kb.timeline(domain).at(release);
      expect(view.matrices.flatMap(({ tactics }) => tactics.map(({ id }) => id))).toEqual(
        known.matrices().flatMap(({ tactics }) => tactics.map(({ id }) => id)),
      );
      const live = known.activeTechniques().flatMap((technique) => {
        const placed = known.tacticsOf(technique).length > 0;
        return placed && technique.id !== null ? technique.id : [];
      });
      expect(cellsOf(view).map(({ id }) => id)).toEqual([...new Set(live)].sort());
    });
  });
});
