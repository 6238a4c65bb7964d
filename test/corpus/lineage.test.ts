import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import type { Timeline } from "../../src/attack/timeline.js";
import { type Domain, domains } from "../../src/model/domain.js";
import { compileDomain, version } from "./attack-corpus.js";
import { describeCorpus } from "./corpus.js";
import { expectation } from "./expectations.js";

interface ExpectedLineage {
  /** Identical ones included. */
  readonly releases: readonly string[];
  readonly identicalToPrevious: readonly string[];
  readonly successors: Readonly<Record<string, readonly { readonly since: string; readonly to: string }[]>>;
  /** By id the releases in which the state changed. */
  readonly states: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly "at18.1": Readonly<Record<string, { readonly path: readonly string[]; readonly end: string }>>;
}

interface ExpectedCarry {
  readonly rewrittenPaths: Readonly<Record<string, number>>;
  readonly decisionPaths: Readonly<Record<string, number>>;
  readonly meaningIds: Readonly<Record<string, number>>;
  readonly renamedIds: Readonly<Record<string, number>>;
}

describeCorpus("lineage", (dir) => {
  const timelines = new Map<Domain, Timeline>();
  const timeline = (domain: Domain): Timeline => timelines.get(domain) as Timeline;
  const expected = () => JSON.parse(expectation("lineage.json")) as Record<Domain, ExpectedLineage>;

  beforeAll(async () => {
    for (const domain of domains) timelines.set(domain, (await compileDomain(dir, domain)).timeline);
  });

  for (const domain of domains) {
    it(`${domain}: releases, identical ones resolved`, () => {
      const { releases, identicalToPrevious } = expected()[domain];
      const { releases: own, identical } = timeline(domain);
      expect(own).toEqual([...releases.filter((release) => !identicalToPrevious.includes(release)), "19.0"]);
      expect([...identical.keys()]).toEqual(identicalToPrevious);
      for (const [release, same] of identical) expect(timeline(domain).resolve(release)).toBe(same);
    });

    it(`${domain}: every technique's states to 18.1`, () => {
      const { releases, states } = expected()[domain];
      for (const [id, changes] of Object.entries(states))
        expect([id, changesOf(timeline(domain), id)]).toEqual([id, changes]);
      const known = new Set<string>();
      for (const release of timeline(domain).releases.filter((name) => releases.includes(name)))
        for (const technique of timeline(domain).at(release).objects("technique")) known.add(technique.id ?? "");
      const renumbered = [...known].filter((id) => id.startsWith("MOB-") || id === "0T800");
      expect([...known].filter((id) => !renumbered.includes(id)).sort()).toEqual(Object.keys(states).sort());
    });

    it(`${domain}: every dead id's path and end at 18.1`, () => {
      const at = version("18.1");
      const answers = Object.keys(expected()[domain]["at18.1"]).map((id) => [
        id,
        timeline(domain).lineage.successor(id, at),
      ]);
      expect(Object.fromEntries(answers)).toEqual(expected()[domain]["at18.1"]);
    });

    it(`${domain}: every stated successor, as of the release that first states it`, () => {
      for (const [id, statements] of Object.entries(expected()[domain].successors))
        for (const { since, to } of statements)
          expect([id, since, timeline(domain).lineage.successor(id, version(since))?.path[1]]).toEqual([id, since, to]);
    });
  }

  it("T1073 -> T1574.002 -> T1574.001", () => {
    const { lineage } = timeline("enterprise");
    const carried = lineage.carry("T1073", version("6.3"), version("18.1"));
    expect(carried).toMatchObject({ ok: true, path: ["T1073", "T1574.002", "T1574.001"], class: "rewritten" });
    // Until 16.1 the way ended one step earlier.
    expect(lineage.carry("T1073", version("6.3"), version("16.1"))).toMatchObject({ path: ["T1073", "T1574.002"] });
    // Back there are two: T1038 lives on as T1574.001, T1073 ended in it.
    expect(lineage.carry("T1574.001", version("18.1"), version("6.3"))).toMatchObject({
      ok: false,
      class: "ambiguous",
    });
    expect(lineage.carry("T1647", version("16.1"), version("10.1"))).toMatchObject({
      ok: true,
      class: "predecessor",
      path: ["T1647", "T1547.011"],
    });
    expect(lineage.carry("T1677", version("18.1"), version("10.1"))).toMatchObject({ ok: false, class: "not-yet" });
  });

  it("AWS wrote T1053.001 when it was revoked: rewritten, and dead at its origin, also going back", () => {
    for (const to of ["11.0", "14.1", "16.0"])
      expect(timeline("enterprise").lineage.carry("T1053.001", version("16.1"), version(to))).toMatchObject({
        id: "T1053.002",
        class: "rewritten",
      });
    expect(timeline("enterprise").lineage.carry("T1053.001", version("16.1"), version("10.1"))).toMatchObject({
      id: "T1053.001",
      class: "unchanged",
    });
    expect(timeline("enterprise").lineage.carry("T1053.001", version("16.1"), version("18.1"))).toMatchObject({
      id: "T1053.002",
      class: "rewritten",
      deadAtOrigin: true,
    });
  });

  it("a mobile id in an enterprise set stays undecided", () => {
    expect(timeline("enterprise").lineage.carry("T1521.003", version("16.1"), version("18.1"))).toEqual({
      ok: false,
      reason: "unknown",
      class: "decision",
      path: ["T1521.003"],
    });
  });

  it("mobile: dead ends, deprecated ones that came back, ids renumbered at 3.0", () => {
    const { lineage, history } = { lineage: timeline("mobile").lineage, history: timeline("mobile") };
    expect(lineage.carry("T1440", version("10.1"), version("18.1"))).toEqual({
      ok: false,
      reason: "dead-end",
      class: "decision",
      path: ["T1440", "T1475"],
    });
    expect(lineage.carry("T1451", version("10.1"), version("16.1"))).toMatchObject({ reason: "deprecated" });
    expect(lineage.carry("T1451", version("10.1"), version("17.0"))).toMatchObject({ ok: true, class: "unchanged" });
    const back = history.history("technique", "T1453").filter(({ change }) => change === "reactivated");
    expect(back.map(({ release }) => release)).toEqual(["18.0"]);
    const first = timeline("mobile").at(version("1.0")).objects("technique");
    expect(first).toHaveLength(76);
    for (const { id } of first) {
      expect(id).toMatch(/^MOB-T/);
      const carried = lineage.carry(id ?? "", version("1.0"), version("3.0"));
      expect(carried.path[0]).toBe(id);
      expect(carried.path[1]).toMatch(/^T\d{4}$/);
    }
  });

  it("T1415 of mobile is re-pointed: T1416 in 8.0, T1635.001 in 18.0", () => {
    const { lineage } = timeline("mobile");
    expect(lineage.successor("T1415", version("8.0"))?.path).toEqual(["T1415", "T1416"]);
    expect(lineage.successor("T1415", version("18.0"))?.path).toEqual(["T1415", "T1635.001"]);
    expect(lineage.successor("T1415", version("14.0"))?.path).toEqual(["T1415", "T1416", "T1635.001"]);
  });

  it("carry-18.1: class of every technique named there", () => {
    const sets = JSON.parse(expectation("carry-18.1.json")) as Record<string, ExpectedCarry>;
    for (const [set, { rewrittenPaths, decisionPaths, meaningIds, renamedIds }] of Object.entries(sets)) {
      const [, , from = "", domain = ""] = set.split("/");
      const carry = (id: string) => timeline(domain as Domain).lineage.carry(id, version(from), version("18.1"));
      for (const path of Object.keys(rewrittenPaths)) {
        const ids = path.split(">");
        expect([set, carry(ids[0] ?? "")]).toMatchObject([set, { class: "rewritten", path: ids }]);
      }
      for (const text of Object.keys(decisionPaths))
        expect([set, carry(text.split(/[>:]/)[0] ?? "")]).toMatchObject([set, { ok: false, class: "decision" }]);
      for (const id of Object.keys(meaningIds)) expect([set, carry(id)]).toMatchObject([set, { id, class: "meaning" }]);
      for (const id of Object.keys(renamedIds)) expect([set, carry(id)]).toMatchObject([set, { id, class: "renamed" }]);
    }
  });

  it("strong meaning between neighbouring releases, all history", () => {
    const found: string[] = [];
    for (const domain of domains) {
      const { releases, lineage, at } = {
        ...pick(timeline(domain)),
        at: (v: string) => timeline(domain).at(version(v)),
      };
      releases.slice(1).forEach((to, index) => {
        const from = releases[index] ?? to;
        if (to === "19.0") return;
        for (const { id } of at(from).activeTechniques())
          if (lineage.carry(id ?? "", from, to).class === "meaning") found.push(`${domain} ${from} ${to} ${id}`);
      });
    }
    expect(found).toEqual([
      "enterprise 6.3 7.0 T1053",
      "enterprise 6.3 7.0 T1072",
      "enterprise 6.3 7.0 T1095",
      "enterprise 6.3 7.0 T1205",
      "enterprise 8.1 8.2 T1484",
      "enterprise 10.1 11.0 T1053.002",
      "enterprise 16.1 17.0 T1176",
      "enterprise 16.1 17.0 T1574.001",
      "mobile 7.2 8.0 T1416",
    ]);
  });

  it("NIST rev5 16.1 at 19.0: 1,525 rows keep their id and change tactics, 167 move", () => {
    const rows = techniqueIds(join(dir, "mappings", "published"), "nist_800_53-rev5_attack-16.1-enterprise.json");
    const { lineage } = timeline("enterprise");
    const at18 = rows.map((id) => lineage.carry(id, version("16.1"), version("18.1"))).filter(({ ok }) => ok);
    // All but the row on a mobile id.
    expect([rows.length, at18.length]).toEqual([5410, 5409]);
    const steps = at18.map(({ path }) => lineage.carry(path.at(-1) ?? "", version("18.1"), version("19.0")));
    expect(steps.filter((step) => step.ok && step.path.length === 1 && step.tacticsChanged)).toHaveLength(1525);
    expect(steps.filter((step) => step.ok && step.path.length > 1)).toHaveLength(167);
    // Carried at once, the rows that had moved by 18.1 move too.
    const whole = rows.map((id) => lineage.carry(id, version("16.1"), version("19.0")));
    expect(whole.filter((to) => to.class === "rewritten")).toHaveLength(176);
  });

  it("ICS short names changed at 12.1 and 14.1, tactics did not", () => {
    const { lineage } = timeline("ics");
    for (const { id } of timeline("ics").at(version("10.1")).activeTechniques()) {
      const carried = lineage.carry(id ?? "", version("10.1"), version("16.1"));
      expect([id, carried.ok && carried.tacticsChanged]).toEqual([id, false]);
    }
  });

  it("forward, then back: every technique untouched on the way is itself again", () => {
    const { lineage, releases } = timeline("enterprise");
    for (const from of releases)
      for (const technique of timeline("enterprise").at(from).activeTechniques()) {
        const there = lineage.carry(technique.id ?? "", from, version("18.1"));
        if (!there.ok || there.id !== technique.id) continue;
        expect(lineage.carry(there.id, version("18.1"), from)).toMatchObject({ ok: true, id: technique.id });
      }
  });
});

function pick({ releases, lineage }: Timeline): Pick<Timeline, "releases" | "lineage"> {
  return { releases, lineage };
}

/** The releases of 1.0 to 18.1 in which a technique's state changed, with the state; absence once it was there. */
function changesOf(timeline: Timeline, id: string): readonly (readonly [string, string])[] {
  const states = new Map(timeline.states("technique", id).map(({ release, state }) => [release, state]));
  const changes: [string, string][] = [];
  for (const release of timeline.releases.filter((name) => name !== "19.0")) {
    const state = states.get(release) ?? "absent";
    if (state !== (changes.at(-1)?.[1] ?? "absent")) changes.push([release, state]);
  }
  return changes;
}

/** The technique ids of a published mapping file, row by row; read without our own parser. */
function techniqueIds(folder: string, name: string): readonly string[] {
  const path = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((file) => file.endsWith(name));
  const file = JSON.parse(readFileSync(join(folder, path ?? name), "utf8")) as {
    readonly mapping_objects: readonly { readonly attack_object_id: string | null }[];
  };
  return file.mapping_objects.map((row) => row.attack_object_id ?? "");
}
