import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Repair } from "../model/repair.js";
import { repairJson } from "./repair.js";

const text = `{
  "list": [
    "a ",
    "b c",
    "d"
  ],
  "types": {
    "x": 1
  },
  "gone": null, "kept": "\\u00e4 "
}`;

/** The text with one repair in it. */
function repaired(repair: Repair, original = text): string {
  return repairJson(original, [repair]).text;
}

describe("one repair changes its place and nothing else:", () => {
  it.each<[string, Repair, string, string]>([
    ["set", { kind: "set", pointer: "/list/0", value: "a" }, '"a "', '"a"'],
    ["set, in the way the file writes letters", { kind: "set", pointer: "/kept", value: "ä" }, "\\u00e4 ", "\\u00e4"],
    ["set to an empty list", { kind: "set", pointer: "/gone", value: [] }, "null", "[]"],
    ["split", { kind: "split", pointer: "/list/1", values: ["b", "c"] }, '"b c"', '"b",\n    "c"'],
    [
      "add",
      { kind: "add", pointer: "/types", key: "y", value: { n: "y" } },
      "1\n",
      '1,\n    "y": {\n      "n": "y"\n    }\n',
    ],
    ["remove a member", { kind: "remove", pointer: "/gone" }, '"gone": null, ', ""],
    ["remove the first item", { kind: "remove", pointer: "/list/0" }, '"a ",\n    ', ""],
    ["remove the last item", { kind: "remove", pointer: "/list/2" }, ',\n    "d"', ""],
    ["end", { kind: "end" }, '"\n}', '"\n}\n'],
  ])("%s", (...[, repair, before, after]) => {
    expect(text.split(before).length).toBe(2);
    expect(repaired(repair)).toBe(text.replace(before, after));
  });

  it("add to what is empty; remove what stands alone", () => {
    expect(repaired({ kind: "add", pointer: "", key: "a", value: 1 }, "{}")).toBe('{"a": 1}');
    expect(repaired({ kind: "remove", pointer: "/a" }, '{ "a": 1 }')).toBe("{  }");
  });

  it("keep-last takes earlier equal values away, and leaves different ones", () => {
    const equal = '{"a": [1], "b": 2, "a": [ 1 ], "c": {"a": [1]}}';
    expect(repaired({ kind: "keep-last", pointer: "/a" }, equal)).toBe('{"b": 2, "a": [ 1 ], "c": {"a": [1]}}');
    const different = '{"a": 1, "a": 2}';
    expect(repaired({ kind: "keep-last", pointer: "/a" }, different)).toBe(different);
  });
});

it("of two repairs at one place the first is taken, equal ones count once, places that are not there are left", () => {
  const set = (value: string): Repair => ({ kind: "set", pointer: "/list/0", value });
  const nowhere: Repair = { kind: "remove", pointer: "/nothing/here" };
  const result = repairJson(text, [set("first"), set("first"), set("second"), nowhere]);
  expect(result).toEqual({ text: text.replace('"a "', '"first"'), applied: [set("first")] });
});

it("any number of items set and removed gives the list without them", () => {
  const lists = fc.array(fc.tuple(fc.string(), fc.constantFrom("keep", "set", "remove")), { maxLength: 8 });
  const property = fc.property(lists, fc.constantFrom(undefined, 2, "\t"), (items, indent) => {
    let current = JSON.stringify(
      items.map(([value]) => value),
      null,
      indent,
    );
    const repairs = items.flatMap(([, what], index): readonly Repair[] => {
      const pointer = `/${index}`;
      if (what === "keep") return [];
      return what === "set" ? [{ kind: "set", pointer, value: `new ${index}` }] : [{ kind: "remove", pointer }];
    });
    const { text: result, applied } = repairJson(current, repairs);
    if (applied.length === repairs.length) {
      const wanted = items.flatMap(([value, what], index) =>
        what === "keep" ? [value] : what === "set" ? [`new ${index}`] : [],
      );
      expect(JSON.parse(result)).toEqual(wanted);
    }
    current = result;
    expect(() => JSON.parse(current) as unknown).not.toThrow();
  });
  fc.assert(property, { numRuns: 150 });
});
