import { describe, expect, it } from "vitest";
import { object, release, v } from "../../test/attack-release.js";
import type { Carried } from "./lineage.js";
import { openTimeline } from "./open-timeline.js";
import type { ReleaseFacts } from "./release-facts.js";
import type { Timeline } from "./timeline.js";
import { TimelineBuilder } from "./timeline-builder.js";

function timelineOf(...releases: readonly ReleaseFacts[]): Timeline {
  const builder = new TimelineBuilder("enterprise");
  for (const facts of releases) builder.add(facts, "published");
  return openTimeline(builder.build());
}

/** `"T1001 1.0..2.0"` */
function carry(timeline: Timeline, way: string): Carried {
  const [id = "", from = "", to = ""] = way.split(/ |\.\./);
  return timeline.lineage.carry(id, v(from), v(to));
}

describe("carry forward", () => {
  it("follows T1 -> T2 -> T3 to the living end and keeps the path", () => {
    const timeline = timelineOf(
      release("1.0", ["T1001 A", "T1002 B", "T1003 C"]),
      release("2.0", ["T1001 A !revoked", "T1002 B", "T1003 C"], ["T1001 revoked-by T1002"]),
      release("3.0", ["T1001 A !revoked", "T1002 B !revoked", "T1003 C"], ["T1002 revoked-by T1003"]),
    );
    expect(carry(timeline, "T1001 1.0..3.0")).toEqual({
      ok: true,
      id: "T1003",
      path: ["T1001", "T1002", "T1003"],
      class: "rewritten",
      deadAtOrigin: false,
      tacticsChanged: false,
    });
    expect(carry(timeline, "T1001 1.0..2.0")).toMatchObject({ id: "T1002", path: ["T1001", "T1002"] });
    expect(carry(timeline, "T1001 3.0..3.0")).toMatchObject({ id: "T1003", deadAtOrigin: true });
    expect(carry(timeline, "T1003 3.0..1.0")).toMatchObject({ ok: true, id: "T1003", class: "unchanged" });
  });

  it("ends at deprecated, heirless and unknown techniques, each with its reason", () => {
    const timeline = timelineOf(
      release("1.0", ["T1001 A", "T1002 B", "T1003 C", "T1004 D"]),
      release(
        "2.0",
        ["T1001 A !deprecated", "T1002 B !revoked", "T1003 C !revoked", "T1004 D !deprecated"],
        ["T1003 revoked-by T1004"],
      ),
    );
    expect(carry(timeline, "T1001 1.0..2.0")).toMatchObject({ reason: "deprecated", class: "decision" });
    expect(carry(timeline, "T1002 1.0..2.0")).toMatchObject({ reason: "revoked-without-heir" });
    expect(carry(timeline, "T1003 1.0..2.0")).toMatchObject({ reason: "dead-end", path: ["T1003", "T1004"] });
    // What an earlier release said of a deprecated technique's heir no longer holds.
    const returned = timelineOf(
      release("1.0", ["T1001 A !revoked", "T1002 B"], ["T1001 revoked-by T1002"]),
      release("2.0", ["T1001 A !deprecated", "T1002 B"]),
    );
    expect(carry(returned, "T1001 1.0..2.0")).toMatchObject({ reason: "deprecated", path: ["T1001"] });
    expect(carry(timeline, "T1999 1.0..2.0")).toMatchObject({ reason: "unknown", path: ["T1999"] });
  });

  it("stops in a cycle and at two heirs", () => {
    const timeline = timelineOf(
      release("1.0", ["T1001 A", "T1002 B", "T1003 C"]),
      release(
        "2.0",
        ["T1001 A !revoked", "T1002 B !revoked", "T1003 C"],
        ["T1001 revoked-by T1002", "T1002 revoked-by T1001"],
      ),
      release("3.0", ["T1001 A !revoked", "T1002 B", "T1003 C"], ["T1001 revoked-by T1002", "T1001 revoked-by T1003"]),
    );
    expect(carry(timeline, "T1001 1.0..2.0")).toMatchObject({ ok: false, path: ["T1001", "T1002"] });
    expect(carry(timeline, "T1001 1.0..3.0")).toMatchObject({ ok: false, reason: "ambiguous" });
  });

  it("knows a successor that a release forgot, the last one stated, else the first one after", () => {
    const living = ["T1002 B", "T1003 C"];
    const timeline = timelineOf(
      release("1.0", ["T1001 A !revoked", ...living]),
      release("2.0", ["T1001 A !revoked", ...living], ["T1001 revoked-by T1002"]),
      release("3.0", ["T1001 A !revoked", ...living]),
      release("4.0", ["T1001 A !revoked", ...living], ["T1001 revoked-by T1003"]),
    );
    const heirs = ["1.0", "2.0", "3.0", "4.0"].map((to) => timeline.lineage.successor("T1001", v(to))?.path[1]);
    expect(heirs).toEqual(["T1002", "T1002", "T1002", "T1003"]);
  });

  it("takes another id of the same STIX object for a renumbering", () => {
    const timeline = timelineOf(release("1.0", [object("MOB-T1001 A", "a")]), release("2.0", [object("T1401 A", "a")]));
    expect(carry(timeline, "MOB-T1001 1.0..2.0")).toMatchObject({ id: "T1401", class: "rewritten" });
    expect(carry(timeline, "T1401 2.0..1.0")).toMatchObject({ id: "MOB-T1001" });
    expect(timeline.lineage.successor("MOB-T1001", v("2.0"))).toEqual({ path: ["MOB-T1001", "T1401"], end: "active" });
    expect(timeline.history("technique", "T1401").map(({ change }) => change)).toEqual(["added", "renumbered"]);
  });

  it("takes the same id of another STIX object for the same technique", () => {
    const timeline = timelineOf(
      release("1.0", [object("T1001 A", "minted")]),
      release("2.0", [object("T1001 A", "real")]),
    );
    expect(carry(timeline, "T1001 1.0..2.0")).toMatchObject({ ok: true, id: "T1001", class: "unchanged" });
    expect(carry(timeline, "T1001 2.0..1.0")).toMatchObject({ ok: true, id: "T1001", class: "unchanged" });
  });
});

describe("classes of a kept id", () => {
  it("renamed: another name, nothing more; letter case counts", () => {
    const timeline = timelineOf(release("1.0", ["T1001 Drive-by"]), release("2.0", ["T1001 Drive-By"]));
    expect(carry(timeline, "T1001 1.0..2.0")).toMatchObject({ class: "renamed" });
  });

  it("meaning: another technique took the old name", () => {
    const timeline = timelineOf(
      release("1.0", ["T1176 Browser Extensions"]),
      release("2.0", ["T1176 Software Extensions", "T1176.001 Browser Extensions"]),
    );
    expect(carry(timeline, "T1176 1.0..2.0")).toMatchObject({ class: "meaning" });
  });

  it("meaning: renamed and absorbed another one; not where it kept its name", () => {
    const older = release("1.0", ["T1001 Order Hijacking", "T1002 Side-Loading", "T1003 Kept"]);
    const newer = ["T1001 Hijacking", "T1002 Side-Loading !revoked", "T1003 Kept"];
    const renamed = timelineOf(older, release("2.0", newer, ["T1002 revoked-by T1001"]));
    expect(carry(renamed, "T1001 1.0..2.0")).toMatchObject({ class: "meaning" });
    const kept = timelineOf(older, release("2.0", newer, ["T1002 revoked-by T1003"]));
    expect(carry(kept, "T1003 1.0..2.0")).toMatchObject({ class: "unchanged" });
    expect(carry(kept, "T1001 1.0..2.0")).toMatchObject({ class: "renamed" });
  });

  it("tactics: another name under the same id is a change, another short name is not", () => {
    const timeline = timelineOf(
      release("1.0", ["TA0005 Defense Evasion (defense-evasion)", "T1001 A (defense-evasion)"]),
      release("2.0", ["TA0005 Defense Evasion (evasion)", "T1001 A (evasion)"]),
      release("3.0", ["TA0005 Stealth (stealth)", "T1001 A (stealth)"]),
    );
    expect(carry(timeline, "T1001 1.0..2.0")).toMatchObject({ tacticsChanged: false });
    expect(carry(timeline, "T1001 1.0..3.0")).toMatchObject({ tacticsChanged: true });
  });
});

describe("carry back", () => {
  const timeline = timelineOf(
    release("1.0", ["T1001 A", "T1002 B", "T1003 C"]),
    release(
      "2.0",
      ["T1001 A !revoked", "T1002 B !revoked", "T1003 C !revoked", "T1004 D", "T1005 E", "T1006 F"],
      ["T1001 revoked-by T1004", "T1002 revoked-by T1005", "T1003 revoked-by T1005"],
    ),
  );

  it("to the one predecessor, with the path reversed", () => {
    expect(carry(timeline, "T1004 2.0..1.0")).toMatchObject({
      ok: true,
      id: "T1001",
      path: ["T1004", "T1001"],
      class: "predecessor",
    });
  });

  it("to the heir, where it was revoked there already", () => {
    const since = timelineOf(
      release(
        "1.0",
        ["T1001 A !revoked", "T1002 B", "T1003 C !revoked", "T1004 D !deprecated"],
        ["T1001 revoked-by T1002", "T1003 revoked-by T1004"],
      ),
      release(
        "2.0",
        ["T1001 A !revoked", "T1002 B", "T1003 C !revoked", "T1004 D"],
        ["T1001 revoked-by T1002", "T1003 revoked-by T1004"],
      ),
    );
    expect(carry(since, "T1001 2.0..1.0")).toMatchObject({
      ok: true,
      path: ["T1001", "T1002"],
      class: "rewritten",
      deadAtOrigin: true,
    });
    // What was dead there is no thing of later.
    expect(carry(since, "T1003 2.0..1.0")).toMatchObject({ ok: false, reason: "dead-end", class: "decision" });
    expect(carry(since, "T1004 2.0..1.0")).toMatchObject({ ok: false, reason: "deprecated", class: "decision" });
  });

  it("not at all where there are several, or none", () => {
    expect(carry(timeline, "T1005 2.0..1.0")).toMatchObject({ ok: false, class: "ambiguous" });
    expect(carry(timeline, "T1006 2.0..1.0")).toMatchObject({ ok: false, class: "not-yet" });
  });
});
