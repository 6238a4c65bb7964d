import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { stageAll } from "./staged.js";
import { stageWhole } from "./write-whole.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tidemap-staged-"));
  writeFileSync(join(folder, "a"), "old");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stage = (name: string) => () => stageWhole(join(folder, name), "new");
const files = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);

it("nothing is current before all of it is", () => {
  const all = stageAll([stage("a"), stage("b")]);
  expect([readFileSync(join(folder, "a"), "utf8"), existsSync(join(folder, "b"))]).toEqual(["old", false]);
  all.commit();
  expect(files()).toEqual([
    ["a", "new"],
    ["b", "new"],
  ]);
});

it("what cannot be made takes the rest away", () => {
  expect(() => stageAll([stage("a"), stage("none/b")])).toThrow(/ENOENT/);
  expect(files()).toEqual([["a", "old"]]);
});

it("what is given up leaves no trace, also inside another", () => {
  stageAll([stage("a"), () => stageAll([stage("b")])]).discard();
  expect(files()).toEqual([["a", "old"]]);
});

it("what cannot take its place leaves nothing of those behind it", () => {
  const all = stageAll([stage("b"), stage("c")]);
  for (const name of readdirSync(folder)) if (name.startsWith("b.")) rmSync(join(folder, name));
  expect(() => all.commit()).toThrow(/ENOENT/);
  expect(files()).toEqual([["a", "old"]]);
});
