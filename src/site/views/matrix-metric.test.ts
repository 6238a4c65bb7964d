import { expect, it } from "vitest";
import { legendOf } from "./matrix-metric.js";

const counts = (...frameworks: readonly number[]) =>
  frameworks.map((number) => ({
    frameworks: number,
    capabilities: number,
    rows: number,
    best: null,
    functions: [],
    nonMappable: [],
  }));

it.each([
  [[0], []],
  [[1], [3]],
  [
    [1, 2],
    [3, 5],
  ],
  [
    [1, 5],
    [1, 2, 3, 4, 5],
  ],
])("%s: few steps are not the deepest and the palest", (values, levels) => {
  expect(legendOf("frameworks", counts(...values)).map(({ level }) => level)).toEqual(levels);
});
