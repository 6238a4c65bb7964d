/** Mapping files looked through on the command line: what is said, in which shape, and how it ends. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allRules } from "../../src/rules/registry.js";
import { temporaryFolder, tidemap } from "./fake-host.js";
import { ownSet } from "./own-set.js";

let folder: ReturnType<typeof temporaryFolder>;
let good = "";
let flawed = "";

beforeEach(() => {
  folder = temporaryFolder();
  good = write("good.json", goodSet(2));
  flawed = write("flawed.json", flawedSet());
});
afterEach(() => folder.remove());

/** Nothing to find: the own set, its mapping type described. */
function goodSet(rows: number): Record<string, unknown> {
  const set = ownSet(rows);
  const types = { mitigates: { name: "mitigates", description: "Makes it harder." } };
  return { ...set, metadata: { ...(set.metadata as object), mapping_types: types } };
}

/** One error (an unknown technique) and warnings and notes with repairs: blanks around a name, a repeated row. */
function flawedSet(): Record<string, unknown> {
  const set = goodSet(3);
  const rows = set.mapping_objects as Record<string, unknown>[];
  Object.assign(rows[0] ?? {}, { attack_object_id: "T9999" });
  Object.assign(rows[1] ?? {}, { capability_description: " Door 1 " });
  return { ...set, mapping_objects: [...rows, rows[2]] };
}

function write(name: string, value: unknown): string {
  const path = join(folder.path, name);
  writeFileSync(path, typeof value === "string" ? value : `${JSON.stringify(value, null, 2)}\n`);
  return path;
}

const validate = (...words: readonly string[]) => tidemap(folder.path, ["validate", ...words]);
const found = async (...words: readonly string[]) => {
  const { out } = await validate(...words, "--json");
  return JSON.parse(out) as { diagnostics: { code: string; file: string; severity: string }[]; summary: object };
};
const codes = async (...words: readonly string[]) => [
  ...new Set((await found(...words)).diagnostics.map(({ code }) => code)),
];

describe("how it ends", () => {
  it("0 where nothing is found, 3 where an error is, 1 where a file cannot be read, 2 where it was asked wrongly", async () => {
    expect(await validate(good)).toMatchObject({ code: 0, out: "Nothing found in 1 file, 2 rows.\n", err: "" });
    expect(await validate(good, flawed)).toMatchObject({ code: 3, err: "" });
    expect(await validate(join(folder.path, "none.json"))).toMatchObject({ code: 1, out: "" });
    for (const words of [[], [good, "--severity", "bad"], [good, "--fail-on", "x"], [good, "--rules", "TM9999"]]) {
      expect([words, await validate(...words)]).toMatchObject([words, { code: 2, out: "" }]);
    }
  });

  it("--fail-on decides what is bad enough", async () => {
    const mild = write("mild.json", { ...goodSet(1), mapping_objects: twice(goodSet(1)) });
    expect((await validate(mild)).code).toBe(0);
    expect((await validate(mild, "--fail-on", "note")).code).toBe(3);
    expect((await validate(flawed, "--fail-on", "never")).code).toBe(0);
  });

  it("a file that is none is a finding, not a crash", async () => {
    const said = await validate(write("broken.json", '{ "metadata": '));
    expect(said).toMatchObject({ code: 3, err: "" });
    expect(said.out).toMatch(/TM1001/);
  });
});

describe("a folder", () => {
  it("holds broken files too, whatever they were to be; others are counted and named", async () => {
    mkdirSync(join(folder.path, "set"));
    write("set/good.json", goodSet(2));
    write("set/broken.json", '{ "metadata": {');
    write("set/broken.yaml", "a: [");
    write("set/empty.json", "");
    write("set/other.json", { any: "thing" });
    write("set/stack.yaml", "a: !Ref b\n---\nc: d\n");
    write("set/readme.txt", "words");
    const said = await validate(join(folder.path, "set"), "--json");
    expect(said.code).toBe(3);
    const { diagnostics } = JSON.parse(said.out) as { diagnostics: { code: string; file: string }[] };
    expect(diagnostics.map(({ code, file }) => [code, file.replace(/.*[\\/]/, "")])).toEqual([
      ["TM1001", "broken.json"],
      ["TM1001", "broken.yaml"],
      ["TM1001", "empty.json"],
    ]);
    expect(said.err).toMatch(/no mapping files: 3 \(other\.json, readme\.txt, stack\.yaml\)\./);
  });

  it("whose files are all no mapping files is told", async () => {
    mkdirSync(join(folder.path, "set"));
    write("set/other.json", { any: "thing" });
    const said = await validate(join(folder.path, "set"));
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toMatch(/TM3063/);
  });
});

function twice(set: Record<string, unknown>): unknown {
  const rows = set.mapping_objects as unknown[];
  return [...rows, ...rows];
}

it("a table in the publisher's layout is not told that names are no ids, and types not declared", async () => {
  const head = "mapping_framework,mapping_framework_version,attack_version,technology_domain,capability_group";
  const rows =
    "nist_800_53,rev5,16.1,enterprise,Access Control,AC-16,mitigates,T1550.001\nnist_800_53,rev5,16.1,enterprise,,,non_mappable,T1001";
  const table = write("own.csv", `${head},capability_id,mapping_type,attack_object_id\n${rows}\n`);
  const said = await codes(table);
  expect(said.filter((code) => ["TM1109", "TM1306", "TM0012"].includes(code))).toEqual([]);
});

it("a row that says how it maps is a claim, with a status or without", async () => {
  const head =
    "capability_id,capability_description,attack_object_id,mapping_type,mapping_framework,mapping_framework_version,attack_version,technology_domain";
  const rows = [
    "X,a,,mitigates,own,1,16.1,enterprise",
    ",b,T1059,mitigates,own,1,16.1,enterprise",
    "Y,c,,non_mappable,own,1,16.1,enterprise",
  ];
  expect(await codes(write("unfinished.csv", [head, ...rows, ""].join("\n")))).toEqual(
    expect.arrayContaining(["TM1201", "TM1202"]),
  );
  const set = goodSet(1);
  const [row = {}] = set.mapping_objects as Record<string, unknown>[];
  const unfinished = { ...row, attack_object_id: "", status: "" };
  expect(await codes(write("unfinished.json", { ...set, mapping_objects: [unfinished] }))).toContain("TM1201");
});

describe("which findings", () => {
  it("by rule, by kind of rule, all but one", async () => {
    const all = await codes(flawed);
    expect(all).toContain("TM1601");
    expect(await codes(flawed, "--rules", "TM1601")).toEqual(["TM1601"]);
    expect(await codes(flawed, "--rules", "tm16")).toEqual(all.filter((code) => code.startsWith("TM16")));
    expect(await codes(flawed, "--rules=-TM1601")).toEqual(all.filter((code) => code !== "TM1601"));
  });

  it("by severity", async () => {
    const { diagnostics } = await found(flawed, "--severity", "error");
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(["error"]));
  });

  it("--rules without a code lists every rule", async () => {
    const { code, out } = await validate("--rules", "--json");
    expect([code, (JSON.parse(out) as unknown[]).length]).toEqual([0, allRules.length]);
    const shown = (await validate("--rules")).out;
    for (const rule of allRules) expect(shown).toContain(rule.code);
  });

  it("a folder stands for every mapping file in it", async () => {
    mkdirSync(join(folder.path, "sets/deep"), { recursive: true });
    write("sets/deep/a.json", goodSet(1));
    write("sets/b.json", flawedSet());
    write("sets/readme.txt", "not a mapping file");
    const { diagnostics, summary } = await found(join(folder.path, "sets"));
    expect(summary).toMatchObject({ files: 2, rows: 5 });
    expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set([`${folder.path}/sets/b.json`]));
  });
});

it("domains of one framework version are compared, however its date is written and whatever release they are on", async () => {
  const domain = (name: string, more: Readonly<Record<string, string>>) => {
    const set = goodSet(1);
    const metadata = { ...(set.metadata as object), technology_domain: name, ...more };
    return write(`${name}.json`, { ...set, metadata });
  };
  const own = { mapping_framework_version: "01/02/2026", creation_date: "01/02/2026" };
  const enterprise = domain("enterprise", own);
  const other = { mapping_framework_version: "01.02.2026", attack_version: "17.1", creation_date: "01/02/2025" };
  const mobile = domain("mobile", other);
  expect(await codes(enterprise, mobile, "--rules", "TM1113")).toEqual(["TM1113"]);
  const next = domain("ics", { ...other, mapping_framework_version: "01.03.2026" });
  expect(await codes(enterprise, next, "--rules", "TM1113")).toEqual([]);
});

describe("a baseline", () => {
  it("hides what is known, shows what is new, and calls an entry stale that covers too much", async () => {
    const known = join(folder.path, "known.json");
    expect(await validate(flawed, "--write-baseline", known)).toMatchObject({ code: 0, out: "" });
    expect(await validate(flawed, "--baseline", known)).toMatchObject({ code: 0 });

    const rows = flawedSet().mapping_objects as object[];
    write("flawed.json", { ...flawedSet(), mapping_objects: [...rows, { ...rows[1], attack_object_id: "T9998" }] });
    expect(await codes(flawed, "--baseline", known)).toContain("TM1401");

    write("flawed.json", goodSet(1));
    expect(await validate(flawed, "--baseline", known)).toMatchObject({ code: 3 });
    expect(await codes(flawed, "--baseline", known)).toEqual(["TM0901"]);
  });

  it("says nothing of files that are there and were not asked about", async () => {
    const known = join(folder.path, "known.json");
    await validate(flawed, good, "--write-baseline", known);
    expect(await codes(good, "--baseline", known)).toEqual([]);
    folder.remove();
    mkdirSync(folder.path);
    write("good.json", goodSet(2));
    await validate(good, "--write-baseline", known);
    write("known.json", JSON.stringify({ known: [{ file: flawed, code: "TM1401", count: 1 }] }));
    expect(await codes(good, "--baseline", known)).toEqual(["TM0901"]);
  });

  it("must be one", async () => {
    const said = await validate(flawed, "--baseline", write("no.json", "[]"));
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toMatch(/TM5033/);
  });

  it("takes the place of a baseline only, unless told to", async () => {
    const rows = write("rows.csv", "capability_id\nA\n");
    const said = await validate(flawed, "--fix", "--write-baseline", rows);
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toMatch(/rows\.csv is there already, and is no baseline; nothing was written\. \(TM5044\)\n/);
    expect(readFileSync(rows, "utf8")).toBe("capability_id\nA\n");
    expect(readdirSync(folder.path)).not.toContain("flawed.fixed.json");
    expect(await validate(flawed, "--write-baseline", rows, "--force")).toMatchObject({ code: 0 });
    expect(await validate(good, "--write-baseline", rows)).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(rows, "utf8"))).toEqual({ known: [] });
  });

  it("makes its folders, and does not stand below a file or in a folder's place", async () => {
    const deep = join(folder.path, "new", "deep", "known.json");
    expect(await validate(flawed, "--write-baseline", deep)).toMatchObject({ code: 0 });
    expect(await validate(flawed, "--baseline", deep)).toMatchObject({ code: 0 });
    for (const path of [join(deep, "below.json"), join(folder.path, "new")]) {
      const said = await validate(flawed, "--write-baseline", path, "--force");
      expect(said).toMatchObject({ code: 1, out: "" });
      expect(said.err).toMatch(/TM5044/);
    }
  });
});

it.skipIf(!existsSync("/proc/self"))("ends with 1 where no file can be made", async () => {
  const said = await validate(flawed, "--write-baseline", "/proc/nope/known.json");
  expect(said).toMatchObject({ code: 1, out: "" });
  expect(said.err).toMatch(/^tidemap: \/proc\/nope is not there\. \(TM5081\)\n$/);
});

describe("repairs", () => {
  it("--fix writes a new file beside the old one and reports what is left", async () => {
    const before = readFileSync(flawed, "utf8");
    const said = await validate(flawed, "--fix");
    expect(said.code).toBe(3); // the unknown technique is nobody's to guess
    expect(said.err).toMatch(/repaired in .*flawed\.fixed\.json/);
    expect(readFileSync(flawed, "utf8")).toBe(before);
    const mended = readFileSync(join(folder.path, "flawed.fixed.json"), "utf8");
    expect(mended).toBe(before.replace('" Door 1 "', '"Door 1"'));
  });

  it("what is left is told of the repaired file, as it is told when that one is validated", async () => {
    const findings = async (...words: readonly string[]) => {
      const { out } = await validate(...words, "--json");
      return (JSON.parse(out) as { diagnostics: readonly object[] }).diagnostics;
    };
    const left = await findings(flawed, "--fix");
    expect(left).not.toEqual([]);
    expect(await findings(join(folder.path, "flawed.fixed.json"))).toEqual(left);
  });

  it("replaces no file unless told to", async () => {
    await validate(flawed, "--fix");
    write("flawed.fixed.json", "mine");
    expect(await validate(flawed, "--fix")).toMatchObject({ code: 1, out: "" });
    expect(readFileSync(join(folder.path, "flawed.fixed.json"), "utf8")).toBe("mine");
    await validate(flawed, "--fix", "--force");
    expect(readFileSync(join(folder.path, "flawed.fixed.json"), "utf8")).not.toBe("mine");
  });

  it.each(["--in-place", "--drop-repeats"])("%s without --fix is refused, and changes nothing", async (option) => {
    const before = readFileSync(flawed, "utf8");
    const names = readdirSync(folder.path).sort();
    const said = await validate(flawed, option);
    expect(said).toMatchObject({ code: 2, out: "" });
    expect(said.err).toMatch(/^tidemap: --[a-z-]+ is given without --fix.* \(TM5035\)\n/);
    expect(readFileSync(flawed, "utf8")).toBe(before);
    expect(readdirSync(folder.path).sort()).toEqual(names);
  });

  it("--in-place mends the file itself and leaves a good one untouched", async () => {
    const names = readdirSync(folder.path).sort();
    const said = await validate(flawed, good, "--fix", "--in-place", "--drop-repeats");
    expect(said.err).toMatch(/flawed\.json: \d findings? repaired \(/);
    expect(said.err).not.toMatch(/good/);
    expect(readdirSync(folder.path).sort()).toEqual(names);
    const { mapping_objects } = JSON.parse(readFileSync(flawed, "utf8")) as { mapping_objects: unknown[] };
    expect(mapping_objects).toHaveLength(3);
  });
});

it("fixable counts what --fix repairs, droppable what --drop-repeats takes away besides", async () => {
  const { diagnostics, summary } = await found(flawed);
  const marked = diagnostics.filter((one) => (one as { fixable?: boolean }).fixable);
  const repaired = Number(/: (\d+) findings? repaired/.exec((await validate(flawed, "--fix")).err)?.[1]);
  expect(summary).toMatchObject({ fixable: repaired, droppable: 1 });
  expect([marked.length, marked.filter(({ code }) => code === "TM1601")]).toEqual([repaired, []]);
  expect((await validate(flawed)).out.replace("\n", " ")).toContain(
    `${repaired} can be repaired safely: --fix. 1 repeated row can go: --fix --drop-repeats.`,
  );
  // Nothing is taken out of YAML.
  await tidemap(folder.path, ["convert", flawed, "--to", "yaml", "--out", join(folder.path, "flawed.yaml")]);
  const { summary: yaml } = await found(join(folder.path, "flawed.yaml"));
  expect(yaml).toMatchObject({ fixable: 0, droppable: 0, codes: { TM1601: 1 } });
});

it("what is found before any rule is asked has a title in every report", async () => {
  const table = write("other.csv", "Control,Technique\nA,T1059\n");
  expect((await validate(table)).out).toContain("error TM0012 columns of a table not known");
  const { runs } = JSON.parse((await validate(table, "--format", "sarif")).out);
  expect(runs[0].tool.driver.rules[0]).toMatchObject({
    shortDescription: { text: "columns of a table not known" },
    fullDescription: { text: "What the columns of a table mean is not known." },
  });
});

describe("reports", () => {
  it.each([
    ["sarif", (text: string) => (JSON.parse(text) as { version: string }).version === "2.1.0"],
    ["junit", (text: string) => text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ')],
    [
      "github",
      (text: string) => text.split("\n").every((line) => line === "" || /^::(error|warning|notice) /.test(line)),
    ],
    ["csv", (text: string) => text.startsWith("code,severity,file,pointer,line,column,message,hint,fixable")],
  ])("as %s, with the same end", async (format, fits) => {
    const said = await validate(flawed, "--format", format);
    expect([said.code, fits(said.out)]).toEqual([3, true]);
  });

  it("a report format is for validate alone", async () => {
    expect((await tidemap(folder.path, ["technique", "T1550.001", "--format", "sarif"])).code).toBe(2);
  });

  it("people read each code once, with its places, and how to see more", async () => {
    const { out } = await validate(flawed);
    expect(out).toMatch(/error TM1401/);
    expect(out.match(/TM1401/g)).toHaveLength(1);
    expect(out).toMatch(/^ {4}\d+:\d+ /m);
  });
});
