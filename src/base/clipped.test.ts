import { expect, it } from "vitest";
import { clipped } from "./clipped.js";

it.each([
  ["token", 9, "token"],
  ["token", 3, "tok"],
  ["to😀", 4, "to😀"],
  ["to😀", 3, "to"],
  ["to😀😀", 5, "to😀"],
  ["", 3, ""],
])("%s in %i units: %s", (text, most, expected) => {
  expect(clipped(text, most)).toBe(expected);
});
