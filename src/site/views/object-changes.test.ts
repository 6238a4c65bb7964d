import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { capabilityKey } from "../../model/capability.js";
import { type ClaimChange, diffSets } from "../../versions/set-diff.js";
import { stepsTo } from "../../versions/set-steps.js";
import { capabilityChangesView, type ObjectStep, techniqueChangesView } from "./object-changes.js";

const kb = embeddedKnowledge();
const technique = (id: string) => {
  const answered = techniqueChangesView(kb, { id });
  if (!answered.ok) throw new Error(`${id} is loaded`);
  return answered.view;
};

/** Rows of the changes that a step tells, newer and older. */
const told = ({ changes }: ObjectStep) => changes.map(({ newer, older }) => [newer?.rows ?? [], older?.rows ?? []]);

/** The same from the whole comparison, gone through from first to last. */
const wanted = ({ older, newer }: ObjectStep, isOwn: (change: ClaimChange) => boolean) =>
  diffSets(kb, older.id, newer.id)
    .changes.filter((change) => change.fate !== "kept" && isOwn(change))
    .map((change) => [change.newer, change.older]);

describe("what sets changed for a technique", () => {
  it("NIST rev5 on 16.1 says of T1550.001 what rev4 on 14.1 did not", () => {
    const step = technique("T1550.001").steps.find(
      ({ kind, framework }) => kind === "version" && framework.id === "nist_800_53",
    );
    const ids = (fate: string) =>
      step?.changes
        .filter((change) => change.fate === fate)
        .map(({ capabilityId }) => capabilityId?.replace(/-0/, "-"));
    // Of the 14 controls of rev4, rev5 keeps those it names: data-mappings.md 9.
    expect([step?.older.frameworkVersion, step?.newer.frameworkVersion]).toEqual(["rev4", "rev5"]);
    expect((step?.kept ?? 0) + (ids("removed")?.length ?? 0)).toBe(14);
    expect(ids("added")).toEqual(expect.arrayContaining(["AC-19", "SC-28"]));
  });

  it("finds rows under the id that the technique had then", () => {
    const steps = technique("T1685").steps;
    expect(steps.some(({ kept, changes }) => kept + changes.length > 0)).toBe(true);
    expect(technique("T1562.001").technique.id).toBe("T1685");
  });

  it("is what the whole comparison has of it, under every id, in its order", () => {
    const { domain } = technique("T1685").technique;
    const ids = ["T1685", ...kb.timeline(domain).lineage.sourcesOf("T1685", kb.newestRelease(domain))];
    expect(new Set(ids).size).toBeGreaterThan(2);
    for (const step of technique("T1685").steps)
      expect(told(step)).toEqual(wanted(step, ({ technique: id }) => id !== null && ids.includes(id)));
  });

  it("all techniques together make the whole comparison, nothing twice", () => {
    const domain = "mobile" as const;
    const [set] = kb.newestSets(domain).filter(({ framework }) => framework === "veris");
    const [step] = set === undefined ? [] : stepsTo(kb, set);
    if (step === undefined) throw new Error("VERIS 1.4.0 follows 1.3.7");
    const whole = diffSets(kb, step.older.id, step.newer.id).changes.filter(({ technique: id }) => id !== null);
    const named = new Set(whole.map(({ technique: id }) => id ?? ""));
    const lineage = kb.timeline(domain).lineage;
    const living = new Set(
      [...named].flatMap((id) => {
        const carried = lineage.carry(
          id,
          kb.timeline(domain).releases.at(-2) ?? kb.newestRelease(domain),
          kb.newestRelease(domain),
        );
        return carried.ok ? carried.id : id;
      }),
    );
    const sum = [...living].reduce((total, id) => {
      const own = technique(id).steps.filter(({ newer }) => newer.id === step.newer.id);
      return total + own.reduce((count, { kept, changes }) => count + kept + changes.length, 0);
    }, 0);
    expect(sum).toBe(whole.length);
  });
});

describe("what sets changed for a capability", () => {
  it("is what the whole comparison has of it, in its order", () => {
    for (const { id } of kb.capabilities("m365").all) {
      const answered = capabilityChangesView(kb, { framework: "m365", id });
      if (!answered.ok) throw new Error(`${id} is loaded`);
      const key = capabilityKey("m365", id);
      for (const step of answered.view.steps)
        expect(told(step)).toEqual(wanted(step, (change) => change.capability === key));
    }
  });

  it("capabilities together make the whole comparison", () => {
    const [set] = kb.newestSets("enterprise").filter(({ framework }) => framework === "m365");
    const [step] = set === undefined ? [] : stepsTo(kb, set);
    if (step === undefined) throw new Error("M365 of 2025 follows that of 2023");
    const whole = diffSets(kb, step.older.id, step.newer.id).changes;
    const sums = kb.capabilities("m365").all.map(({ id }) => {
      const answered = capabilityChangesView(kb, { framework: "m365", id });
      if (!answered.ok) throw new Error(`${id} is loaded`);
      return answered.view.steps.reduce((sum, { kept, changes }) => sum + kept + changes.length, 0);
    });
    expect(sums.reduce((a, b) => a + b, 0)).toBe(whole.filter(({ capability }) => capability !== null).length);
  });

  it("an unknown one is a problem with a suggestion", () => {
    expect(capabilityChangesView(kb, { framework: "m365", id: "DEF-SSC0-E3" })).toMatchObject({ ok: false });
  });
});
