import { describe, expect, it } from "vitest";
import { object, release, v } from "../../test/attack-release.js";
import { openTimeline } from "./open-timeline.js";
import type { ReleaseFacts } from "./release-facts.js";
import type { Timeline } from "./timeline.js";
import { TimelineBuilder } from "./timeline-builder.js";

function timelineOf(...releases: readonly ReleaseFacts[]): Timeline {
  const builder = new TimelineBuilder("enterprise");
  for (const facts of releases) builder.add(facts, "published");
  return openTimeline(builder.build());
}

const matrix = (id: string, tactics: readonly string[], state = "active" as "active" | "deprecated") => ({
  ...object(`T9999 Matrix ${id}`, id),
  kind: "matrix" as const,
  id: "matrix",
  state,
  tactics: tactics.map((key) => `tactic--${key}`),
});

describe("a release", () => {
  const tactics = ["TA0001 First (first)", "TA0002 Second (second)", "TA0003 Third (third)", "TA0004 Loose (loose)"];
  const timeline = timelineOf(
    release("1.0", ["T1001 Older (first)"]),
    release(
      "2.0",
      [
        ...tactics,
        matrix("a-small", ["TA0003"]),
        matrix("b-big", ["TA0002", "TA0001"]),
        matrix("c-dead", ["TA0001", "TA0002", "TA0003"], "deprecated"),
        "T1001 A (first second third)",
        "T1001.001 A.1 (second)",
        "T1001.002 A.2 (second) !revoked",
        "M1001 Guard",
        "M1000 Other",
      ],
      ["T1001.001 subtechnique-of T1001", "M1001 mitigates T1001", "M1000 mitigates T1001"],
    ),
  );
  const at = timeline.at(v("2.0"));
  const idsOf = (objects: readonly { readonly id: string | null }[]) => objects.map(({ id }) => id);
  const technique = at.object("technique", "T1001") as NonNullable<ReturnType<typeof at.object>>;

  it("puts the active matrix with most tactics first, and tactics in its order, loose ones last", () => {
    expect(at.matrices().map((view) => view.tactics.length)).toEqual([2, 1, 3]);
    expect(idsOf(at.tactics())).toEqual(["TA0002", "TA0001", "TA0003", "TA0004"]);
    expect(idsOf(at.tacticsOf(technique))).toEqual(["TA0002", "TA0001", "TA0003"]);
    const second = at.object("tactic", "TA0002") as typeof technique;
    expect(idsOf(at.techniquesOf(second))).toEqual(["T1001", "T1001.001"]);
  });

  it("answers relations both ways, in id order", () => {
    expect(idsOf(at.sources(technique, "mitigates"))).toEqual(["M1000", "M1001"]);
    expect(idsOf(at.subtechniquesOf(technique))).toEqual(["T1001.001"]);
    const [sub] = at.subtechniquesOf(technique);
    expect(sub && at.parentOf(sub)?.id).toBe("T1001");
    expect(at.parentOf(technique)).toBeNull();
    expect(idsOf(at.activeTechniques())).toEqual(["T1001", "T1001.001"]);
  });

  it("borrows the matrix of the next release that has one", () => {
    const older = timeline.at(v("1.0"));
    expect([older.borrowedMatrix, at.borrowedMatrix]).toEqual(["2.0", null]);
    expect(older.objects("tactic")).toEqual([]);
    expect(idsOf(older.tactics())).toEqual(["TA0002", "TA0001", "TA0003", "TA0004"]);
    const [old] = older.objects("technique");
    expect(old && idsOf(older.tacticsOf(old))).toEqual(["TA0001"]);
    const second = at.object("tactic", "TA0001") as typeof technique;
    expect(idsOf(older.techniquesOf(second))).toEqual(["T1001"]);
  });

  it("throws on a version that it does not hold: resolve comes first", () => {
    expect(timeline.resolve(v("3.0"))).toBeNull();
    expect(() => timeline.at(v("3.0"))).toThrow("3.0");
  });
});

describe("history", () => {
  it("tells what changed while an object lived, and how it ended", () => {
    const with_ = (text: string, fields: object) => ({ ...object(text), ...fields });
    const timeline = timelineOf(
      release("1.0", [
        "T1002 Heir",
        with_("T1001 A", { objectVersion: "1.0", platforms: ["AWS", "Linux"], text: "AAAAAA" }),
      ]),
      release("2.0", [
        "T1002 Heir",
        with_("T1001 A", { objectVersion: "1.1", platforms: ["IaaS", "Linux"], text: "AAABBB" }),
      ]),
      release("3.0", ["T1002 Heir", with_("T1001 B", { objectVersion: "2.0", platforms: ["Linux"], text: "CCCCCC" })]),
      release(
        "4.0",
        ["T1002 Heir", "T1001 B", "T1001.001 Part"].map((text) => with_(text, { objectVersion: "2.0" })),
        ["T1001.001 subtechnique-of T1001"],
      ),
      release("5.0", ["T1002 Heir", "T1001 B !revoked"], ["T1001 revoked-by T1002"]),
      release("6.0", ["T1002 Heir"]),
      release("6.1", ["T1002 Heir"]),
      release("7.0", ["T1002 Heir", "T1001 B"]),
    );
    const told = timeline
      .history("technique", "T1001")
      .map(({ release: at, change, before, after, citationsOnly }) =>
        [at, change, before, after, citationsOnly ? "citations" : null].filter((part) => part !== null).join(" "),
      );
    expect(told).toEqual([
      "1.0 added",
      "2.0 described citations",
      "2.0 version 1.0 1.1",
      "3.0 renamed A B",
      "3.0 described",
      "3.0 platforms IaaS, Linux Linux",
      "3.0 version 1.1 2.0",
      "4.0 platforms Linux ",
      "4.0 subtechniques T1001.001",
      "5.0 revoked T1002",
      "6.0 removed",
      "7.0 added",
      "7.0 subtechniques T1001.001",
    ]);
    expect(
      timeline
        .states("technique", "T1001")
        .map(({ release: at, state }) => `${at} ${state}`)
        .slice(-2),
    ).toEqual(["5.0 revoked", "7.0 active"]);
    expect(timeline.history("technique", "T1999")).toEqual([]);
  });
});
