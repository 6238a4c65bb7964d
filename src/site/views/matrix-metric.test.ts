import { expect, it } from "vitest";
import { legendOf, levelOf } from "./matrix-metric.js";

const count = (number: number) => ({
  frameworks: number,
  capabilities: number,
  rows: number,
  best: null,
  functions: [],
  nonMappable: [],
  doubtful: [],
});

const levelsOf = (metric: "capabilities" | "frameworks", numbers: readonly number[], beside: number) => {
  const legend = legendOf(metric, [...numbers, beside].map(count));
  return numbers.map((number) => levelOf(metric, legend, count(number)));
};

it.each([1, 30, 173])("one number is one depth, also beside a cell of %d", (beside) => {
  expect(levelsOf("capabilities", [0, 1, 2, 3, 5, 6, 10, 11, 20, 21, 95], beside)).toEqual([
    0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
  ]);
  expect(levelsOf("frameworks", [0, 1, 2, 3, 4, 5, 8], beside)).toEqual([0, 1, 2, 3, 4, 5, 5]);
});

it("a legend says what its steps hold, and nothing where there is no row", () => {
  const steps = (number: number) => legendOf("capabilities", [count(number)]).map(({ from, to }) => [from, to]);
  expect(steps(4)).toEqual([
    [1, 2],
    [3, 5],
    [6, 10],
    [11, 20],
    [21, null],
  ]);
  expect(steps(0)).toEqual([]);
});
