import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanJson } from "./json-scan.js";

const scan = (text: string, bound = 64) => scanJson(new TextEncoder().encode(text), bound);

/** Members of all objects, counted on the parsed value. */
function members(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, item) => sum + members(item), 0);
  return inner + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

describe("scanJson", () => {
  it("counts as many members as the parsed value has", () => {
    const property = fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(undefined, 2), (json, indent) => {
      const value: unknown = JSON.parse(json);
      const text = JSON.stringify(value, null, indent);
      expect(scan(text)).toEqual({ keys: members(value), tooDeepAt: -1 });
    });
    fc.assert(property, { verbose: 1 });
  });

  it("counts a repeated key twice, and no colon inside of a string", () => {
    expect(scan('{"a": 1, "a": {"b:": ":\\"c\\": \\\\"}}').keys).toBe(3);
  });

  it("finds the first bracket that is too deep, strings apart", () => {
    expect(scan('["[[[", {"a": []}]', 2)).toEqual({ keys: 1, tooDeepAt: 14 });
    expect(scan('["[[[", {"a": []}]', 3).tooDeepAt).toBe(-1);
  });

  it("takes 100,000 levels and an open string", () => {
    expect(scan("[".repeat(100_000)).tooDeepAt).toBe(64);
    expect(scan('{"a": "never closed \\').keys).toBe(1);
  });
});
