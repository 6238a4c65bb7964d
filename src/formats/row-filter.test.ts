import { expect, it } from "vitest";
import { conditionsOf } from "./row-filter.js";

it("takes several values, and commas inside them", () => {
  expect([...conditionsOf("capability=M/1\\,2, group=AC,capability=M/3")]).toEqual([
    ["capability", ["M/1,2", "M/3"]],
    ["group", ["AC"]],
  ]);
  expect(conditionsOf(undefined).size).toBe(0);
  expect(() => conditionsOf("capability=M/1,2")).toThrow(/"2"/);
});
