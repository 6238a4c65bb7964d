import fc from "fast-check";
import { expect, it } from "vitest";
import { escapePointer } from "./json-pointer.js";
import { jsonSpans } from "./json-spans.js";

const key = fc.string({ unit: fc.constantFrom("a", "b", "/", "~", '"', "\\", "é", "]", "}"), maxLength: 4 });
const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.double({ noNaN: true }),
    fc.string(),
    fc.constant(null),
    tie("list"),
    tie("object"),
  ),
  list: fc.array(tie("value"), { maxLength: 4 }),
  object: fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
})).value;

it("a span holds its value and nothing else, in any layout", () => {
  const property = fc.property(tree, fc.constantFrom(undefined, 1, "\t", "\r\n "), (value, indent) => {
    const text = `${JSON.stringify(value, null, indent)}\n`;
    const pointers = pointersOf(value, "");
    const spans = jsonSpans(text, pointers.keys());
    for (const [pointer, inner] of pointers) {
      const { start = -1, end = -1, memberStart = -1 } = spans.get(pointer) ?? {};
      expect([pointer, text.slice(start, end)]).toEqual([pointer, text.slice(start, end).trim()]);
      expect([pointer, JSON.parse(text.slice(start, end))]).toEqual([pointer, JSON.parse(JSON.stringify(inner))]);
      const name = text.slice(memberStart, start);
      expect(name === "" || /^"(?:[^"\\]|\\.)*"\s*:\s*$/.test(name)).toBe(true);
    }
  });
  fc.assert(property, { numRuns: 120 });
});

it("the last of repeated keys counts; pointers to nothing have no span", () => {
  const spans = jsonSpans('{"a": 1, "a" : [2, 3]}', ["/a/1", "/b", "/a/7", "/a/1/0"]);
  expect([...spans]).toEqual([["/a/1", { start: 19, end: 20, memberStart: 19 }]]);
});

it.each(["", "{", '{"a', '{"a":', "[[[[", '"', "nonsense", "{]}"])("text that is no JSON ends, too: %j", (text) => {
  expect(() => jsonSpans(text, ["", "/a/b", "/0/0/0/0/0"])).not.toThrow();
});

function pointersOf(value: unknown, pointer: string): Map<string, unknown> {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return new Map([
    [pointer, value],
    ...inner.flatMap(([name, item]) => [...pointersOf(item, `${pointer}/${escapePointer(name)}`)]),
  ]);
}
