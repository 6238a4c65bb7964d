import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { AttackVersion } from "../../src/model/version.js";
import { attackObjectView } from "../../src/site/views/attack-object.js";
import { capabilityView } from "../../src/site/views/capability.js";
import { groupView } from "../../src/site/views/group.js";
import { objectKindFacts, objectKinds } from "../../src/site/views/object-kind.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectation } from "./expectations.js";

interface SourceRow {
  readonly capability_id: string | null;
  readonly attack_object_id: string | null;
  readonly score_category?: string | null;
  readonly status: string;
}

describeCorpus("techniques without a detect row of M365 at 16.1, by set arithmetic on the source", (dir) => {
  const kb = embeddedKnowledge();
  const asked = { aligned: "16.1", framework: "m365", function: "detect" };
  const fileOf = (framework: string, version: string) =>
    `mappings/published/${framework}/attack-16.1/${framework}-${version}/enterprise/${framework}-${version}_attack-16.1-enterprise.json`;
  const { groups } = JSON.parse(expectation("groups-16.1.json")) as {
    groups: Record<string, { readonly techniques: readonly string[] }>;
  };

  function rowsOf(framework: string, version: string): readonly SourceRow[] {
    const text = readFileSync(join(dir, fileOf(framework, version)), "utf8");
    return (JSON.parse(text) as { readonly mapping_objects: readonly SourceRow[] }).mapping_objects;
  }
  const m365 = () => rowsOf("m365", "07.18.2025");
  const azure = () => rowsOf("azure", "04.26.2025");

  /** Techniques that some row detects. */
  function detectedIn(...files: readonly (readonly SourceRow[])[]): ReadonlySet<string | null> {
    return new Set(
      files
        .flat()
        .filter((row) => row.status !== "non_mappable" && row.score_category === "detect")
        .map((row) => row.attack_object_id),
    );
  }

  it("are those of the group that no such row names, for every group", () => {
    const detected = detectedIn(m365());
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
    const detected = detectedIn(m365(), azure());
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

  it.each([
    ["m365", "detect", ["other-function", "parent-only", "silent"]],
    ["m365", undefined, ["parent-only", "silent"]],
    // NIST has no detect row: no parent has one either.
    ["nist_800_53", "detect", ["non-mappable", "other-function", "silent"]],
    ["nist_800_53", undefined, ["non-mappable", "parent-only", "silent"]],
  ])("are told apart by what %s (%s) says of them, and stand beside the others", (framework, wanted, all) => {
    const rows = rowsOf(framework, framework === "m365" ? "07.18.2025" : "rev5");
    const idsOf = (isMeant: (row: SourceRow) => boolean) =>
      new Set(rows.flatMap((row) => (row.attack_object_id !== null && isMeant(row) ? [row.attack_object_id] : [])));
    const mapped = idsOf(({ status }) => status !== "non_mappable");
    const named = idsOf(() => true);
    const answering = wanted === undefined ? mapped : detectedIn(rows);
    const standingOf = (id: string) => {
      if (mapped.has(id)) return "other-function";
      if (named.has(id)) return "non-mappable";
      return id.includes(".") && answering.has(id.replace(/\..*/, "")) ? "parent-only" : "silent";
    };
    const seen = new Set<string>();
    for (const [id, { techniques }] of Object.entries(groups)) {
      const found = groupView(kb, { id, aligned: "16.1", framework, function: wanted });
      const { gap, reach } = (found.ok && found.view.domains.find(({ view }) => view.domain === "enterprise")) || {};
      const standings = techniques.filter((own) => !answering.has(own)).map((own) => [own, standingOf(own)]);
      expect([id, gap?.techniques.map((row) => [row.id, row.standing]).sort()]).toEqual([id, standings.sort()]);
      expect(gap?.answered.map((row) => row.id).sort()).toEqual(techniques.filter((own) => answering.has(own)).sort());
      // The figures that lead there ask of every function.
      const own = reach?.find((entry) => entry.framework === framework);
      const count = (standing: string) => standings.filter(([, of]) => of === standing).length;
      const figures = [own?.parentOnly, own?.nonMappable];
      if (wanted === undefined) expect(figures).toEqual([count("parent-only"), count("non-mappable")]);
      for (const [, standing = ""] of standings) seen.add(standing);
    }
    expect([...seen].sort()).toEqual(all);
  });

  it.each(objectKinds)("are those that no such row names, for every %s", (kind) => {
    const detected = detectedIn(m365());
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

  it.each([
    ["kev", "07.28.2025", 419],
    ["veris", "1.4.0", 140],
  ])("are those that no such row names, for every entry of %s", (framework, version, entries) => {
    const detected = detectedIn(m365());
    const techniques = new Map<string, Set<string>>();
    for (const { capability_id: spelled, attack_object_id: technique, status } of rowsOf(framework, version)) {
      if (spelled === null || technique === null || status === "non_mappable") continue;
      const id = spelled.trim().toLowerCase(); // one entry of VERIS stands in two spellings
      techniques.set(id, (techniques.get(id) ?? new Set()).add(technique));
    }
    expect(techniques.size).toBe(entries);
    for (const [id, own] of techniques) {
      const found = capabilityView(kb, {
        framework,
        id,
        aligned: "16.1",
        without: "m365",
        "without-function": "detect",
      });
      const defense = found.ok ? found.view.defense.find(({ view }) => view.domain === "enterprise") : undefined;
      const missing = [...own].filter((technique) => !detected.has(technique)).sort();
      expect([id, defense?.gap?.techniques.map((row) => row.id).sort()]).toEqual([id, missing]);
      expect(defense?.gap?.of).toBe(own.size);
      expect(defense?.reach.every(({ side }) => side === "defense")).toBe(true);
      // The figure that leads there.
      const figure = defense?.reach.find((reach) => reach.framework === "m365");
      expect(missing.length).toBe((figure?.of ?? 0) - (figure?.functions.detect ?? 0));
    }
  });
});
