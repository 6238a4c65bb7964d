/** Mapping files written in other formats: what comes out, what is said to be lost, and that nothing is ever replaced unasked. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { zipOf } from "../zip-made.js";
import { temporaryFolder, tidemap } from "./fake-host.js";
import { ownSet } from "./own-set.js";

let folder: ReturnType<typeof temporaryFolder>;
let own = "";

beforeEach(() => {
  folder = temporaryFolder();
  own = write("own.json", ownSet(3));
});
afterEach(() => folder.remove());

function write(name: string, value: unknown): string {
  const path = join(folder.path, name);
  writeFileSync(path, typeof value === "string" ? value : `${JSON.stringify(value, null, 2)}\n`);
  return path;
}

const convert = (...words: readonly string[]) => tidemap(folder.path, ["convert", ...words]);
const at = (...names: readonly string[]) => join(folder.path, ...names);

it("a file where a folder is needed is told, and stays", async () => {
  const taken = write("taken", "words");
  const { code, err } = await convert(own, "--to", "csv,jsonl", "--out", taken);
  expect([code, readFileSync(taken, "utf8")]).toEqual([1, "words"]);
  expect(err).toMatch(/taken is a file, and a folder is needed there.*\(TM5044\)/s);
});

describe("for other programs", () => {
  it("a STIX bundle links to the release's own technique, and comes back as the rows it was made of", async () => {
    await convert(own, "--to", "stix", "--out", at("own.stix.json"));
    const { objects } = JSON.parse(readFileSync(at("own.stix.json"), "utf8"));
    const relation = objects.find(({ type }: { type: string }) => type === "relationship");
    // T1550.001 in the publisher's bundles.
    expect(relation.target_ref).toBe("attack-pattern--f005e783-57d4-4837-88ad-dbe7faee1c51");
    const back = await convert(at("own.stix.json"), "--to", "jsonl");
    const rows = await convert(own, "--to", "jsonl");
    expect(back.out).toBe(rows.out);
  });

  it("a layer scores capabilities, or ratings when asked", async () => {
    const { out } = await convert(own, "--to", "layer");
    expect(JSON.parse(out).techniques).toMatchObject([{ techniqueID: "T1550.001", score: 3 }]);
    expect(await convert(own, "--to", "layer", "--metric", "rows")).toMatchObject({ code: 2 });
    expect(await convert(own, "--to", "csv", "--metric", "rating")).toMatchObject({ code: 2 });
  });
});

describe("files from before the unified format", () => {
  it("are put together, from a folder, under the name that published sets have", async () => {
    mkdirSync(at("raw", "aws"), { recursive: true });
    const control = (name: string) =>
      `version: 1\nATT&CK version: 9\ncreation date: 04/02/2021\nname: ${name}\nplatform: AWS\ndescription: x\ntechniques:\n  - {id: T1078, name: Valid Accounts, technique-scores: [{category: Detect, value: Partial}]}\n`;
    write("raw/aws/Guard.yaml", control("Own Guard"));
    write("raw/aws/Door.yaml", control("Own Door"));
    write("raw/readme.txt", "nothing");
    const { code, err } = await convert(at("raw"), "--to", "json", "--out", at("out/"));
    expect([code, readdirSync(at("out", "aws"))]).toEqual([0, ["aws-09.21.2021_attack-9.0-enterprise.json"]]);
    expect(err).toMatch(/Skipped in .*: 1 \(readme\.txt\)\./);
    const file = JSON.parse(readFileSync(at("out", "aws", "aws-09.21.2021_attack-9.0-enterprise.json"), "utf8"));
    expect(file.mapping_objects).toMatchObject([{ capability_id: "own_door" }, { capability_id: "own_guard" }]);
    expect(file.controls).toHaveLength(2);
  });

  it("that cannot be read end the command, and nothing is written", async () => {
    write("cve.csv", "CVE ID,Primary Impact,Else\r\nCVE-2020-1,T1059,\r\n");
    const { code, err } = await convert(at("cve.csv"), "--to", "json", "--out", at("out.json"));
    expect([code, existsSync(at("out.json"))]).toEqual([1, false]);
    expect(err).toMatch(/no column "Secondary Impact".*\(TM0008\)/s);
  });
});

describe("one file", () => {
  it("goes to standard output, and what the format has no room for to stderr", async () => {
    const { code, out, err } = await convert(own, "--to", "csv");
    expect(code).toBe(0);
    const lines = out.split("\r\n");
    expect(lines).toHaveLength(5); // a head, three rows, and the end of the last line
    expect(lines[0]).toMatch(/^framework,framework_version,attack_version,domain,capability_id,/);
    expect(lines[1]).toMatch(/^acme,2,16\.1,enterprise,door-0,Door 0,doors,Doors,mitigates,mitigates,T1550\.001,/);
    expect(err).toMatch(/^Not in it: who made the file/);
  });

  it("becomes the file that --out names", async () => {
    expect(await convert(own, "--to", "jsonl", "--out", at("rows.jsonl"))).toMatchObject({ code: 0, out: "" });
    const [first = ""] = readFileSync(at("rows.jsonl"), "utf8").split("\n");
    expect(JSON.parse(first)).toMatchObject({ technique_id: "T1550.001", references: [], score_value: null });
  });

  it("goes through YAML and comes back byte for byte", async () => {
    await convert(own, "--to", "yaml", "--out", at("own.yaml"));
    const back = await convert(at("own.yaml"), "--to", "json");
    expect(JSON.parse(back.out)).toEqual(ownSet(3));
  });

  it("becomes a workbook, which is no text for a terminal", async () => {
    expect(await convert(own, "--to", "xlsx")).toMatchObject({ code: 2, out: "" });
    await convert(own, "--to", "xlsx", "--out", at("own.xlsx"));
    expect(readFileSync(at("own.xlsx")).subarray(0, 2).toString()).toBe("PK");
  });

  it("may be cut down to rows that fit", async () => {
    const { out } = await convert(
      own,
      "--to",
      "jsonl",
      "--filter",
      "capability=door-1, capability=DOOR-2,technique=t1550.001",
    );
    expect(out.trimEnd().split("\n")).toHaveLength(2);
    expect((await convert(own, "--to", "jsonl", "--filter", "group=nothing")).out).toBe("");
  });
});

describe("a filter", () => {
  it("says which of its values no row has, beside others that rows have", async () => {
    const { code, out, err } = await convert(own, "--to", "jsonl", "--filter", "capability=door-1,capability=dor-2");
    expect([code, out.trimEnd().split("\n").length]).toEqual([0, 1]);
    expect(err).toContain('No row has the capability "dor-2". Did you mean door-2');
    expect(err).not.toContain('"door-1"');
    expect((await convert(own, "--to", "jsonl", "--quiet", "--filter", "group=nothing")).err).toBe("");
  });

  it("with a function or a baseline that is none is refused", async () => {
    for (const [words, known] of [
      ["function=detct", "protect, detect, respond"],
      ["baseline=lowest", "low, moderate, high, privacy"],
    ] as const) {
      const { code, out, err } = await convert(own, "--to", "csv", "--filter", words);
      expect([code, out, err]).toEqual([2, "", expect.stringContaining(`(TM5045)\nThere are ${known}.`)]);
    }
  });

  it("asks for techniques as they are after they were carried", async () => {
    const file = ownSet(1) as { mapping_objects: Record<string, unknown>[] };
    Object.assign(file.mapping_objects[0] ?? {}, { attack_object_id: "T1562.001" });
    const old = write("old.json", file);
    const words = ["--to", "jsonl", "--aligned-to", "19.0", "--filter"];
    expect((await convert(old, ...words, "technique=T1685")).err).not.toContain("No row has");
    expect((await convert(old, ...words, "technique=T1562.001")).err).toContain('No row has the technique "T1562.001"');
  });
});

describe("a folder", () => {
  it("keeps its folders, and skips what is no mapping file", async () => {
    mkdirSync(at("sets/deep"), { recursive: true });
    write("sets/a.json", ownSet(1));
    write("sets/deep/a.json", ownSet(2));
    write("sets/readme.txt", "no mapping file");
    const said = await convert(at("sets"), "--to", "csv", "--out", at("out"));
    expect(said).toMatchObject({ code: 0, out: "" });
    expect(readdirSync(at("out"), { recursive: true }).sort()).toEqual(["a.csv", "deep", "deep/a.csv"]);
  });
});

describe("tables in a folder", () => {
  beforeEach(async () => {
    mkdirSync(at("sets/deep"), { recursive: true });
    write("sets/own.json", ownSet(2));
    await convert(own, "--to", "xlsx", "--out", at("sets/deep/book.xlsx"));
    write("sets/rows.csv", (await convert(own, "--to", "csv")).out);
    write("sets/other.csv", "Control,Technique\nA,T1059\n");
  });

  it.each(["convert", "validate"])("are read where their columns are known, others named: %s", async (command) => {
    const more = command === "convert" ? ["--to", "jsonl", "--out", at("out")] : ["--json"];
    const { code, out, err } = await tidemap(folder.path, [command, at("sets"), ...more]);
    expect(err).toContain(
      `Skipped in ${at("sets")}, no mapping files: 1 (other.csv). Name a file to have it looked at.`,
    );
    if (command === "convert") {
      expect(code).toBe(0);
      expect(readdirSync(at("out"), { recursive: true }).sort()).toEqual([
        "deep",
        "deep/book.jsonl",
        "own.jsonl",
        "rows.jsonl",
      ]);
    } else expect(JSON.parse(out).summary).toMatchObject({ files: 3, rows: 8 });
  });

  it("are read where a map names their columns", async () => {
    const map = "capability_id=Control,attack_object_id=Technique";
    const { err } = await convert(at("sets"), "--to", "jsonl", "--out", at("out"), "--map", map);
    expect(err).toContain("no mapping files: 2 (deep/book.xlsx, rows.csv)");
    expect(readdirSync(at("out")).sort()).toEqual(["other.jsonl", "own.jsonl"]);
  });

  it("that would become the same file as a mapping file beside them are told by name", async () => {
    write("sets/own.csv", (await convert(own, "--to", "csv")).out);
    const { code, err } = await convert(at("sets"), "--to", "jsonl", "--out", at("out"));
    expect([code, existsSync(at("out"))]).toEqual([1, false]);
    expect(err).toContain(`${at("sets/own.csv")} would both become ${at("out/own.jsonl")}`);
  });

  it("alone, none of them known, are no mapping files", async () => {
    mkdirSync(at("logs"));
    write("logs/log.csv", "time,words\n1,2\n");
    const { code, err } = await convert(at("logs"), "--to", "json");
    expect(code).toBe(1);
    expect(err).toMatch(/holds no mapping file\. \(TM3063\)\n.*tables \(CSV, XLSX, JSON Lines\)/);
  });
});

it.each([
  [["", "--to", "csv"], "A path is given with nothing in it. (TM5010)"],
  [["--to", "csv", "--split", "foo"], 'Rows have no field "foo" to be split by. (TM5045)\n--split takes framework, '],
  [["--to", "csv", "--jobs", "7"], '--jobs takes 0 or 1, not "7". (TM7006)'],
] as const)("wrong words are told as what they are: %j", async (words, said) => {
  const { code, out, err } = await convert(...words, own);
  expect([code, out, err]).toEqual([2, "", expect.stringContaining(said)]);
});

describe("nothing is written", () => {
  it("over a file that is there, unless told to", async () => {
    write("taken.csv", "mine");
    expect(await convert(own, "--to", "csv", "--out", at("taken.csv"))).toMatchObject({ code: 1, out: "" });
    expect(readFileSync(at("taken.csv"), "utf8")).toBe("mine");
    await convert(own, "--to", "csv", "--out", at("taken.csv"), "--force");
    expect(readFileSync(at("taken.csv"), "utf8")).toMatch(/^framework,/);
  });

  it("where one of several files cannot be read, or two would become one", async () => {
    const broken = write("broken.json", '{ "metadata": {');
    expect(await convert(own, broken, "--to", "csv", "--out", at("out"))).toMatchObject({ code: 1, out: "" });
    mkdirSync(at("other"));
    const twin = write("other/own.json", ownSet(1));
    expect((await convert(own, twin, "--to", "csv", "--out", at("out"))).err).toContain("TM5044");
    expect(existsSync(at("out"))).toBe(false);
  });

  it.each([
    [["--to", "csv"], "TM5040"],
    [["FILE"], "TM5041"],
    [["FILE", "--to", "cvs"], "TM5041"],
    [["FILE", "--to", "csv", "--style", "editor"], "TM5042"],
    [["FILE", "FILE", "--to", "csv"], "TM5043"],
    [["FILE", "--to", "csv", "--filter", "colour=red"], "TM5045"],
  ])("where it was asked wrongly: %j", async (words, code) => {
    const said = await convert(...words.map((word) => (word === "FILE" ? own : word)));
    expect(said).toMatchObject({ code: 2, out: "" });
    expect(said.err).toContain(code);
  });
});

describe("tables", () => {
  it("of ours come back as they were", async () => {
    for (const format of ["csv", "xlsx", "jsonl"]) {
      await convert(own, "--to", format, "--out", at(`own.${format}`));
      const back = await convert(at(`own.${format}`), "--to", "csv");
      expect([format, back.code, back.out]).toEqual([format, 0, (await convert(own, "--to", "csv")).out]);
    }
  });

  it("that are workbooks of ours say who made the file, and are read back with it", async () => {
    const written = await convert(own, "--to", "xlsx", "--out", at("own.xlsx"));
    expect(written.err).not.toContain("who made the file");
    const fields = ["author", "contact", "organization", "creation_date", "last_update", "mapping_version"];
    const made = (text: string) => fields.map((field) => JSON.parse(text).metadata[field] || "");
    expect(made((await convert(at("own.xlsx"), "--to", "json")).out)).toEqual(made(readFileSync(own, "utf8")));
    await convert(own, "--to", "xlsx", "--compat", "editor", "--out", at("editor.xlsx"));
    expect(await convert(at("editor.xlsx"), "--to", "json")).toMatchObject({ code: 0 });
  });

  it("of other columns are refused with the map that they suggest, which then reads them", async () => {
    const table = write("controls.csv", 'Control ID,Technique ID,Notes\nC-1,T1078,"a, b"\n');
    const { code, err } = await convert(table, "--to", "json");
    expect(code).toBe(1);
    const [, map = ""] = /--map '([^']+)'/.exec(err) ?? [];
    expect(map).toBe('capability_id="Control ID",attack_object_id="Technique ID",comments=Notes');
    const read = await convert(table, "--to", "json", "--map", `${map},mapping_framework==acme`);
    const file = JSON.parse(read.out);
    expect(file.metadata.mapping_framework).toBe("acme");
    expect(file.mapping_objects).toMatchObject([{ capability_id: "C-1", attack_object_id: "T1078", comments: "a, b" }]);
    expect(await convert(table, "--to", "json", "--map", "nonsense")).toMatchObject({ code: 2 });
  });
});

it("a head of a megabyte is cut where it is quoted", async () => {
  const table = write("long.csv", `${"x".repeat(900_000)},${"y,".repeat(1000)}z\n1,2\n`);
  for (const words of [
    ["--to", "json"],
    ["--to", "json", "--map", "capability_id=a,attack_object_id=b"],
  ]) {
    const { code, err } = await convert(table, ...words);
    expect([code, err.length < 2000]).toEqual([1, true]);
    expect(err).toMatch(/and 972 more/);
  }
});

it("help lists the fields that columns may have", async () => {
  for (const command of ["convert", "validate"])
    expect((await tidemap(folder.path, ["help", command])).out).toMatch(/capability_id,\s.*attack_object_id,\s/s);
});

describe("archives", () => {
  const zipped = (name: string, files: readonly (readonly [string, string])[]) => {
    const made = files.map(([path, text]) => ({ name: path, body: new TextEncoder().encode(text) }));
    writeFileSync(at(name), zipOf(made));
    return at(name);
  };
  const text = JSON.stringify(ownSet(2));

  it("are read as folders are, and keep their folders", async () => {
    const zip = zipped("own.zip", [
      ["a/one.json", text],
      ["b/two.json", text],
      ["readme.txt", "words"],
    ]);
    const { code, err } = await convert(zip, "--to", "csv", "--out", at("out"));
    expect(code).toBe(0);
    expect([existsSync(at("out", "a", "one.csv")), existsSync(at("out", "b", "two.csv"))]).toEqual([true, true]);
    expect(err).toMatch(/Skipped in .*own\.zip, no mapping files: 1 \(.*readme\.txt\)\./);
    expect(await tidemap(folder.path, ["validate", zip, "--fail-on", "never"])).toMatchObject({ code: 0 });
    expect(await tidemap(folder.path, ["validate", zip, "--fix"])).toMatchObject({ code: 1 });
  });

  it.each([
    "../up.json",
    "a/../../up.json",
    "/root.json",
    "C:/up.json",
    "a\\up.json",
    "a//b.json",
  ])("that name %s are refused whole", async (name) => {
    const zip = zipped("bad.zip", [
      ["one.json", text],
      [name, text],
    ]);
    const { code, err } = await convert(zip, "--to", "csv", "--out", at("out"));
    expect([code, existsSync(at("out"))]).toEqual([1, false]);
    expect(err).toMatch(/TM3064/);
  });

  it("without a mapping file, or broken, are told", async () => {
    expect((await convert(zipped("no.zip", [["a.txt", "x"]]), "--to", "csv")).err).toMatch(/TM3063/);
    expect((await convert(write("broken.zip", "PK"), "--to", "csv")).err).toMatch(/TM0008/);
  });

  it("that are none end every command with 1; to validate a workbook that is none is a finding", async () => {
    const junk = "PK\u0003\u0004junk";
    const [zip, xlsx] = [write("junk.zip", junk), write("junk.xlsx", junk)];
    const codeOf = async (...words: readonly string[]) => (await tidemap(folder.path, words)).code;
    expect(await codeOf("validate", zip)).toBe(1);
    expect(await codeOf("convert", zip, "--to", "csv")).toBe(1);
    expect(await codeOf("compile", "--from", zip)).toBe(1);
    expect(await codeOf("pull", "--from", zip)).toBe(1);
    expect(await codeOf("convert", xlsx, "--to", "csv")).toBe(1);
    expect(await codeOf("validate", xlsx)).toBe(3);
  });
});

describe("rows chosen, carried and parted", () => {
  const rows = (out: string) =>
    out
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Record<string, string>);

  it("a file carried to another release says what became of its rows, and loses none", async () => {
    const file = ownSet(3) as { mapping_objects: Record<string, unknown>[] };
    const [first, second, third] = file.mapping_objects;
    Object.assign(first ?? {}, { attack_object_id: "T1562.001", attack_object_name: "Disable or Modify Tools" });
    // Of another domain: lineage knows no such technique here.
    Object.assign(second ?? {}, { attack_object_id: "T1626", attack_object_name: "Abuse" });
    Object.assign(third ?? {}, { status: "in_progress" });
    const { out, err, code } = await convert(write("old.json", file), "--to", "jsonl", "--aligned-to", "19.0");
    expect(code).toBe(0);
    expect(err).toMatch(/: 3 rows to ATT&CK 19\.0: 1 rewritten, 1 decision, 1 unchanged\. .*1 row\b/);
    const said = rows(out).map((row) => [row.technique_id, row.attack_version, row.status, row.authored_technique_id]);
    expect(said).toEqual([
      ["T1685", "19.0", "version_changed", "T1562.001"],
      ["T1626", "16.1", "version_changed", "T1626"],
      ["T1550.001", "19.0", "in_progress", "T1550.001"],
    ]);
  });

  it("the technique of the authored row stands behind all columns, and only where rows were carried", async () => {
    const head = async (...words: readonly string[]) =>
      (await convert(own, "--to", "csv", ...words)).out.split("\r\n")[0];
    expect(await head("--aligned-to", "19.0")).toBe(`${await head()},authored_technique_id`);
    await convert(own, "--to", "csv", "--aligned-to", "19.0", "--out", at("carried.csv"));
    const back = await convert(at("carried.csv"), "--to", "jsonl");
    expect(back.err).not.toContain("No field is called");
    expect(rows(back.out)).toMatchObject([{ technique_id: "T1550.001" }, {}, {}]);
  });

  it("layers say what was done to their rows: carried, chosen, or nothing", async () => {
    const about = async (...words: readonly string[]) =>
      (JSON.parse((await convert(own, "--to", "layer", ...words)).out) as { readonly description: string }).description;
    expect(await about()).toContain("As authored on ATT&CK 16.1.");
    expect(await about("--aligned-to", "19.0", "--filter", "group=doors")).toContain(
      "Authored on ATT&CK 16.1, carried along lineage to 19.0, a derived release. Only rows with group=doors.",
    );
  });

  it("a layer of it leaves out what stands on another release, and says so", async () => {
    const file = ownSet(2) as { mapping_objects: Record<string, unknown>[] };
    Object.assign(file.mapping_objects[0] ?? {}, { attack_object_id: "T1626" });
    const { out, err } = await convert(write("old.json", file), "--to", "layer", "--aligned-to", "18.1");
    expect(JSON.parse(out).techniques).toMatchObject([{ techniqueID: "T1550.001", score: 1 }]);
    expect(err).toContain("1 row on another release");
  });

  it("mappings without a release become notes in STIX, and are counted", async () => {
    const table = write("controls.csv", "Control,Technique\nAC-2,T1059\nAC-3,T1078\nAC-4,\n");
    const map = "capability_id=Control,attack_object_id=Technique";
    const { out, err } = await convert(table, "--to", "stix", "--map", map);
    expect(err).toContain("Not in it: 2 mappings as relationships: the file names no ATT&CK release (attack_version)");
    expect(out).not.toContain('"relationship"');
    const said = await convert(
      table,
      "--to",
      "stix",
      "--map",
      `${map},attack_version==16.1,technology_domain==enterprise`,
    );
    expect(said.err).not.toContain("as relationships");
    expect(said.out.match(/"type": "relationship"/g)).toHaveLength(2);
  });

  it("rows of each class and those without a technique add up", async () => {
    const asked = [
      "csa_ccm/4.1/17.1/enterprise",
      "--to",
      "csv",
      "--aligned-to",
      "19.0",
      "--out",
      join(folder.path, "csa.csv"),
    ];
    const { err } = await tidemap(folder.path, ["export", ...asked]);
    const [, all, words = ""] = /: ([\d,]+) rows to ATT&CK 19\.0: ([^.]+)\./.exec(err) ?? [];
    const parts = words.split(", ").map((part) => Number.parseInt(part, 10));
    expect(words).toContain("148 without a technique");
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Number(all));
  });

  it("releases that are not loaded are told", async () => {
    expect(await convert(own, "--to", "csv", "--aligned-to", "16.9")).toMatchObject({ code: 1, out: "" });
    const strange = write("strange.json", {
      ...ownSet(1),
      metadata: { ...Object(ownSet(1).metadata), attack_version: "99.1" },
    });
    const { code, err } = await convert(strange, "--to", "csv", "--aligned-to", "18.1");
    expect([code, err]).toEqual([1, expect.stringContaining("TM5048")]);
  });

  it("a file a value, named after it, never beyond its folder", async () => {
    const file = ownSet(2) as { mapping_objects: Record<string, unknown>[] };
    Object.assign(file.mapping_objects[0] ?? {}, { capability_group: "../../doors" });
    Object.assign(file.mapping_objects[1] ?? {}, { capability_group: null });
    const { code } = await convert(write("own2.json", file), "--to", "csv", "--split", "group", "--out", at("parts"));
    expect([code, readdirSync(at("parts")).sort()]).toEqual([0, ["own2.__.._doors.csv", "own2.none.csv"]]);
  });

  it("controls of a baseline, by name or by an OSCAL profile", async () => {
    const file = ownSet(2) as { metadata: Record<string, unknown>; mapping_objects: Record<string, unknown>[] };
    Object.assign(file.metadata, { mapping_framework: "nist_800_53", mapping_framework_version: "rev5" });
    Object.assign(file.mapping_objects[0] ?? {}, { capability_id: "AC-02" });
    Object.assign(file.mapping_objects[1] ?? {}, { capability_id: "AC-16" });
    const nist = write("nist.json", file);
    const kept = async (baseline: string) =>
      rows((await convert(nist, "--to", "jsonl", "--baseline", baseline)).out).map((row) => row.capability_id);
    const profile = (ids: readonly string[], more = {}) =>
      write("profile.json", {
        profile: { imports: [{ href: "#x", "include-controls": [{ "with-ids": ids, ...more }] }] },
      });
    expect(await kept("low")).toEqual(["AC-02"]);
    expect(await kept("PRIVACY")).toEqual([]);
    // An enhancement that is owned does not own its control.
    expect(await kept(profile(["ac-16", "ac-2.1"]))).toEqual(["AC-16"]);
    expect(
      await convert(nist, "--to", "csv", "--baseline", profile([], { matching: [{ pattern: "ac-*" }] })),
    ).toMatchObject({
      code: 1,
      err: expect.stringContaining("TM0011"),
    });
    expect(await convert(nist, "--to", "csv", "--baseline", "lowest")).toMatchObject({ code: 2 });
  });

  it("the layout of another program is for tables, JSON and YAML", async () => {
    const { out } = await convert(own, "--to", "csv", "--compat", "editor");
    expect(out.split("\r\n")[0]).toMatch(/^Capability Id,Capability Description,Mapping Type,Attack Object Id,/);
    const file = ownSet(3);
    Object.assign((file.mapping_objects as object[])[0] ?? {}, { score_category: "protect", score_value: "partial" });
    const scored = write("scored.json", file);
    const words = async (to: string, compat: string) => (await convert(scored, "--to", to, "--compat", compat)).out;
    expect(await words("csv", "editor")).toContain(",Protect,Partial,");
    expect(await words("yaml", "editor")).toMatch(/score_category: Protect\n +score_value: Partial\n/);
    expect(await words("csv", "mapex")).toContain(",protect,partial,");
    const yaml = await convert(own, "--to", "yaml", "--compat", "editor");
    expect(yaml.out).toMatch(/^mapping_objects:\n {2}- capability_id: /);
    expect(yaml.out).not.toMatch(/status|metadata/);
    expect(yaml.err).toContain("statuses");
    expect(await convert(own, "--to", "stix", "--compat", "mapex")).toMatchObject({ code: 2 });
    expect(await convert(own, "--to", "csv", "--compat", "word")).toMatchObject({ code: 2 });
  });
});
