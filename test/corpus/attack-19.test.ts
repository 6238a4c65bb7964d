import { beforeAll, expect, it } from "vitest";
import { mergeTimelines } from "../../src/attack/timeline-builder.js";
import { decodeTimeline } from "../../src/knowledge/facts/timeline-decode.js";
import { encodeTimeline } from "../../src/knowledge/facts/timeline-encode.js";
import type { AttackObject } from "../../src/model/attack.js";
import { type Domain, domains } from "../../src/model/domain.js";
import { bundleNames, type CompiledDomain, compileDomain, version } from "./attack-corpus.js";
import { describeCorpus } from "./corpus.js";
import { expectation } from "./expectations.js";

interface Expected19 {
  readonly counts: Readonly<Record<"18.1" | "19.0", Readonly<Record<string, number>>>>;
  readonly added: readonly (readonly [id: string, name: string, phases: readonly string[]])[];
  readonly revoked: readonly (readonly [id: string, name: string, heir: string, heirName: string])[];
  readonly renamed: readonly (readonly [id: string, before: string, after: string])[];
  readonly tactics: readonly (readonly [id: string, before: readonly string[], after: readonly string[]])[];
  readonly platforms: readonly (readonly [id: string, before: readonly string[], after: readonly string[]])[];
  readonly revoked_targets_changed: readonly (readonly [id: string, before: string, after: string])[];
  readonly chains: readonly (readonly string[])[];
}

const before = version("18.1");
const newest = version("19.0");

describeCorpus("ATT&CK 19.0, derived", (dir) => {
  const compiled = new Map<Domain, CompiledDomain>();
  const of = (domain: Domain) => compiled.get(domain) as CompiledDomain;

  beforeAll(async () => {
    for (const domain of domains) {
      const names = bundleNames(dir, domain).filter((name) => /-(1[5-9]\.\d)\.json$/.test(name));
      compiled.set(domain, await compileDomain(dir, domain, names));
    }
  });

  for (const domain of domains) {
    it(`${domain}: counts, added, revoked, renamed, tactics, platforms, chains`, () => {
      const { timeline } = of(domain);
      const expected = (JSON.parse(expectation("attack-19.0.json")) as Record<Domain, Expected19>)[domain];
      const at = timeline.at(newest);
      for (const release of [before, newest])
        expect(countsOf(timeline.at(release).objects("technique"))).toEqual(expected.counts[release as "19.0"]);
      const changed = (change: string) =>
        at.objects("technique").flatMap(({ id, name }) => {
          const events = timeline.history("technique", id ?? "");
          return events
            .filter((event) => event.release === newest && event.change === change)
            .map((event) => ({ id, name, event }));
        });
      expect(changed("added").map(({ id, name }) => [id, name])).toEqual(
        expected.added.map(([id, name]) => [id, name]),
      );
      expect(changed("revoked").map(({ id, event }) => [id, event.after])).toEqual(
        expected.revoked.map(([id, , heir]) => [id, heir]),
      );
      expect(changed("renamed").map(({ id, event }) => [id, event.before, event.after])).toEqual(expected.renamed);
      expect(changed("tactics").map(({ id }) => id)).toEqual(expected.tactics.map(([id]) => id));
      for (const [id, was, is] of expected.tactics) {
        expect(timeline.at(before).object("technique", id)?.phases).toEqual([...was].sort());
        expect(at.object("technique", id)?.phases).toEqual([...is].sort());
      }
      expect(changed("platforms").map(({ id }) => id)).toEqual(expected.platforms.map(([id]) => id));
      for (const [id, , heir] of expected.revoked_targets_changed)
        expect(timeline.lineage.successor(id, newest)?.path[1]).toBe(heir);
      for (const chain of expected.chains)
        expect(timeline.lineage.successor(chain[0] ?? "", newest)?.path).toEqual(chain);
      expect(changed("deprecated")).toEqual([]);
      expect(changed("described")).toEqual([]);
      expect(changed("version")).toEqual([]);
    });
  }

  it("TA0005 keeps its id and becomes Stealth; TA0112 follows it in the matrix", () => {
    const { timeline } = of("enterprise");
    const names = timeline.states("tactic", "TA0005").map(({ name }) => name);
    expect(new Set(names.slice(0, -1))).toEqual(new Set(["Defense Evasion"]));
    expect(names.at(-1)).toBe("Stealth");
    const tactics = timeline.at(newest).tactics();
    expect(tactics.map(({ id }) => id).join(" ")).toContain("TA0004 TA0005 TA0112 TA0006");
    const sizes = tactics.map((tactic) => [tactic.shortname, timeline.at(newest).techniquesOf(tactic).length]);
    expect(Object.fromEntries(sizes)).toMatchObject({ stealth: 148, "defense-impairment": 56 });
  });

  it("T1562.001 -> T1685 and a sub-technique that became a parent", () => {
    const { lineage } = of("enterprise").timeline;
    expect(lineage.carry("T1562.001", version("16.1"), newest)).toMatchObject({ path: ["T1562.001", "T1685"] });
    expect(lineage.carry("T1562.004", version("16.1"), newest)).toMatchObject({ id: "T1686", class: "rewritten" });
    expect(lineage.carry("T1685", newest, before)).toMatchObject({ ok: false, class: "ambiguous" });
    expect(lineage.carry("T1688", newest, before)).toMatchObject({ class: "predecessor", id: "T1562.009" });
  });

  it("holds what its sources hold", () => {
    const held = (domain: Domain) => [...of(domain).timeline.heldKinds(newest)];
    expect(held("ics")).toEqual(["technique", "tactic", "matrix"]);
    const kinds = ["technique", "tactic", "matrix", "mitigation", "group", "malware", "tool"];
    expect(held("enterprise")).toEqual([...kinds, "detection-strategy", "analytic"]);
    expect(held("mobile")).toEqual(held("enterprise"));
    const ics = of("ics").timeline.at(newest);
    expect(ics.activeTechniques().flatMap((technique) => ics.sources(technique, "uses"))).toEqual([]);
    expect(ics.activeTechniques().filter((technique) => ics.parentOf(technique) !== null)).toHaveLength(18);
    // No statement is no change: campaigns did not vanish, versions did not become unknown.
    const campaigns = of("enterprise").timeline.history("campaign", "C0022");
    expect(campaigns.filter(({ change }) => change === "removed")).toEqual([]);
    expect(of("enterprise").timeline.at(newest).object("technique", "T1003")?.objectVersion).toBeNull();
  });

  it("enterprise: relations of the spine", () => {
    const at = of("enterprise").timeline.at(newest);
    const mitigates = at
      .activeTechniques()
      .reduce((sum, technique) => sum + at.sources(technique, "mitigates").length, 0);
    expect(mitigates).toBe(1448);
    for (const technique of at.activeTechniques()) expect(at.sources(technique, "detects")).toHaveLength(1);
  });

  for (const domain of domains)
    it(`${domain}: releases added one by one, in any order, are releases compiled at once`, async () => {
      const whole = encodeTimeline(of(domain).data);
      const names = bundleNames(dir, domain).filter((name) => /-(1[5-9]\.\d)\.json$/.test(name));
      const hidden = names.filter((name) => /-1[7-9]/.test(name));
      const base = await compileDomain(
        dir,
        domain,
        names.filter((name) => !hidden.includes(name)),
      );
      let data = base.data;
      for (const name of [...hidden].reverse()) {
        const one = encodeTimeline((await compileDomain(dir, domain, [name])).data);
        const stored = encodeTimeline(data);
        data = mergeTimelines(decodeTimeline(stored.facts, stored.ids), decodeTimeline(one.facts, one.ids));
      }
      const added = encodeTimeline(data);
      expect(added.facts === whole.facts).toBe(true);
      expect(added.ids === whole.ids).toBe(true);
    });
});

function countsOf(techniques: readonly AttackObject[]): Readonly<Record<string, number>> {
  const active = techniques.filter(({ state }) => state === "active");
  const subtechniques = active.filter(({ id }) => id?.includes(".")).length;
  return {
    techniques: active.length - subtechniques,
    subtechniques,
    revoked: techniques.filter(({ state }) => state === "revoked").length,
    deprecated: techniques.filter(({ state }) => state === "deprecated").length,
    objects: techniques.length,
  };
}
