import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameworkOf } from "../../model/framework.js";
import { defaultBounds } from "../format.js";
import { writeXlsx } from "../table/xlsx.js";
import { gatherFiles, gatheringFormatOf, gatheringFormats } from "./registry.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const source = (path: string, text: string) => ({ path, bytes: bytesOf(text) });
const codes = async (sources: Parameters<typeof gatherFiles>[0]) =>
  (await gatherFiles(sources, defaultBounds)).flatMap(({ parsed }) => parsed.diagnostics.map(({ code }) => code));

const control = (name: string, more: string) =>
  `version: 1\nATT&CK version: 9\ncreation date: 4/2/2021\nname: ${name}\nplatform: AWS\n${more}`;

/** Small documents of each format, by the name that tells it. */
const samples = {
  "guard.yaml": control(
    "Own Guard",
    "techniques:\n  - id: T1078\n    name: N\n    technique-scores:\n      - {category: Detect, value: Partial}\n",
  ),
  "veris.json":
    '{"metadata":{"veris_version":"1.3.5","attack_version":"9.0"},"attack_to_veris":{"T1047":{"name":"N","veris":["action.a.variety.\\"\\".B"]}}}',
  "cve.csv":
    "CVE ID,Primary Impact,Secondary Impact,Exploitation Technique,Uncategorized,Phase\r\nCVE-2020-1,T1059; T1078 ,,T1190,,Phase 1\r\n",
} as const;

describe("a document of an older format", () => {
  it("of a cloud control: a row a score, then one a sub-technique and score; without techniques one that says why", async () => {
    const subs = `techniques:
  - id: T1078
    name: Valid Accounts
    technique-scores:
      - {category: Detect, value: Partial, comments: one}
    sub-techniques-scores:
      - sub-techniques: [{id: T1078.001, name: A}, {id: T1078.004, name: B}]
        scores: [{category: Detect, value: Minimal}, {category: Respond, value: Significant}]
references: ["https://example.org/"]
`;
    const [gathered] = await gatherFiles(
      [
        source("b.yaml", control("Own Guard", subs)),
        source("a.yaml", control("Own Door", "techniques: []\ncomments: out of scope\ntags: [Door]\n")),
      ],
      defaultBounds,
    );
    expect(gathered?.name).toBe("aws-09.21.2021_attack-9.0-enterprise");
    const { rows = [], extra = new Map() } = gathered?.parsed.value ?? {};
    expect(
      rows.map((row) => [
        row.attackObjectId,
        row.scoreCategory,
        row.scoreValue,
        row.relatedScore,
        row.references?.length ?? null,
      ]),
    ).toEqual([
      ["T1078", "detect", "partial", "", 1],
      ["T1078.001", "detect", "minimal", "T1078", 0],
      ["T1078.001", "respond", "significant", "T1078", 0],
      ["T1078.004", "detect", "minimal", "T1078", 0],
      ["T1078.004", "respond", "significant", "T1078", 0],
      [null, null, null, null, null],
    ]);
    expect(rows.at(-1)).toMatchObject({ capabilityId: "own_door", status: "non_mappable", comments: "out of scope" });
    expect(extra.get("controls")).toMatchObject([{ id: "own_guard" }, { id: "own_door", tags: ["Door"] }]);
  });

  it("of a cloud control is dated by days that there are", async () => {
    const text = control("Own Guard", "last update: 02/30/2022\ntechniques: []\n");
    const [gathered] = await gatherFiles([source("a.yaml", text)], defaultBounds);
    expect(gathered?.parsed.value?.metadata).toMatchObject({ creationDate: "04/02/2021", lastUpdate: "04/02/2021" });
  });

  it("of VERIS drops parts without a name, and says which tables are missing", async () => {
    const [gathered] = await gatherFiles([source("veris.json", samples["veris.json"])], defaultBounds);
    expect(gathered?.parsed.value?.rows[0]?.capabilityId).toBe("action.a.variety.B");
    expect(gathered?.parsed.diagnostics.map(({ code }) => code)).toEqual(["TM0009", "TM0009"]);
  });

  it("as a workbook without the columns is refused, naming them and those that are there", async () => {
    const table = { name: "Sheet1", columns: [{ name: "Control ID" }, { name: "Else" }], rows: [["AC-1", "x"]] };
    const bytes = await writeXlsx({ title: "own", tables: [table], notes: [] });
    const [gathered] = await gatherFiles([{ path: "nist800-53-r5-9_0mappings.xlsx", bytes }], defaultBounds);
    expect(gathered?.parsed.value).toBeNull();
    expect(gathered?.parsed.diagnostics[0]).toMatchObject({
      code: "TM0008",
      message: expect.stringMatching(/"Technique ID"/),
      hint: expect.stringMatching(/"Else"/),
    });
  });

  it.each([
    ["a workbook that is none", source("nist800-53-r5-9_0mappings.xlsx", "PK\u0003\u0004 no archive"), "TM0008"],
    [
      "a table that is no UTF-8",
      { path: "cve.csv", bytes: Buffer.from(`${samples["cve.csv"]}\u00ff`, "latin1") },
      "TM0008",
    ],
    ["a document that is no YAML", source("guard.yaml", control("x", "techniques: [\n")), "TM0008"],
    ["nested too deep", source("a.yaml", control("x", `techniques: ${"[".repeat(100)}${"]".repeat(100)}\n`)), "TM0002"],
    ["a JSON cut short", source("veris.json", samples["veris.json"].slice(0, 80)), "TM0008"],
  ])("%s is a finding, never a throw", async (_, broken, code) => {
    expect(await codes([broken])).toContain(code);
  });
});

describe.each(gatheringFormats.map((format) => [format.id, format] as const))("%s", (_, format) => {
  it("takes nothing that is not its own, and reads what it takes however it is broken", async () => {
    const own = Object.entries(samples).find(([path, text]) => format.takes(bytesOf(text), path));
    for (const path of ["a.json", "a.yaml", "a.csv", "a.xlsx", "a"])
      expect(format.takes(bytesOf("lorem ipsum"), path)).toBe(false);
    const [path, text] = own ?? ["nist800-53-r5-9_0mappings.xlsx", "PK\u0003\u0004"];
    const bytes = bytesOf(text);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), fc.uint8Array({ maxLength: 8 }), async (at, put) => {
        const broken = new Uint8Array([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + put.length)]);
        const gathered = await format.gather([{ path, bytes: broken }], defaultBounds);
        for (const { parsed } of gathered)
          if (parsed.value === null) expect(parsed.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      }),
      { numRuns: Number(process.env.TIDEMAP_FUZZ_RUNS ?? 300) },
    );
  });

  it("refuses what is larger than its bounds", async () => {
    const [path, text] = Object.entries(samples).find(([name, body]) => format.takes(bytesOf(body), name)) ?? [
      "nist800-53-r5-9_0mappings.xlsx",
      "PK\u0003\u0004 more",
    ];
    const [gathered] = await format.gather([source(path, text)], { ...defaultBounds, bytes: 8 });
    expect(gathered?.parsed.diagnostics.map(({ code }) => code)).toContain("TM0001");
  });
});

it("of frameworks on both sides: what describes threats never counts as defence", async () => {
  const gathered = await gatherFiles(
    Object.entries(samples).map(([path, text]) => source(path, text)),
    defaultBounds,
  );
  const frameworks = gathered.map(({ parsed }) => frameworkOf(parsed.value?.metadata.mappingFramework ?? ""));
  expect(frameworks.map(({ id, side }) => [id, side]).sort()).toEqual([
    ["aws", "defense"],
    ["cve", "threat"],
    ["veris", "threat"],
  ]);
});

it("each kind of source is known by its name and first bytes", () => {
  const kinds = Object.entries(samples).map(([path, text]) => gatheringFormatOf(bytesOf(text), path)?.id);
  expect(kinds).toEqual(["security-stack", "veris", "cve-csv"]);
  expect(gatheringFormatOf(new Uint8Array(), "raw/nist800-53-r4-8_2mappings.xlsx")?.id).toBe("nist-xlsx");
});
