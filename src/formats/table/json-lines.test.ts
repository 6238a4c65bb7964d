import { expect, it } from "vitest";
import { defaultBounds } from "../format.js";
import { cellPlaces } from "./cell-places.js";
import { readJsonLines } from "./json-lines.js";

const linesOf = (lines: readonly string[]) => ({
  path: "own.jsonl",
  bytes: new TextEncoder().encode(lines.join("\n")),
});

it("a key that only a later line has is a column too, and one that a line lacks an empty cell", () => {
  const { value, diagnostics } = readJsonLines(
    linesOf(['{"a": 1}', "", '{"b": ["x", "y"], "a": null}', '{"b": false}', ""]),
    defaultBounds,
  );
  expect(diagnostics).toEqual([]);
  expect(value).toEqual({
    kind: "lines",
    head: ["a", "b"],
    rows: [
      { line: 1, cells: ["1", ""] },
      { line: 3, cells: ["", "x | y"] },
      { line: 4, cells: ["", "false"] },
    ],
  });
});

it("each line that is no object is an error at its place, and the others are read", () => {
  const { value, diagnostics } = readJsonLines(
    linesOf(['{"a": 1}', '{"a": ', "[2]", "null", '{"a": 3}']),
    defaultBounds,
  );
  expect(value?.rows.map(({ line }) => line)).toEqual([1, 5]);
  expect(diagnostics.map(({ code, severity, place }) => [code, severity, place.line])).toEqual([
    ["TM0008", "error", 2],
    ["TM0008", "error", 3],
    ["TM0008", "error", 4],
  ]);
});

it.each([
  ["no line", [""], "TM0008"],
  ["every line with a key of its own", Array.from({ length: 1000 }, (_, line) => `{"k${line}": 1}`), "TM0008"],
  ["a million lines", new Array<string>(1_000_000).fill("{}"), "TM0003"],
  ["a line that nests deep", ["[".repeat(1_000_000)], "TM0008"],
])("%s is refused", (_, lines, code) => {
  const { value, diagnostics } = readJsonLines(linesOf(lines), defaultBounds);
  expect([value, diagnostics.at(-1)?.code]).toEqual([null, code]);
});

it("a finding stands at the value of its key, behind any other key that is written so", () => {
  const source = linesOf(['{"comments": "\\"technique_id\\": 1", "technique_id": "T1"}', '{"comments": "x"}']);
  const { value: read } = readJsonLines(source, defaultBounds);
  if (read === null) throw new Error("it is read");
  const layout = {
    id: "own",
    columns: new Map([["attack_object_id", "technique_id"]] as const),
    constants: new Map(),
    references: "any",
  } as const;
  const pointers = ["/mapping_objects/0/attack_object_id", "/mapping_objects/1/attack_object_id"];
  expect([...cellPlaces(source, { read, layout }, pointers).values()]).toEqual([
    { line: 1, column: 53 },
    { line: 2, column: 1 },
  ]);
});
