import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { object, release } from "../../../test/attack-release.js";
import type { ObjectFacts } from "../../attack/release-facts.js";
import { TimelineBuilder } from "../../attack/timeline-builder.js";
import type { TimelineData } from "../../attack/timeline-data.js";
import { decodeTimeline } from "./timeline-decode.js";
import { encodeTimeline } from "./timeline-encode.js";
import { decodeAttackIds, encodeAttackIds } from "./timeline-ids.js";

const someId = fc.oneof(
  fc.constant(null),
  fc.constantFrom("T1001", "T1001.001", "T1001.999", "TA0001", "MOB-T1001", "0T800", "AN0110", "DET0001", "T1001.000"),
  fc.string(),
);

const someObject = (key: number): fc.Arbitrary<ObjectFacts> =>
  fc.record({
    stixId: fc.constantFrom(
      `attack-pattern--00000000-0000-4000-8000-00000000000${key}`,
      `x-mitre-tactic--00000000-0000-4000-8000-00000000000${key}`,
      `attack-pattern--ODD-${key}`,
    ),
    kind: fc.constant("technique" as const),
    id: someId,
    name: fc.string({ minLength: 1 }),
    state: fc.constantFrom("active" as const, "revoked" as const, "deprecated" as const),
    platforms: fc.subarray(["Linux", "macOS", "Windows"]),
    aliases: fc.array(fc.string(), { maxLength: 2 }),
    phases: fc.subarray(["stealth", "impact"]),
    shortname: fc.constantFrom(null, "stealth"),
    objectVersion: fc.constantFrom(null, "1.0", "1.1", "1.2", "2.0", "odd"),
    tactics: fc.constant([]),
    text: fc.constantFrom(null, "AAAAAA", "AAABBB", "CCCCCC", "CCCDDD"),
    minted: fc.boolean(),
  });

const someTimeline: fc.Arbitrary<TimelineData> = fc
  .array(fc.tuple(fc.subarray([0, 1, 2]), fc.tuple(someObject(0), someObject(1), someObject(2)), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
  })
  .map((releases) => {
    const builder = new TimelineBuilder("enterprise");
    releases.forEach(([present, objects, linked], index) => {
      const held = objects.filter((_, key) => present.includes(key));
      const facts = release(`${index + 1}.0`, held);
      const [a, b] = held;
      const relations = linked && a && b ? [{ type: "uses" as const, source: a.stixId, target: b.stixId }] : [];
      builder.add({ ...facts, relations }, index % 2 === 0 ? "published" : "derived");
    });
    return builder.build();
  });

describe("timeline facts", () => {
  it("decode is the inverse of encode", () => {
    fc.assert(
      fc.property(someTimeline, (data) => {
        const { facts, ids } = encodeTimeline(data);
        expect(decodeTimeline(facts, ids)).toEqual(data);
        expect(encodeTimeline(decodeTimeline(facts, ids))).toEqual({ facts, ids });
      }),
    );
  });

  it("without ids the facts are the same, and descriptions change where they did", () => {
    fc.assert(
      fc.property(someTimeline, (data) => {
        const { facts } = encodeTimeline(data);
        const bare = decodeTimeline(facts);
        expect(encodeTimeline(bare).facts).toBe(facts);
        expect(bare.tables.flatMap(({ stixIds }) => stixIds).every((id) => id === "")).toBe(true);
      }),
    );
  });

  it("ATT&CK ids of any form survive", () => {
    fc.assert(
      fc.property(fc.array(someId), (ids) => {
        expect(decodeAttackIds(encodeAttackIds(ids))).toEqual(ids);
      }),
    );
    expect(encodeAttackIds(["T1001", "T1001.001", "TA0001"])).toEqual(["T", 1001000, 1, "TA", 1000]);
  });

  it("an analytic's name is not written where its id tells it", () => {
    const builder = new TimelineBuilder("enterprise");
    const analytic = { ...object("T1001 A"), kind: "analytic" as const, id: "AN0110", name: "Analytic 0110" };
    builder.add(release("18.0", [analytic]), "published");
    const { facts, ids } = encodeTimeline(builder.build());
    expect(facts).not.toContain("Analytic");
    expect(decodeTimeline(facts, ids)).toEqual(builder.build());
  });

  it("refuses facts of another format", () => {
    expect(() => decodeTimeline('{"format":2}')).toThrow("format 2");
  });
});
