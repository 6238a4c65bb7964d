import fc from "fast-check";
import { expect, it } from "vitest";
import { embeddedFacts, embeddedKnowledge } from "../../test/embedded.js";
import { encodeSets } from "../knowledge/facts/encode.js";
import type { SetFacts } from "../knowledge/facts/set-facts.js";
import { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { setIdOf } from "../model/set-id.js";
import type { AttackVersion } from "../model/version.js";
import { type AddedCause, addedCauses, type RemovedCause, removedCauses } from "./causes.js";
import { diffSets } from "./set-diff.js";
import { stepsOf, stepsTo } from "./set-steps.js";
import { sum, tallyOf } from "./set-tally.js";

const committed = embeddedKnowledge();

/** Laws of any two sets of one framework and domain. */
function expectLaws(kb: KnowledgeBase, olderId: string, newerId: string): void {
  const diff = diffSets(kb, olderId, newerId);
  // Each row of both sets stands in one change.
  for (const [side, id] of [
    ["older", olderId],
    ["newer", newerId],
  ] as const) {
    const rows = diff.changes.flatMap((change) => change[side]).sort((a, b) => a - b);
    expect(rows).toEqual(Array.from({ length: kb.facts(id).rows }, (_, row) => row));
  }
  // Counts add up to the totals that the manifest states.
  const { mapped, nonMappable } = tallyOf(diff);
  const [older, newer] = [kb.set(olderId), kb.set(newerId)];
  const total = (parts: readonly { olderRows: number; newerRows: number }[], side: "olderRows" | "newerRows") =>
    parts.reduce((rows, part) => rows + part[side], 0);
  expect([total(Object.values(mapped), "olderRows"), total(Object.values(mapped), "newerRows")]).toEqual([
    older?.mappable,
    newer?.mappable,
  ]);
  expect([total(Object.values(nonMappable), "olderRows"), total(Object.values(nonMappable), "newerRows")]).toEqual([
    older?.nonMappable,
    newer?.nonMappable,
  ]);
  // What is added has rows in the newer set only, with a cause of its kind; what stands in both has none.
  for (const { fate, cause, older: was, newer: is } of diff.changes) {
    expect([was.length > 0, is.length > 0]).toEqual([fate !== "added", fate !== "removed"]);
    if (fate === "added") expect(addedCauses).toContain(cause as AddedCause);
    else if (fate === "removed") expect(removedCauses).toContain(cause as RemovedCause);
    else expect(cause).toBeNull();
  }
  // Turned round, what was added was removed.
  const back = tallyOf(diffSets(kb, newerId, olderId));
  expect(back.mapped.added.claims).toBe(mapped.removed.claims);
  expect(back.mapped.removed.claims).toBe(mapped.added.claims);
  expect([back.mapped.kept.claims, back.mapped.rescored.claims]).toEqual([mapped.kept.claims, mapped.rescored.claims]);
  expect(back.nonMappable.added.claims).toBe(nonMappable.removed.claims);
}

it("laws hold for every step of every framework", () => {
  const steps = committed.frameworkIds.flatMap((framework) => stepsOf(committed, framework));
  expect(steps.length).toBeGreaterThan(20);
  for (const { older, newer } of steps) expectLaws(committed, older.id, newer.id);
});

it("a set does not differ from itself", () => {
  for (const { id } of committed.sets) {
    const { changes } = diffSets(committed, id, id);
    const differing = changes.filter(({ fate, marks }) => fate !== "kept" || marks.length > 0);
    expect([id, differing]).toEqual([id, []]);
  }
});

const names = ["A-1", "a-1 ", "B", "C", null];
const techniques = ["T1053.001", "T1053.002", "T1053.004", "T1574.002", "T1574.001", "T1550.001", "T1671", "T9", null];
const types = ["protects", "mitigates", "technique-score", "technique_scores", "x", null];

/** Small sets over techniques that were renumbered, deprecated, added later or never were. */
const anySet: fc.Arbitrary<SetFacts> = fc
  .record({
    release: fc.constantFrom("9.0", "10.1", "14.1", "18.1", "19.0"),
    rows: fc.array(
      fc.record({
        capability: fc.nat(names.length - 1),
        technique: fc.nat(techniques.length - 1),
        claim: fc.nat(types.length * 3 - 1),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ release, rows }): SetFacts => {
    const column = (values: readonly number[]) => Uint32Array.from(values);
    return {
      id: "",
      key: { framework: "own", frameworkVersion: "1", attackVersion: release as AttackVersion, domain: "enterprise" },
      serialisation: "J3",
      metadata: { mappingVersion: null, author: null, contact: null, organization: null, created: null, updated: null },
      types: new Map(),
      groups: new Map(),
      rows: rows.length,
      capabilities: names.map((id) => ({ id, name: id, group: id?.startsWith("a") ? "G" : null })),
      capability: column(rows.map((row) => row.capability)),
      techniques: techniques.map((id) => ({ id, name: id })),
      technique: column(rows.map((row) => row.technique)),
      claims: types.flatMap((mappingType) => [
        { mappingType, status: "complete", scoreCategory: "detect", scoreValue: "minimal" },
        { mappingType, status: "complete", scoreCategory: "detect", scoreValue: "partial" },
        { mappingType, status: "non_mappable", scoreCategory: null, scoreValue: null },
      ]),
      claim: column(rows.map((row) => row.claim)),
      referenceLists: [[]],
      referenceList: column(rows.map(() => 0)),
      commented: Uint8Array.from(rows.map(() => 0)),
      findings: [],
    };
  });

it("laws hold for any sets, in either order", () => {
  const origin = { kind: "own", publisher: "", source: "", version: null, licence: "", sha256: "" } as const;
  fc.assert(
    fc.property(fc.array(anySet, { minLength: 6, maxLength: 6 }), (sets) => {
      const named = sets.map((facts, index): SetFacts => {
        const key = { ...facts.key, frameworkVersion: String(index + 1) };
        return { ...facts, key, id: setIdOf(key) };
      });
      const files = encodeSets(
        named.map((facts) => ({ facts, origin })),
        [],
      );
      const kb = new KnowledgeBase([embeddedFacts, { text: (name) => files.get(name) ?? "" }]);
      for (const a of named) for (const b of named) expectLaws(kb, a.id, b.id);
    }),
    { numRuns: 12 },
  );
});

it("counts by cause add up to what was added and removed", () => {
  const diff = diffSets(committed, "m365/12.11.2023/14.1/enterprise", "m365/07.18.2025/16.1/enterprise");
  const added = addedCauses.map((cause) => sum(diff.changes.filter((c) => c.fate === "added" && c.cause === cause)));
  expect(added.reduce((claims, tally) => claims + tally.claims, 0)).toBe(tallyOf(diff).mapped.added.claims);
});

it.each([
  [
    "nist_800_53/rev5/16.1/enterprise",
    ["release nist_800_53/rev5/14.1/enterprise", "version nist_800_53/rev4/14.1/enterprise"],
  ],
  ["nist_800_53/rev5/8.2/enterprise", ["version nist_800_53/rev4/8.2/enterprise"]],
  ["nist_800_53/rev4/8.2/enterprise", []],
  ["kev/07.28.2025/16.1/mobile", ["version kev/02.13.2025/15.1/mobile"]],
  ["csa_ccm/4.1/17.1/enterprise", []],
])("%s follows %j", (id, expected) => {
  const set = committed.set(id);
  if (set === null) throw new Error(`no ${id}`);
  expect(stepsTo(committed, set).map(({ kind, older }) => `${kind} ${older.id}`)).toEqual(expected);
});

it("two frameworks are no versions of each other", () => {
  expect(() => diffSets(committed, "csa_ccm/4.1/17.1/enterprise", "cri_profile/v2.1/16.1/enterprise")).toThrow();
});
