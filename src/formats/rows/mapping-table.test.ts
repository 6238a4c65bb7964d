import { describe, expect, it } from "vitest";
import { isMappingTable, isTable } from "./mapping-table.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("what has no ending is a table where its first line is a head", () => {
  it.each([
    ["capability_id,attack_object_id\nA,T1\n", true],
    ['\ufeff"Control, ours";Technique\n', true],
    ["\n\r\nControl\tTechnique\n", true],
    ['"Control: ours",Technique\n', true],
    ["Control: ours,Technique\n", false],
    ['{"a": 1, "b": 2}', false],
    ['{"capability_id": "A", "technique_id": "T1"}\n', true],
    ['{"metadata": {},\n"capability_id": "A", "technique_id": "T1"}', false],
    ["[1, 2]", false],
    ["metadata: {a: 1, b: 2}\n", false],
    ['"metadata": {a: 1, b: 2}\n', false],
    ["# rows, of ours\nmetadata:\n", false],
    ["- a, b\n", false],
    ["--- # one, two\n", false],
    ["%YAML 1.2, 3\n", false],
    ["Technique\nT1\n", false],
    ["", false],
    ["PK\u0003\u0004 xl/workbook.xml", true],
    ["PK\u0003\u0004 own.json", false],
  ])("%j: %s", (text, expected) => {
    expect(isTable({ path: "stdin", bytes: bytesOf(text) })).toBe(expected);
  });

  it("and an ending decides alone", () => {
    const [table, json] = [bytesOf("a,b\n"), bytesOf("{}")];
    expect(isTable({ path: "a.yaml", bytes: table })).toBe(false);
    expect(isTable({ path: "a.CSV", bytes: json })).toBe(true);
    expect(isTable({ path: "a.ndjson", bytes: json })).toBe(true);
    expect(isTable({ path: "./my.folder/rows", bytes: table })).toBe(true);
  });
});

describe("in a folder a table holds mappings where its columns are known", () => {
  const asks = (path: string, text: string, map?: Parameters<typeof isMappingTable>[1]) =>
    isMappingTable({ path, head: () => bytesOf(text), bytes: () => bytesOf(text) }, map);
  const map = {
    id: "map",
    columns: new Map([
      ["capability_id", "Control, ours"],
      ["attack_object_id", "Technique"],
    ] as const),
    constants: new Map(),
    references: "any",
  } as const;

  it("by its head", async () => {
    expect(await asks("a.csv", 'capability_id,technique_id\n"never closed')).toBe(true);
    expect(await asks("a.tsv", "Capability Id\tAttack Object Id\n")).toBe(true);
    expect(await asks("a.csv", "Control,Technique\n")).toBe(false);
    expect(await asks("a.csv", "")).toBe(false);
    expect(await asks("a.jsonl", '{"capability_id":"A","technique_id":"T1"}\n{never closed')).toBe(true);
    expect(await asks("events.jsonl", '{"time":1}\n')).toBe(false);
    expect(await asks("a.txt", "capability_id,technique_id\n")).toBe(false);
    expect(await asks("a.xlsx", "PK\u0003\u0004junk")).toBe(false);
  });

  it("or by a map, all of its columns", async () => {
    expect(await asks("a.csv", 'Technique,"Control, ours"\n', map)).toBe(true);
    expect(await asks("a.csv", "Technique,Control\n", map)).toBe(false);
  });
});
