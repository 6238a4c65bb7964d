/** The command line against figures counted by others, and new releases as one command each. */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Mapping } from "../../src/model/mapping.js";
import { temporaryFolder, tidemap } from "../cli/fake-host.js";
import { describeCorpus } from "./corpus.js";
import { expectedRows } from "./expectations.js";

const home = temporaryFolder();
afterAll(() => home.remove());

async function mappings(...words: readonly string[]): Promise<readonly Mapping[]> {
  const { out } = await tidemap(home.path, ["technique", "T1550.001", ...words, "--json"]);
  return (JSON.parse(out) as { mappings: readonly Mapping[] }).mappings;
}

const releaseOf = (row: Readonly<Record<string, string>>) => row.set?.split("/")[2] ?? "";

describeCorpus("tidemap technique T1550.001", () => {
  const rows = expectedRows("t1550.001.tsv");
  const releases = [...new Set(rows.map((row) => releaseOf(row)))];

  it.each(releases)("--attack %s has every expected row, and no other", async (release) => {
    const expected = rows.filter((row) => releaseOf(row) === release);
    const found = await mappings("--attack", release);
    const key = (set: string, row: number | string, capability: string) => `${set} ${row} ${capability}`;
    expect(found.map((row) => key(row.set, row.row, (row.capabilityId ?? "").trim())).sort()).toEqual(
      expected.map((row) => key(row.set ?? "", row.row ?? "", (row.capability_id ?? "").trim())).sort(),
    );
  });

  it("counts: 32 on 14.1, 31 over 7 frameworks on 16.1, 40 over 8 today and on 18.1", async () => {
    const counts = async (...words: readonly string[]) => {
      const found = await mappings(...words);
      return [found.length, new Set(found.map(({ framework }) => framework)).size];
    };
    expect(await counts("--attack", "14.1")).toEqual([32, 2]);
    expect(await counts("--attack", "16.1")).toEqual([31, 7]);
    expect(await counts()).toEqual([40, 8]);
    expect(await counts("--aligned-to", "18.1")).toEqual([40, 8]);
  });
});

describeCorpus("tidemap compile", (dir) => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());
  const sets = "mappings/published/veris/attack-16.1/veris-1.4.0/ics/veris-1.4.0_attack-16.1-ics.json";

  it("adds 17.0 to 19.0 and a set one by one, a command each, no line of code", async () => {
    const root = `${join(folder.path, "package")}/`;
    const old = join(folder.path, "old");
    const own = join(folder.path, "home");
    mkdirSync(old, { recursive: true });
    for (const release of ["14.1", "15.1", "16.1"])
      copyFileSync(join(dir, `attack/ics-attack-${release}.json`), join(old, `ics-attack-${release}.json`));
    mkdirSync(root);
    copyFileSync("package.json", join(root, "package.json"));
    expect(await tidemap(own, ["compile", "--from", old, "--out", join(root, "facts")], { root })).toMatchObject({
      code: 0,
    });

    const newest = async () => {
      const { out } = await tidemap(own, ["sources", "--json"], { root });
      const { attack, sets: loaded } = JSON.parse(out) as {
        attack: { newest: string; newestPublished: string; releases: unknown[] }[];
        sets: unknown[];
      };
      return [attack[0]?.newest, attack[0]?.newestPublished, attack[0]?.releases.length, loaded.length];
    };
    expect(await newest()).toEqual(["16.1", "16.1", 3, 0]);
    for (const [file, state] of [
      [sets, ["16.1", "16.1", 3, 1]],
      ["attack/ics-attack-18.1.json", ["18.1", "18.1", 4, 1]],
      ["attack/ics-attack-17.1.json", ["18.1", "18.1", 5, 1]],
      ["attack-derived/ics-attack-19.0.json", ["19.0", "18.1", 6, 1]],
    ] as const) {
      expect(await tidemap(own, ["compile", "--from", join(dir, file)], { root })).toMatchObject({ code: 0, out: "" });
      expect(await newest()).toEqual(state);
    }
    const { out } = await tidemap(own, ["technique", "T0800", "--json"], { root });
    const { view, mappings: carried } = JSON.parse(out) as { view: { release: string }; mappings: readonly Mapping[] };
    expect(view.release).toBe("19.0");
    expect(carried.map((row) => row.carried?.to)).toEqual(carried.map(() => "19.0"));
    expect(carried.length).toBeGreaterThan(0);
  });
});
