/** Own mapping files into the store, and whole facts folders. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { KnowledgeBase } from "../../src/knowledge/knowledge-base.js";
import { routes } from "../../src/site/routes.js";
import { openTidemap } from "../../src/sources/open.js";
import { fakeApp } from "../server/fake-site.js";
import { temporaryFolder, tidemap } from "./fake-host.js";
import { ownSet } from "./own-set.js";

let folder: ReturnType<typeof temporaryFolder>;
let home = "";
let sources = "";

beforeEach(() => {
  folder = temporaryFolder();
  home = join(folder.path, "home");
  sources = join(folder.path, "sources");
  mkdirSync(sources);
  write("acme.json", ownSet(3));
});
afterEach(() => folder.remove());

function write(name: string, value: unknown): string {
  const path = join(sources, name);
  writeFileSync(path, typeof value === "string" ? value : `${JSON.stringify(value, null, 2)}\n`);
  return path;
}

const rowsOn = async (framework: string) => {
  const { out } = await tidemap(home, ["technique", "T1550.001", "--framework", framework, "--format", "csv"]);
  return out === "" ? 0 : out.trimEnd().split("\n").length - 1;
};

async function pageOf(kb: KnowledgeBase, address: string): Promise<string> {
  const app = fakeApp({
    routes,
    knowledge: () => kb,
    fault: (error) => {
      throw error;
    },
  });
  return (await app.request(address)).text();
}

const namesIn = (path: string) => readdirSync(path, { recursive: true }).map(String).sort();

describe("compile into the store", () => {
  it("adds an own set beside the published ones", async () => {
    const said = await tidemap(home, ["compile", "--from", sources]);
    expect(said).toMatchObject({ code: 0, out: "" });
    expect(said.err).toMatch(/Added 0 releases and 1 set to /);
    expect(await rowsOn("acme")).toBe(3);
    expect(await rowsOn("nist")).toBe(16);
    const { out } = await tidemap(home, ["sources", "--format", "csv"]);
    expect(out).toMatch(/^set,acme\/2\/16\.1\/enterprise,,own,/m);
  });

  it("counts the notes that it does not show, and shows one that is alone", async () => {
    const set = (framework: string) => {
      const metadata = { ...(ownSet(1).metadata as object), mapping_framework: framework };
      // No line break at the end.
      return JSON.stringify(ownSet(1, { metadata }));
    };
    write("acme.json", set("acme"));
    const alone = await tidemap(home, ["compile", "--from", sources]);
    expect(alone.err).toMatch(/^acme\.json note TM1007: The last line/m);
    expect(alone.err).not.toContain("not shown");
    write("other.json", set("other"));
    const two = await tidemap(home, ["compile", "--from", sources]);
    expect(two.err).toMatch(/^2 further notes not shown\.$/m);
    expect(two.err).not.toContain("TM1007");
    expect((await tidemap(home, ["compile", "--from", sources, "--quiet"])).err).toBe("");
  });

  it("replaces a set of the same id and keeps the others", async () => {
    await tidemap(home, ["compile", "--from", sources]);
    const other = ownSet(2);
    const metadata = { ...(other.metadata as object), mapping_framework: "other" };
    await tidemap(home, ["compile", "--from", write("other.json", { ...other, metadata })]);
    await tidemap(home, ["compile", "--from", write("acme.json", ownSet(5))]);
    expect([await rowsOn("acme"), await rowsOn("other")]).toEqual([5, 2]);
  });

  it.each([
    "my fw",
    "_acme",
    "-acme",
    ".acme",
    "\u{1f642}fw",
    "a#b?c%",
    "__proto__",
    "constructor",
    "a~20~b",
    "a..b",
  ])("takes a framework called %j", async (framework) => {
    const metadata = { ...(ownSet(1).metadata as object), mapping_framework: framework };
    write("acme.json", ownSet(2, { metadata }));
    expect(await tidemap(home, ["compile", "--from", sources])).toMatchObject({ code: 0 });
    const kb = openTidemap({ home });
    const id = `${framework}/2/16.1/enterprise`;
    expect(kb.facts(id).technique.length).toBe(2);
    const encoded = id.split("/").map(encodeURIComponent).join("/");
    for (const address of ["/", "/frameworks/", "/techniques/T1550.001/", `/sets/${encoded}/`])
      expect([address, await pageOf(kb, address)]).toEqual([address, expect.stringContaining("own file")]);
    expect(await pageOf(kb, "/matrix/enterprise/")).toContain("All defending frameworks");
    expect(await tidemap(home, ["set", "--format", "csv", "--", id])).toMatchObject({ code: 0 });
  });

  it("says what to do where a file of the store is gone", async () => {
    await tidemap(home, ["compile", "--from", sources]);
    rmSync(join(home, "facts", "sets", "acme_2_16.1_enterprise.json"));
    for (const words of [
      ["technique", "T1059"],
      ["compile", "--from", sources],
    ]) {
      const said = await tidemap(home, words);
      expect(said).toMatchObject({ code: 1 });
      expect(said.err).toContain(`Delete ${join(home, "facts")}`);
    }
  });

  it("keeps apart what would have one file name", async () => {
    const named = (framework: string, version: string, rows: number) =>
      ownSet(rows, {
        metadata: {
          ...(ownSet(1).metadata as object),
          mapping_framework: framework,
          mapping_framework_version: version,
        },
      });
    write("acme.json", named("a_b", "1", 2));
    write("other.json", named("a", "b_1", 5));
    await tidemap(home, ["compile", "--from", sources]);
    const kb = openTidemap({ home });
    expect([
      kb.facts("a_b/1/16.1/enterprise").technique.length,
      kb.facts("a/b_1/16.1/enterprise").technique.length,
    ]).toEqual([2, 5]);
  });

  it.each([
    "../../evil",
    "a/b",
    "a\\b",
    "a\u0085b",
    "a\u001bb",
    "..",
    "x".repeat(61),
  ])("refuses a framework called %j, with nothing written", async (framework) => {
    const metadata = { ...(ownSet(1).metadata as object), mapping_framework: framework };
    write("acme.json", ownSet(2, { metadata }));
    const said = await tidemap(home, ["compile", "--from", sources]);
    expect(said).toMatchObject({ code: 1 });
    expect(said.err).toContain("no part of an address");
    expect(existsSync(join(home, "facts"))).toBe(false);
    expect(await tidemap(home, ["validate", join(sources, "acme.json")])).toMatchObject({ code: 3 });
  });

  it("loads the comments of the file, and lets them go with it", async () => {
    const [row = {}] = ownSet(1).mapping_objects as Record<string, unknown>[];
    write("acme.json", ownSet(1, { mapping_objects: [{ ...row, comments: "Our own word." }] }));
    await tidemap(home, ["compile", "--from", sources]);
    const asked = ["technique", "T1550.001", "--framework", "acme"];
    const { out } = await tidemap(home, [...asked, "--json"]);
    expect(JSON.parse(out).mappings[0]).toMatchObject({ hasComment: true, comments: "Our own word." });
    expect((await tidemap(home, asked)).out).not.toMatch(/comments? not loaded/);
    write("acme.json", ownSet(1));
    await tidemap(home, ["compile", "--from", sources]);
    const after = await tidemap(home, [...asked, "--json"]);
    expect(JSON.parse(after.out).mappings[0]).toMatchObject({ hasComment: false, comments: null });
  });

  it("says when a file stands in place of a published set, and marks it on pages", async () => {
    const id = "m365/07.18.2025/16.1/enterprise";
    const metadata = {
      ...(ownSet(1).metadata as object),
      mapping_framework: "m365",
      mapping_framework_version: "07.18.2025",
    };
    write("acme.json", ownSet(2, { metadata }));
    const said = await tidemap(home, ["compile", "--from", sources]);
    expect(said.err).toContain(`acme.json now stands in place of the published set ${id}, on every page.`);
    expect(said.err).toContain("To see published sets again: tidemap remove ");
    const page = await pageOf(openTidemap({ home }), `/sets/${id}/`);
    expect(page).toContain("&#183; own file");
    expect(page).not.toContain("frozen as published");
    for (const address of ["/", "/frameworks/", "/frameworks/m365/", "/sets/", "/techniques/T1550.001/"])
      expect([address, (await pageOf(openTidemap({ home }), address)).includes("own file")]).toEqual([address, true]);
    const published = openTidemap({ home: join(folder.path, "elsewhere") });
    for (const address of ["/", "/frameworks/", "/frameworks/m365/", "/sets/", "/techniques/T1550.001/"])
      expect([address, (await pageOf(published, address)).includes("own file")]).toEqual([address, false]);
  });

  it("says that rules are broken", async () => {
    const [row = {}] = ownSet(1).mapping_objects as Record<string, unknown>[];
    write("acme.json", ownSet(1, { mapping_objects: [{ ...row, attack_object_id: "T99999" }] }));
    const said = await tidemap(home, ["compile", "--from", sources]);
    expect(said.code).toBe(0);
    expect(said.err).toMatch(/acme\.json breaks the rules: \d+ errors?; tidemap validate explains them\./);
  });

  it("leaves the store as it was when a file is bad", async () => {
    await tidemap(home, ["compile", "--from", sources]);
    const before = namesIn(home);
    write("bad.json", JSON.stringify(ownSet(4)).slice(0, -40));
    const said = await tidemap(home, ["compile", "--from", sources]);
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/bad\.json:1:\d+ error TM1001/);
    expect(said.err).toContain("nothing was written");
    expect(namesIn(home)).toEqual(before);
    expect(await rowsOn("acme")).toBe(3);
  });

  it("brings back facts whose exchange was cut between two renames", async () => {
    await tidemap(home, ["compile", "--from", sources]);
    renameSync(join(home, "facts"), join(home, ".facts.replaced"));
    const other = ownSet(2);
    const metadata = { ...(other.metadata as object), mapping_framework: "other" };
    await tidemap(home, ["compile", "--from", write("other.json", { ...other, metadata })]);
    expect([await rowsOn("acme"), await rowsOn("other")]).toEqual([3, 2]);
  });
});

describe("compile --out", () => {
  const compileTo = (out: string, ...more: readonly string[]) =>
    tidemap(home, ["compile", "--from", sources, "--out", join(folder.path, out), ...more]);

  it("writes the same bytes twice, and nothing else", async () => {
    expect((await compileTo("one")).code).toBe(0);
    expect((await compileTo("two", "--quiet")).err).toBe("");
    const names = namesIn(join(folder.path, "one"));
    expect(names).toContain("manifest.json");
    expect(namesIn(join(folder.path, "two"))).toEqual(names);
    const bytes = (out: string) =>
      names.filter((name) => name.endsWith(".json")).map((name) => readFileSync(join(folder.path, out, name), "utf8"));
    expect(bytes("two")).toEqual(bytes("one"));
    expect(namesIn(folder.path).filter((name) => name.startsWith("."))).toEqual([]);
    expect(existsSync(home)).toBe(false);
  });

  it("replaces facts, and nothing that is not facts", async () => {
    await compileTo("facts");
    write("acme.json", ownSet(7));
    expect((await compileTo("facts")).code).toBe(0);
    expect(readFileSync(join(folder.path, "facts", "manifest.json"), "utf8")).toContain('"rows": 7');
    const said = await tidemap(home, ["compile", "--from", sources, "--out", sources]);
    expect(said.code).toBe(1);
    expect(said.err).toContain("holds other files (acme.json)");
    expect(namesIn(sources)).toEqual(["acme.json"]);
  });

  it("clears what a kill after the exchange left behind", async () => {
    await compileTo("facts");
    mkdirSync(join(folder.path, ".facts.replaced"));
    writeFileSync(join(folder.path, ".facts.replaced", "manifest.json"), "{}");
    expect((await compileTo("facts")).code).toBe(0);
    expect(namesIn(folder.path).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("names what it skips, and reads YAML too", async () => {
    write("notes.txt", "not data");
    write("other.json", { any: "thing" });
    const said = await compileTo("facts");
    expect(said.code).toBe(0);
    expect(said.err).toContain("Skipped, not recognised as ATT&CK bundles or mapping files: notes.txt, other.json.");
  });

  it("calls nothing skipped that it reads, or that was named", async () => {
    const junk = join(folder.path, "junk");
    mkdirSync(junk);
    writeFileSync(join(junk, "broken.json"), '{ "metadata": {');
    writeFileSync(join(junk, "notes.txt"), "words");
    const all = await tidemap(home, ["compile", "--from", junk]);
    expect(all.code).toBe(1);
    expect(all.err).toContain("Skipped, not recognised as ATT&CK bundles or mapping files: notes.txt.\n");
    expect(all.err).toMatch(/broken\.json:1:\d+ error TM1001/);
    for (const name of ["broken.json", "notes.txt"]) {
      const one = await tidemap(home, ["compile", "--from", join(junk, name)]);
      expect([one.code, one.err]).toEqual([1, expect.not.stringContaining("Skipped")]);
    }
  });

  it.each([
    ["empty", []],
    ["junk", ["a.txt", "b.bin", "c.json"]],
  ] as const)("a folder with nothing usable is an error: %s", async (name, files) => {
    const junk = join(folder.path, name);
    mkdirSync(junk);
    for (const file of files) writeFileSync(join(junk, file), '{"any": "thing"}\n');
    const said = await tidemap(home, ["compile", "--from", junk, "--out", join(folder.path, "facts")]);
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(existsSync(join(folder.path, "facts"))).toBe(false);
  });
});

it("a store whose comments cannot be written keeps its facts too", async () => {
  await tidemap(home, ["compile", "--from", sources]);
  const manifest = join(home, "facts", "manifest.json");
  const before = readFileSync(manifest, "utf8");
  rmSync(join(home, "texts"), { recursive: true });
  writeFileSync(join(home, "texts"), "in the way");
  write("acme.json", ownSet(7));
  expect(await tidemap(home, ["compile", "--from", sources])).toMatchObject({ code: 1, out: "" });
  expect(readFileSync(manifest, "utf8")).toBe(before);
  expect(namesIn(home).filter((name) => name.startsWith("."))).toEqual([]);
});

describe("a store that others have damaged", () => {
  const set = "acme_2_16.1_enterprise";

  it.each([
    ["manifest.json", "x", "technique T1078"],
    ["manifest.json", "", "set"],
    ["manifest.json", "null", "technique T1078"],
    ["manifest.json", '{"format":1}', "technique T1078"],
    ["sets/authored.json", "x", "technique T1078"],
    ["sets/strings.json", "[", "set acme/2/16.1/enterprise"],
    [`sets/${set}.json`, '{"set":["ac', "set acme/2/16.1/enterprise"],
    [`sets/${set}.json`, "1", "technique T1550.001"],
    [`sets/${set}.json`, "x", "compile --from SOURCES"],
  ])("says that %s is damaged (%j), and what to do: tidemap %s", async (name, text, line) => {
    await tidemap(home, ["compile", "--from", sources]);
    writeFileSync(join(home, "facts", name), text);
    if (line.startsWith("compile"))
      write("acme.json", ownSet(1, { metadata: { ...(ownSet(1).metadata as object), mapping_framework: "other" } }));
    const said = await tidemap(home, line.replace("SOURCES", sources).split(" "));
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toContain(`Your store's ${name} is damaged. (TM3023)\nDelete ${join(home, "facts")}, and compile`);
  });

  it("says so of a file that cannot be read, and of one that is missing", async () => {
    await tidemap(home, ["compile", "--from", sources]);
    const file = join(home, "facts", "sets", `${set}.json`);
    rmSync(file);
    expect((await tidemap(home, ["technique", "T1550.001"])).err).toContain("(TM3022)");
    mkdirSync(file);
    const said = await tidemap(home, ["technique", "T1550.001"]);
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toContain(`Your store's sets/${set}.json cannot be read.`);
  });
});
