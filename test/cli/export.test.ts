/** Sets that are loaded, written as files: what the facts hold, nothing more, and nothing replaced unasked. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { temporaryFolder, tidemap } from "./fake-host.js";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const run = (...words: readonly string[]) => tidemap(folder.path, ["export", ...words]);
const set = "csa_ccm/4.1/17.1/enterprise";

it("writes a set in several formats at once, under the publisher's name for it", async () => {
  const out = join(folder.path, "out");
  const { code, err } = await run(set, "--to", "json,csv,xlsx,jsonl,yaml,stix,layer", "--out", out);
  const stem = "csa_ccm-4.1_attack-17.1-enterprise";
  expect(code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(
    ["csv", "json", "jsonl", "layer.json", "stix.json", "xlsx", "yaml"].map((ending) => `${stem}.${ending}`),
  );
  expect(err).toMatch(/^Without comments, which are not loaded: tidemap pull fetches them\. csa_ccm/);
  const file = JSON.parse(readFileSync(join(out, `${stem}.json`), "utf8"));
  expect(file.mapping_objects).toHaveLength(940);
  expect(file.metadata).toMatchObject({ mapping_framework: "csa_ccm", attack_version: "17.1" });
});

it("takes conditions on rows, and writes one text to standard output", async () => {
  const { out } = await run(set, "--to", "jsonl", "--filter", "technique=T1550.001");
  expect(out.trimEnd().split("\n")).toHaveLength(9);
});

it.each([
  [["--filter", "technique=T9999"], "none of its 940 rows fits. Only rows with technique=T9999."],
  [["--baseline", "LOW"], "none of its 940 rows fits. Only controls of the baseline LOW."],
])("says so where no row fits %j", async (words, said) => {
  const { code, err } = await run(set, "--to", "jsonl", ...words);
  expect(code).toBe(0);
  expect(err).toContain(`${set}: ${said}`);
  expect((await run(set, "--to", "jsonl", ...words, "--quiet")).err).not.toContain("fits");
});

it("says nothing where some do", async () => {
  expect((await run(set, "--to", "jsonl", "--filter", "technique=T1550.001")).err).not.toContain("fits");
});

it.each([
  [["nosuch/1/16.1/enterprise", "--to", "csv"], 1, /framework/i],
  [["csa_ccm/9/17.1/enterprise", "--to", "csv"], 1, /csa_ccm\/4\.1/],
  [["--to", "csv"], 2, /TM5060/],
  [[set, "--to", "csv,wordd"], 2, /TM5041/],
])("%j ends with %i", async (words, code, said) => {
  const ended = await run(...words, "--out", join(folder.path, "x"));
  expect(ended.code).toBe(code);
  expect(ended.err).toMatch(said);
  expect(existsSync(join(folder.path, "x"))).toBe(false);
});
