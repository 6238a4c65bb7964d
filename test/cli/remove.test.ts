/** Own sets out of the store again. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { CHECKOUT } from "../../scripts/checkout.mjs";
import { setFile } from "../../src/knowledge/facts/manifest.js";
import { publishedFiles } from "../../src/sources/publisher.js";
import { missingFiles } from "../../src/sources/pull.js";
import { loadedSources } from "../../src/sources/store.js";
import { temporaryFolder, tidemap } from "./fake-host.js";
import { ownSet } from "./own-set.js";

const acme = "acme/2/16.1/enterprise";
let folder: ReturnType<typeof temporaryFolder>;
let home = "";

beforeEach(async () => {
  folder = temporaryFolder();
  home = join(folder.path, "home");
  await add(ownSet(3, { mapping_objects: rowsWith("A remark.") }));
});
afterEach(() => folder.remove());

async function add(file: Readonly<Record<string, unknown>>) {
  const path = join(folder.path, `${JSON.stringify(file.metadata).length}.json`);
  writeFileSync(path, JSON.stringify(file));
  return tidemap(home, ["compile", "--from", path]);
}

function rowsWith(comments: string) {
  return (ownSet(3).mapping_objects as readonly object[]).map((row) => ({ ...row, comments }));
}

function ownSetOf(metadata: Readonly<Record<string, string>>) {
  const file = ownSet(3, { mapping_objects: rowsWith("Another remark.") });
  return { ...file, metadata: { ...(file.metadata as object), ...metadata } };
}

const ownIds = async () => {
  const { out } = await tidemap(home, ["sources", "--format", "csv"]);
  return [...out.matchAll(/^set,([^,]+),,own,/gm)].map(([, id]) => id);
};
const shelves = () =>
  readdirSync(join(home, "texts"), { recursive: true }).filter((name) => /\.jsonl?$/.test(String(name)));

it("a set goes with its comments, and what is beside it stays", async () => {
  await add(ownSetOf({ mapping_framework: "badge" }));
  expect(await ownIds()).toEqual([acme, "badge/2/16.1/enterprise"]);
  const said = await tidemap(home, ["remove", "ACME/2/16.1/Enterprise/"]);
  expect(said).toEqual({ code: 0, out: "", err: `Removed ${acme} from ${home}.\n` });
  expect(await ownIds()).toEqual(["badge/2/16.1/enterprise"]);
  expect(loadedSources(home).map(({ shelf }) => shelf)).toEqual([expect.stringContaining("badge")]);
  expect(shelves()).toEqual([expect.stringContaining("badge"), expect.stringContaining("badge")]);
  const { out } = await tidemap(home, ["technique", "T1550.001", "--framework", "badge", "--format", "csv"]);
  expect(out).toContain("Another remark.");
});

it("while it stands, other files' comments are not put beside its rows", async () => {
  const published = "csa_ccm/4.1/17.1/enterprise";
  const metadata = { mapping_framework: "csa_ccm", mapping_framework_version: "4.1", attack_version: "17.1" };
  await add(ownSetOf(metadata));
  const other = join(folder.path, "other");
  mkdirSync(other);
  const file = { ...ownSetOf(metadata), mapping_objects: rowsWith("Of another file.") };
  writeFileSync(join(other, "csa.json"), JSON.stringify(file));
  const said = await tidemap(home, ["pull", "--from", other]);
  expect(said.err).toMatch(/warning TM3032: .*comments are left out\. .*tidemap remove csa_ccm/);
  const comments = async () =>
    (await tidemap(home, ["technique", "T1550.001", "--framework", "csa", "--format", "csv"])).out;
  expect(await comments()).toContain("Another remark.");
  expect(await comments()).not.toContain("Of another file.");
  const lacks = () => missingFiles(home, publishedFiles("", [])).filter(({ set }) => set === published).length;
  expect(lacks()).toBe(0);
  await tidemap(home, ["remove", published]);
  expect(lacks()).toBe(1);
});

it("the last one leaves a store that adds again, and the same bytes as before", async () => {
  const facts = () => readFileSync(join(home, "facts", "manifest.json"), "utf8");
  const before = facts();
  expect((await tidemap(home, ["remove", "all"])).code).toBe(0);
  expect(await ownIds()).toEqual([]);
  expect((await tidemap(home, ["technique", "T1550.001"])).code).toBe(0);
  await add(ownSet(3, { mapping_objects: rowsWith("A remark.") }));
  expect(facts()).toBe(before);
});

it("a published set that it stood in place of is shown again", async () => {
  const id = "csa_ccm/4.1/17.1/enterprise";
  const said = await add(
    ownSetOf({ mapping_framework: "csa_ccm", mapping_framework_version: "4.1", attack_version: "17.1" }),
  );
  expect(said.err).toContain(`To see published sets again: tidemap remove ${id}\n`);
  const rows = async () => {
    const { out } = await tidemap(home, ["set", id, "--json"]);
    return (JSON.parse(out) as { readonly set: { readonly rows: number } }).set.rows;
  };
  expect(await rows()).toBe(3);
  const removed = await tidemap(home, ["remove", id]);
  expect(removed.err).toBe(
    `Removed ${id} from ${home}. The published set is shown again; tidemap pull loads its comments.\n`,
  );
  const manifest = JSON.parse(readFileSync(join(CHECKOUT, "facts", "manifest.json"), "utf8")) as {
    readonly sets: readonly { readonly id: string; readonly rows: number }[];
  };
  expect(await rows()).toBe(manifest.sets.find((set) => set.id === id)?.rows);
  const { out } = await tidemap(home, ["set", id, "--format", "csv"]);
  expect(out).not.toContain("Another remark.");
});

it.each([
  ["csa_ccm/4.1/17.1/enterprise", /stays\. \(TM5061\)\nYours are acme/],
  ["acme/3/16.1/enterprise", /TM4021.*acme\/2\/16\.1\/enterprise/s],
])("%s is refused, and nothing is removed", async (id, words) => {
  const said = await tidemap(home, ["remove", acme, id]);
  expect([said.code, said.out]).toEqual([1, ""]);
  expect(said.err).toMatch(words);
  expect(await ownIds()).toEqual([acme]);
});

const comments = async () => {
  const { out } = await tidemap(home, ["technique", "T1550.001", "--framework", "acme", "--format", "csv"]);
  return [out.split("A remark.").length - 1, loadedSources(home).length];
};

it("facts that cannot be written leave the comments too", async () => {
  writeFileSync(join(home, "facts", ".DS_Store"), "");
  const said = await tidemap(home, ["remove", acme]);
  expect([said.code, said.err]).toEqual([1, expect.stringMatching(/TM3060/)]);
  expect(await ownIds()).toEqual([acme]);
  expect(await comments()).toEqual([3, 1]);
});

it("a damaged set can be removed", async () => {
  writeFileSync(join(home, "facts", setFile(acme)), "{");
  expect(await tidemap(home, ["remove", acme])).toMatchObject({ code: 0 });
  expect(await ownIds()).toEqual([]);
});

it("a swap that was cut off is ended first", async () => {
  renameSync(join(home, "facts"), join(home, ".facts.replaced"));
  expect(await tidemap(home, ["remove", acme])).toMatchObject({ code: 0 });
  expect(await ownIds()).toEqual([]);
});

it("no store is made to remove nothing from it", async () => {
  const none = join(folder.path, "none");
  expect(await tidemap(none, ["remove", "all"])).toMatchObject({ code: 1 });
  expect(existsSync(none)).toBe(false);
});

it("a store without a set of its own says so", async () => {
  mkdirSync(join(folder.path, "empty"));
  const said = await tidemap(join(folder.path, "empty"), ["remove", "all"]);
  expect([said.code, said.err]).toEqual([1, expect.stringMatching(/no set of its own\. \(TM5061\)/)]);
});
