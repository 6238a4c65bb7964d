/** What people hand over by mistake or on purpose: nothing throws, everything is told, nothing is half read. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSize, defaultBounds } from "../../src/formats/format.js";
import { parseUnified } from "../../src/formats/unified/parse.js";

const good =
  '{"metadata": {"mapping_framework": "own"},\n "mapping_objects": [{"capability_id": "AC-2", "comments": "é"}]}\n';
const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string, file = "own.json") => parseUnified(bytes(text), file);

/** A file that grows a thousandfold when its aliases are followed. */
const aliasBomb = [
  'a: &a ["x", "x", "x", "x", "x", "x", "x", "x", "x", "x"]',
  "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]",
  "mapping_objects: [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]",
  "",
].join("\n");

describe("is refused with one clear error:", () => {
  it.each([
    ["an empty file", "", /^TM1001: .*empty/],
    ["blanks alone", " \n\t ", /^TM1001: .*empty/],
    ["a truncated file", good.slice(0, 80), /^TM1001: .*cut off/],
    ["no JSON", "<!doctype html><title>404</title>", /^TM1001: .*not JSON from "<!doctype/],
    ["a comma too many", '{"mapping_objects": [],}', /^TM1001: .*not JSON from "}"/],
    ["JSON that is no mapping file", '{"name": "x"}', /^TM1001: .*no mapping file/],
    ["a list", "[]", /^TM1001: .*a list, not an object/],
    ["rows that are no list", '{"mapping_objects": {}}', /^TM1001: .*an object, not a list/],
    ["metadata that are none", '{"metadata": [], "mapping_objects": []}', /^TM1001: .*metadata is a list/],
    ["100,000 levels", "[".repeat(100_000), /^TM0002: .*deeper than 64/],
    [
      "100,000 levels, closed",
      `{"mapping_objects": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      /^TM0002: .*deeper/,
    ],
    ["100,000 objects", '{"a":'.repeat(100_000), /^TM0002: .*deeper/],
  ])("%s", (_name, text, told) => {
    const { value, diagnostics } = parse(text);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ severity: "error", place: { file: "own.json" } }]);
    expect(`${diagnostics[0]?.code}: ${diagnostics[0]?.message}`).toMatch(told);
  });

  it.each([
    ["broken YAML", "a: [1", /^TM1001: .*not YAML/],
    ["two documents", "a: 1\n---\nb: 1\n", /^TM1001: .*2 documents/],
    ["100,000 levels", "[".repeat(100_000), /^TM0002: .*deeper/],
    ["an alias bomb", aliasBomb, /^TM0004: .*20 aliases; at most 10/],
    ["an alias of itself", "mapping_objects: &a [*a]\n", /^TM0004: .*alias of itself/],
  ])("YAML: %s", (_name, text, told) => {
    const { value, diagnostics } = parse(text, "own.yaml");
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ severity: "error" }]);
    expect(`${diagnostics[0]?.code}: ${diagnostics[0]?.message}`).toMatch(told);
  });

  it("UTF-16, and Latin-1", () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...good].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    expect(parseUnified(utf16, "a.json").diagnostics[0]).toMatchObject({ code: "TM1001", hint: "Save it as UTF-8." });
    const zip = parseUnified(new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0xff]), "a").diagnostics[0];
    expect(zip).toMatchObject({ code: "TM1001", hint: expect.stringContaining(".xlsx") });
    const latin = Uint8Array.from([...good].map((letter) => letter.charCodeAt(0)));
    const { value, diagnostics } = parseUnified(latin, "a.json");
    expect(value).toBeNull();
    expect(diagnostics[0]?.message).toMatch(/not UTF-8: the character at offset 103 /);
  });

  it("a file or a list beyond the bounds", () => {
    expect(checkSize("big.json", 300_000_000)).toMatchObject({ code: "TM0001", severity: "error" });
    expect(checkSize("fine.json", defaultBounds.bytes)).toBeNull();
    const small = { ...defaultBounds, bytes: 50 };
    expect(parseUnified(bytes(good), "a.json", small)).toMatchObject({
      value: null,
      diagnostics: [{ code: "TM0001" }],
    });
    const few = { ...defaultBounds, rows: 0 };
    expect(parseUnified(bytes(good), "a.json", few)).toMatchObject({ value: null, diagnostics: [{ code: "TM0003" }] });
  });

  it("places of errors count lines and columns from 1", () => {
    const { diagnostics } = parse('{"metadata": {},\n  "mapping_objects": [}]}\n');
    expect(diagnostics[0]?.place).toMatchObject({ line: 2, column: 23 });
  });
});

describe("is read, harmlessly, with a note:", () => {
  it("a byte order mark", () => {
    const { value, diagnostics } = parseUnified(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(good)]), "a.json");
    expect(value?.rows.length).toBe(1);
    expect(diagnostics).toMatchObject([{ code: "TM0005", severity: "note" }]);
  });

  it.each(["own.json", "own.yaml"])("__proto__ as a key (%s)", (file) => {
    const evil = '{"__proto__": {"polluted": "a"}, "capability_id": "AC-2"}';
    const text = `{"metadata": {"__proto__": {"polluted": "b"}, "mapping_framework": "own"}, "mapping_objects": [${evil}]}\n`;
    const { value, diagnostics } = parse(text, file);
    expect(diagnostics.map(({ code, place }) => [code, place.pointer]).sort()).toEqual([
      ["TM0006", "/mapping_objects/0/__proto__"],
      ["TM0006", "/metadata/__proto__"],
    ]);
    expect(value?.rows[0]?.extra.get("__proto__")).toEqual({ polluted: "a" });
    expect({}).not.toHaveProperty("polluted");
    expect(value?.rows[0]).not.toHaveProperty("polluted");
  });
});

it("no bytes make the parser throw", () => {
  const cut = fc.tuple(fc.nat(good.length), fc.nat(good.length), fc.string({ maxLength: 5 }));
  const mangled = cut.map(([from, to, put]) => good.slice(0, from) + put + good.slice(to));
  const name = fc.constantFrom("a.json", "a.yaml", "a");
  fc.assert(
    fc.property(fc.oneof(mangled.map(bytes), fc.uint8Array({ maxLength: 60 })), name, (input, file) => {
      const { value, diagnostics } = parseUnified(input, file);
      if (value === null) expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    }),
    { verbose: 1, numRuns: 400 },
  );
});
