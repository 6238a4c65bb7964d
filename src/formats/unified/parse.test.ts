import { describe, expect, it } from "vitest";
import { detectUnified } from "./detect.js";
import { parseUnified } from "./parse.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string, file = "own.json") => parseUnified(bytes(text), file);

const row = {
  capability_id: "AC-2",
  capability_description: "Account Management",
  mapping_type: "mitigates",
  attack_object_id: "T1078",
  attack_object_name: "Valid Accounts",
  capability_group: "AC",
  references: ["https://example.org/"],
  status: "complete",
};

const metadata = {
  mapping_version: "1",
  technology_domain: "enterprise",
  attack_version: "16.1",
  mapping_framework: "own",
  mapping_framework_version: "1.0",
  author: null,
  contact: "",
  creation_date: "01/02/2025",
  last_update: "01/03/2025",
  mapping_types: { mitigates: { name: "Mitigates", description: "" } },
  capability_groups: { AC: "Access Control" },
};

const text = (rows: readonly unknown[], own: object = metadata) =>
  `${JSON.stringify({ metadata: own, mapping_objects: rows }, null, 2)}\n`;

describe("parseUnified reads", () => {
  it("metadata and rows as authored: absent, null and empty stay apart", () => {
    const { value, diagnostics } = parse(text([row, { ...row, comments: "", references: null, related_score: null }]));
    expect(diagnostics).toEqual([]);
    expect(value?.metadata).toMatchObject({
      author: null,
      contact: "",
      organization: undefined,
      attackVersion: "16.1",
    });
    expect(value?.metadata.mappingTypes.get("mitigates")).toMatchObject({ name: "Mitigates", description: "" });
    expect([...(value?.metadata.capabilityGroups ?? [])]).toEqual([["AC", "Access Control"]]);
    expect(value?.rows[0]).toMatchObject({ capabilityId: "AC-2", comments: undefined, relatedScore: undefined });
    expect(value?.rows[1]).toMatchObject({ comments: "", references: null, relatedScore: null });
  });

  it("unknown keys, kept where they stood", () => {
    const { value, diagnostics } = parse(
      `${JSON.stringify({ notes: [1], metadata: { ...metadata, reviewer: "me" }, mapping_objects: [{ ...row, weight: { a: 1 } }] })}\n`,
    );
    expect(diagnostics).toEqual([]);
    expect([...(value?.extra ?? [])]).toEqual([["notes", [1]]]);
    expect([...(value?.metadata.extra ?? [])]).toEqual([["reviewer", "me"]]);
    expect([...(value?.rows[0]?.extra ?? [])]).toEqual([["weight", { a: 1 }]]);
  });

  it("a file of the editor that has no rows yet", () => {
    const { value } = parse(`${JSON.stringify({ metadata: { mapping_framework: "", mapping_types: {} } })}\n`);
    expect(value).toMatchObject({ serialisation: "J3", rows: [] });
  });

  it("null in place of rows, and says so", () => {
    const { value, diagnostics } = parse(`${JSON.stringify({ metadata, mapping_objects: null })}\n`);
    expect(value?.rows).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: "TM1001",
        message: "mapping_objects is null, not a list.",
        place: { pointer: "/mapping_objects", line: 1 },
      },
    ]);
  });

  it("YAML like JSON, versions and dates as text", () => {
    const yaml =
      "mapping_objects:\n- capability_id: AC-2\n  attack_object_id: T1078\n  mapping_type: mitigates\n  references: []\n" +
      "metadata:\n  attack_version: 16.10\n  mapping_framework: own\n  mapping_framework_version: 1.4.0\n  creation_date: 01/02/2025\n";
    const { value, diagnostics } = parse(yaml, "own.yaml");
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      serialisation: "J4",
      metadata: { attackVersion: "16.10", mappingFrameworkVersion: "1.4.0", creationDate: "01/02/2025" },
      rows: [{ capabilityId: "AC-2", references: [], status: undefined }],
    });
    expect(parse(yaml, "no-extension").value?.rows.length).toBe(1);
  });
});

describe("the serialisation is", () => {
  const { capability_groups: _, ...old } = metadata;
  const { capability_group: group, ...bare } = row;
  const { status: __, ...stateless } = row;
  const list = {
    ...old,
    mapping_types: [{ id: "5ba1", name: "mitigates", description: "" }],
    groups: [{ id: "AC", name: "Access Control" }],
  };

  it.each([
    ["J0", text([{ ...bare, group }], list)],
    ["J1", text([{ ...bare, group }], { ...old, groups: { AC: "Access Control" } })],
    ["J2", text([{ comments: "", ...row }])],
    ["J3", text([row])],
    ["J4", text([stateless])],
    ["J5", `${JSON.stringify({ mapping_objects: [stateless] })}\n`],
  ])("%s", (serialisation, written) => {
    const { value, diagnostics } = parse(written);
    expect(diagnostics).toEqual([]);
    expect(value?.serialisation).toBe(serialisation);
    expect(value?.rows[0]?.capabilityGroup).toBe("AC");
    expect(value?.rows[0]?.extra.size).toBe(0);
    expect([...(value?.metadata.capabilityGroups ?? [])]).toEqual(
      serialisation === "J5" ? [] : [["AC", "Access Control"]],
    );
    if (serialisation === "J0") expect([...(value?.metadata.mappingTypes.keys() ?? [])]).toEqual(["5ba1"]);
  });
});

describe("parseUnified tells, with line and column,", () => {
  it.each([
    ["a number for a text", text([{ ...row, capability_id: 5 }]), "/mapping_objects/0/capability_id 24:24"],
    ["an object for a text", text([{ ...row, comments: {} }]), "/mapping_objects/0/comments 34:19"],
    ["a text for references", text([{ ...row, references: "x" }]), "/mapping_objects/0/references 30:21"],
    ["a number among references", text([{ ...row, references: [1] }]), "/mapping_objects/0/references/0 31:9"],
    ["a row that is none", text([row, "x"]), "/mapping_objects/1 35:5"],
    [
      "a nameless group",
      text([row], { ...metadata, capability_groups: { AC: 1 } }),
      "/metadata/capability_groups/AC 19:13",
    ],
  ])("%s", (_name, written, expected) => {
    const { value, diagnostics } = parse(written);
    expect(value).not.toBeNull();
    const places = diagnostics.map(({ place }) => `${place.pointer} ${place.line}:${place.column}`);
    expect(places).toEqual([expected]);
    expect(diagnostics).toMatchObject([{ code: "TM1001", severity: "error" }]);
  });

  it("a repeated key, and keeps the last", () => {
    const { value, diagnostics } = parse(text([row]).replace('"status": "complete"', '"status": "x",\n"status": "y"'));
    expect(value?.rows[0]?.status).toBe("y");
    expect(diagnostics).toMatchObject([
      { code: "TM1002", place: { pointer: "/mapping_objects/0/status", line: 34, column: 1 } },
    ]);
    expect(diagnostics[0]?.message).toContain("lines 33 and 34");
  });

  it("a repeated key inside of what it does not know, and in YAML", () => {
    const inside = text([{ ...row, own: { a: 1 } }]).replace('"a": 1', '"a": 1, "a": 1');
    expect(parse(inside).diagnostics).toMatchObject([
      { code: "TM1002", place: { pointer: "/mapping_objects/0/own/a" } },
    ]);
    const yaml = "mapping_objects:\n- comments: a\n  comments: b\n";
    expect(parse(yaml, "own.yml").diagnostics).toMatchObject([{ code: "TM1002", place: { line: 3, column: 3 } }]);
  });

  it("a missing last line break", () => {
    expect(parse(text([row]).trimEnd()).diagnostics).toMatchObject([{ code: "TM1007", severity: "note" }]);
  });

  it("of one trouble a hundred, then how many more", () => {
    const { diagnostics } = parse(text(Array.from({ length: 250 }, () => ({ ...row, comments: 1 }))));
    expect(diagnostics.length).toBe(101);
    expect(diagnostics.at(-1)?.message).toContain("150 more of TM1001");
  });
});

describe("detectUnified", () => {
  it("knows its files", () => {
    expect(detectUnified(bytes(text([row])), "a.json")).toBe(1);
    expect(detectUnified(bytes("mapping_objects:\n- attack_object_id: T1\n  mapping_type: x\n"), "a.yaml")).toBe(1);
    expect(detectUnified(bytes('{"mapping_objects": []}'), "a.json")).toBe(0.5);
    expect(detectUnified(bytes('{"objects": []}'), "a.json")).toBe(0);
    expect(detectUnified(bytes(text([row])), "a.csv")).toBe(0);
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...text([row])].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    expect(detectUnified(utf16, "a.json")).toBe(1);
  });
});
