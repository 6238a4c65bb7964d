/** Texts from a folder of one's own into the store, and on the screen. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
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
});
afterEach(() => folder.remove());

it("loads comments, shows them, and lists where they are from", async () => {
  const own = ownSet(2);
  const rows = (own.mapping_objects as object[]).map((row) => ({
    ...row,
    comments: "The door is <b>shut</b>.\n\nIt is guarded, too.",
    references: ["https://acme.example/doors"],
  }));
  writeFileSync(join(sources, "acme.json"), JSON.stringify({ ...own, mapping_objects: rows }));
  await tidemap(home, ["compile", "--from", sources]);
  // Facts as a store of an older version has them: without the comments that compile loads.
  rmSync(join(home, "texts"), { recursive: true });
  const question = ["technique", "T1550.001", "--framework", "acme", "--attack", "16.1"];
  expect((await tidemap(home, question)).out).toContain("2 comments not loaded: tidemap pull");

  const said = await tidemap(home, ["pull", "--from", sources]);
  expect(said).toMatchObject({ code: 0, out: "" });
  expect(said.err).toContain(`Loaded 2 texts from 1 file into ${home}.`);

  const { out } = await tidemap(home, question);
  expect(out).toContain("    The door is shut.\n\n    It is guarded, too.\n    https://acme.example/doors\n");
  expect(out).not.toContain("not loaded: tidemap pull\n\n  Framework");
  expect((await tidemap(home, [...question, "--brief"])).out).not.toContain("The door");
  const loaded = (await tidemap(home, ["sources"])).out;
  expect(loaded).toMatch(/texts\/sets\/acme_2_16\.1_enterprise +2 +today/);
});

it("says what is missing for an older release", async () => {
  const { out } = await tidemap(home, ["technique", "T1550.001", "--attack", "14.1"]);
  expect(out).toContain("Description not loaded: tidemap pull --releases 14.1");
});

it.each([
  ["an empty folder", () => undefined],
  ["a folder of junk", () => writeFileSync(join(sources, "notes.txt"), "nothing")],
])("%s has nothing to load", async (_, make) => {
  make();
  const said = await tidemap(home, ["pull", "--from", sources]);
  expect(said).toMatchObject({ code: 1, out: "" });
  expect(said.err).toContain("holds no texts");
});
