import { describe, expect, it } from "vitest";
import { readYaml, yamlPlaces } from "./yaml-read.js";

const bounds = { depth: 8, aliases: 2 };

describe("readYaml", () => {
  it("keeps every scalar but a bare null as text", () => {
    const text = "a: 16.10\nb: 2025-07-28\nc: yes\nd: null\ne: 'null'\nf:\ng: ~\nh: 0x1F\n";
    const value = { a: "16.10", b: "2025-07-28", c: "yes", d: null, e: "null", f: null, g: null, h: "0x1F" };
    expect(readYaml(text, bounds)).toEqual({ ok: true, value, repeats: [] });
  });

  it("tells repeated keys with both places and keeps the last", () => {
    const read = readYaml("rows:\n- a: 1\n  b: 2\n  a: 3\n", bounds);
    expect(read).toEqual({
      ok: true,
      value: { rows: [{ a: "3", b: "2" }] },
      repeats: [{ pointer: "/rows/0/a", first: { line: 2, column: 3 }, repeated: { line: 4, column: 3 } }],
    });
  });

  it("reads __proto__ as a key like any other", () => {
    const read = readYaml("__proto__:\n  polluted: yes\n", bounds);
    expect(read.ok && Object.keys(read.value as object)).toEqual(["__proto__"]);
    expect({}).not.toHaveProperty("polluted");
  });

  it.each([
    ["syntax", "a: [1, 2", { line: 1, column: 9 }],
    ["syntax", "a: 1\n\tb: 2\n", { line: 2, column: 1 }],
    ["depth", "[".repeat(9), { line: 1, column: 8 }],
    ["documents", "a: 1\n---\nb: 2\n", null],
    ["aliases", "a: &x [1]\nb: [*x, *x, *x]\n", null],
    ["syntax", "a: *nowhere\n", null],
  ] as const)("%s: %j", (fault, text, place) => {
    const read = readYaml(text, bounds);
    expect(read).toMatchObject({ ok: false, fault });
    if (place !== null) expect(read).toMatchObject({ place });
  });
});

it("yamlPlaces finds values of block and quoted style", () => {
  const text = "b:\n- x: 'one'\n  y: two\n- [3]\na: |\n  text\n";
  const places = yamlPlaces(text, new Set(["/b/0/x", "/b/0/y", "/b/1/0", "/b/2"]));
  expect(Object.fromEntries(places)).toEqual({
    "/b/0/x": { line: 2, column: 6 },
    "/b/0/y": { line: 3, column: 6 },
    "/b/1/0": { line: 4, column: 4 },
  });
});
