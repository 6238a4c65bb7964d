import { expect, it } from "vitest";
import { Successors } from "./successors.js";
import type { TimelineData } from "./timeline-data.js";

/** `revoked-by` by the releases (of three) that state it. */
function successorsOf(stated: readonly (readonly [source: number, target: number, releases: readonly number[]])[]) {
  const data: Pick<TimelineData, "relations" | "patterns"> = {
    patterns: stated.map(([, , releases]) =>
      Uint8Array.from([0, 1, 2], (release) => Number(releases.includes(release))),
    ),
    relations: stated.map(([source, target], pattern) => ({
      type: "revoked-by",
      pattern,
      sources: Uint32Array.of(source),
      targets: Uint32Array.of(target),
    })),
  };
  return new Successors(data as TimelineData);
}

const always = [0, 1, 2];

it("finds what led here, the nearest first", () => {
  const successors = successorsOf([
    [1, 2, always],
    [2, 3, always],
    [4, 3, always],
    [5, 6, always],
  ]);
  expect(successors.before(3, 2)).toEqual([2, 4, 1]);
  expect(successors.before(1, 2)).toEqual([]);
});

it("follows what the release says: its own statement, else the last before, else the first after", () => {
  const successors = successorsOf([
    [1, 2, [1]],
    [1, 3, [2]],
  ]);
  expect([0, 1, 2].map((release) => successors.of(1, release))).toEqual([[2], [2], [3]]);
  expect([0, 1, 2].map((release) => successors.before(2, release))).toEqual([[1], [1], []]);
  expect(successors.before(3, 2)).toEqual([1]);
});

it("ends in a circle, without what it began with", () => {
  const successors = successorsOf([
    [1, 2, always],
    [2, 1, always],
  ]);
  expect(successors.before(1, 0)).toEqual([2]);
});
