import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFaultAt, jsonPlaces, repeatedKeys } from "./json-places.js";
import { escapePointer } from "./json-pointer.js";
import { yamlPlaces } from "./yaml-read.js";

const text = '{\n  "a/b": [1, {"c": "x"}],\r\n  "d": null\n}\n';

describe("jsonPlaces", () => {
  it("finds values by pointer, counted from 1", () => {
    const places = jsonPlaces(text, new Set(["", "/a~1b/1/c", "/d", "/none"]));
    expect(Object.fromEntries(places)).toEqual({
      "": { line: 1, column: 1 },
      "/a~1b/1/c": { line: 2, column: 20 },
      "/d": { line: 3, column: 8 },
    });
  });

  it("finds every value of any JSON, as YAML or as JSON", () => {
    const key = fc.string({ unit: fc.constantFrom("a", "b", "/", "~", '"', "\\", "é"), maxLength: 4 });
    const tree = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: "small" }, fc.integer(), fc.string(), tie("list"), tie("object")),
      list: fc.array(tie("value"), { maxLength: 4 }),
      object: fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    })).value;
    const property = fc.property(tree, (value) => {
      const written = JSON.stringify(value, null, 1);
      const pointers = new Map(pointersOf(value, []));
      const places = jsonPlaces(written, new Set(pointers.keys()));
      const lines = written.split("\n");
      for (const [pointer, inner] of pointers) {
        const place = places.get(pointer);
        const found = lines[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1);
        expect([pointer, found?.[0]]).toEqual([pointer, JSON.stringify(inner)[0]]);
      }
      expect([...yamlPlaces(written, new Set(pointers.keys()))].sort()).toEqual([...places].sort());
    });
    fc.assert(property, { verbose: 1, numRuns: 60 });
  });
});

it("repeatedKeys tells both places, and tells objects apart", () => {
  const repeats = repeatedKeys('{"a": 1,\n "b": {"a": 2},\n "c": [{"a": 1, "b": 1,\n "a": 3}]}');
  expect(repeats).toEqual([{ pointer: "/c/0/a", first: { line: 3, column: 9 }, repeated: { line: 4, column: 2 } }]);
});

describe("jsonFaultAt", () => {
  it.each([
    ['{"a": 1,\n "b" 2}', 2, 6],
    ['{"a": [1, 2', 1, 12],
    ['{"a": 1} x', 1, 10],
    ['{"a": 1,}', 1, 9],
    ["// no\n{}", 1, 1],
  ])("%j", (broken, line, column) => {
    expect(jsonFaultAt(broken)).toMatchObject({ line, column });
  });

  it("is null for JSON", () => expect(jsonFaultAt(text)).toBeNull());
});

it("escapePointer escapes", () => expect(escapePointer("a/b~1")).toBe("a~1b~01"));

function pointersOf(value: unknown, path: readonly (string | number)[]): [string, unknown][] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => pointersOf(item, [...path, index]))
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, item]) => pointersOf(item, [...path, key]))
      : [];
  return [[path.map((part) => `/${escapePointer(String(part))}`).join(""), value], ...inner];
}
