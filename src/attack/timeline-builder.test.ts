import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { object, release, v } from "../../test/attack-release.js";
import { openTimeline } from "./open-timeline.js";
import type { ObjectFacts, ReleaseFacts } from "./release-facts.js";
import { mergeTimelines, TimelineBuilder } from "./timeline-builder.js";
import type { TimelineData } from "./timeline-data.js";
import { releasesOf } from "./timeline-releases.js";

function build(releases: readonly ReleaseFacts[]): TimelineData {
  const builder = new TimelineBuilder("enterprise");
  for (const facts of releases) builder.add(facts, "published");
  return builder.build();
}

const keys = ["a", "b", "c", "d"];

/** One object in some state, under names and ids that collide now and then. */
const someObject = (key: string): fc.Arbitrary<ObjectFacts> =>
  fc
    .record({
      number: fc.integer({ min: 1, max: 6 }),
      state: fc.constantFrom("active" as const, "revoked" as const, "deprecated" as const),
      text: fc.constantFrom(null, "AAAAAA", "AAABBB", "CCCCCC"),
      objectVersion: fc.constantFrom(null, "1.0", "1.1", "2.0", "3.4"),
      platforms: fc.subarray(["Linux", "macOS"]),
      aliases: fc.subarray(["X", "Y"]),
    })
    .map(({ number, ...fields }) => ({ ...object(`T100${number} Name${number % 3}`, key), ...fields }));

const someRelease = (version: string): fc.Arbitrary<ReleaseFacts> =>
  fc
    .record({
      keys: fc.subarray(keys),
      objects: fc.tuple(...keys.map(someObject)),
      pairs: fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 4, selector: ([a, b]) => a * 4 + b }),
    })
    .map(({ keys: present, objects, pairs }) =>
      release(
        version,
        objects.filter((_, index) => present.includes(keys[index] ?? "")),
        pairs.flatMap(([a, b]) =>
          present.includes(keys[a] ?? "") && present.includes(keys[b] ?? "")
            ? [`${keys[a]} revoked-by ${keys[b]}`]
            : [],
        ),
      ),
    );

const someReleases = fc.tuple(...["1.0", "2.0", "3.0", "10.0"].map(someRelease));

describe("TimelineBuilder", () => {
  it("gives the same timeline in whatever order releases come", () => {
    fc.assert(
      fc.property(someReleases, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (releases, order) => {
        const shuffled = order.map((index) => releases[index] as ReleaseFacts);
        expect(build(shuffled)).toEqual(build(releases));
      }),
    );
  });

  it("orders relations by their ends, not as stated", () => {
    const objects = ["T1001 A", "T1002 B", "T1003 C"];
    const stated = ["T1002 uses T1001", "T1001 uses T1003", "T1001 uses T1002"];
    const [block] = build([release("1.0", objects, stated)]).relations;
    expect([block?.sources, block?.targets].map((column) => [...(column ?? [])])).toEqual([
      [0, 0, 1],
      [1, 2, 0],
    ]);
  });

  it("gives its releases back: what went in comes out", () => {
    fc.assert(
      fc.property(someReleases, (releases) => {
        const byId = (facts: ReleaseFacts) => ({
          version: facts.version,
          objects: new Map(facts.objects.map((entry) => [entry.stixId, entry])),
          relations: new Set(facts.relations.map(({ source, target }) => `${source} ${target}`)),
        });
        const out = [...releasesOf(build(releases))].map(({ facts }) => byId(facts));
        expect(out).toEqual(releases.map(byId));
      }),
    );
  });

  it("merged one by one equals built at once", () => {
    fc.assert(
      fc.property(someReleases, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (releases, order) => {
        const parts = order.map((index) => build([releases[index] as ReleaseFacts]));
        expect(parts.reduce((below, above) => mergeTimelines(below, above))).toEqual(build(releases));
      }),
    );
  });

  it("published replaces derived, whichever comes first; own replaces both", () => {
    const derived = release("2.0", ["T1001 Derived"]);
    const published = release("2.0", ["T1001 Published"]);
    for (const order of [
      [derived, published],
      [published, derived],
    ]) {
      const builder = new TimelineBuilder("enterprise");
      for (const facts of order) builder.add(facts, facts === derived ? "derived" : "published");
      expect(openTimeline(builder.build()).at(v("2.0")).object("technique", "T1001")?.name).toBe("Published");
      expect(builder.add(release("2.0", ["T1001 Own"]), "own")).toBe(true);
      expect(builder.add(published, "published")).toBe(false);
    }
  });

  it("resolves releases that repeat another, unless they have content of their own", () => {
    const builder = new TimelineBuilder("enterprise");
    builder.add(release("5.0", ["T1001 A"]), "published");
    builder.addIdentical(v("5.1"), v("5.0"));
    builder.addIdentical(v("7.1"), v("7.0"));
    const timeline = openTimeline(builder.build());
    expect([timeline.resolve(v("5.1")), timeline.resolve(v("7.1")), timeline.resolve(v("6.0"))]).toEqual([
      "5.0",
      null,
      null,
    ]);
    expect(timeline.at(v("5.1"))).toBe(timeline.at(v("5.0")));
    builder.add(release("5.1", ["T1001 B"]), "published");
    expect(openTimeline(builder.build()).at(v("5.1")).object("technique", "T1001")?.name).toBe("B");
  });

  it("a kind that a release does not hold did not vanish there", () => {
    const builder = new TimelineBuilder("enterprise");
    builder.add(release("1.0", ["T1001 A", "S0001 Worm"]), "published");
    builder.add(release("2.0", ["T1001 A"]), "derived");
    builder.add(release("3.0", ["T1001 A", "S0001 Worm"]), "published");
    const timeline = openTimeline(builder.build());
    expect(timeline.history("malware", "S0001").map(({ change }) => change)).toEqual(["added"]);
    expect(timeline.at(v("2.0")).objects("malware")).toEqual([]);
  });

  it("of two objects with one id the living one is found", () => {
    const both = [
      object("T1001 Dead !revoked", "a"),
      object("T1001 Alive", "b"),
      object("T1001 Gone !deprecated", "c"),
    ];
    const timeline = openTimeline(build([release("1.0", both)]));
    expect(timeline.at(v("1.0")).object("technique", "T1001")?.name).toBe("Alive");
    expect(timeline.findAnywhere("T1001").map(({ name }) => name)).toHaveLength(3);
  });
});
