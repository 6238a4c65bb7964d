/** The scripts that make a checkout ready: one at a time, dead owners noticed, stamps that see every change. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CACHE, CHECKOUT, isAtLeast, stampOf } from "../scripts/checkout.mjs";
import { keptFigures } from "../scripts/kept-figures.mjs";
import { withLock } from "../scripts/lock.mjs";
import { READERS } from "../scripts/reports.mjs";

const NAME = `test-${process.pid}`;
const LOCK = join(CACHE, `${NAME}.lock`);

describe("withLock", () => {
  beforeEach(() => mkdirSync(CACHE, { recursive: true }));
  afterEach(() => rmSync(LOCK, { force: true }));

  it("lets one in at a time, and everyone in the end", async () => {
    const inside: number[] = [];
    let most = 0;
    const done = await Promise.all(
      [1, 2, 3].map((who) =>
        withLock(NAME, async () => {
          inside.push(who);
          most = Math.max(most, inside.length);
          await new Promise((later) => setImmediate(later));
          inside.splice(inside.indexOf(who), 1);
          return who;
        }),
      ),
    );
    expect(done).toEqual([1, 2, 3]);
    expect(most).toBe(1);
    expect(existsSync(LOCK)).toBe(false);
  });

  it("takes over from an owner that died", async () => {
    writeFileSync(LOCK, String(deadProcess()));
    expect(await withLock(NAME, async () => readFileSync(LOCK, "utf8"))).toBe(String(process.pid));
  });

  it("waits for the child that a dead owner left at work", async () => {
    writeFileSync(LOCK, `${deadProcess()} ${process.pid}`);
    const order: string[] = [];
    const waiting = withLock(NAME, async () => order.push("mine"));
    await new Promise((later) => setImmediate(later));
    order.push("theirs");
    rmSync(LOCK);
    await waiting;
    expect(order).toEqual(["theirs", "mine"]);
  });

  it("is free again after work that failed", async () => {
    const failing = withLock(NAME, async () => {
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
    expect(existsSync(LOCK)).toBe(false);
  });
});

describe("stampOf", () => {
  const folder = join(CACHE, `${NAME}-stamped`);
  const path = relative(CHECKOUT, folder);

  beforeEach(() => mkdirSync(folder, { recursive: true }));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("changes with a file's bytes, its name and its presence, and with nothing else", () => {
    const stamps = [stampOf([path])];
    writeFileSync(join(folder, "a"), "1");
    stamps.push(stampOf([path]));
    writeFileSync(join(folder, "a"), "2");
    stamps.push(stampOf([path]));
    rmSync(join(folder, "a"));
    writeFileSync(join(folder, "b"), "2");
    stamps.push(stampOf([path]));
    expect(new Set(stamps).size).toBe(4);
    expect(stampOf([path])).toBe(stamps[3]);
    expect(stampOf([path], () => false)).toBe(stamps[0]);
  });
});

describe("isAtLeast", () => {
  it.each([
    ["20.19.0", true],
    ["20.18.9", false],
    ["20.19.12", true],
    ["18.99.0", false],
    ["24.0.0", true],
  ])("%s against 20.19.0: %s", (version, enough) => expect(isAtLeast(version, "20.19.0")).toBe(enough));
});

describe("what a test run says", () => {
  it("names skipped tests and counts the others", () => {
    const test = (status: string, fullName: string) => ({ status, fullName });
    const testResults = [
      { assertionResults: [test("passed", "a"), test("skipped", "b (no corpus)"), test("pending", "c")] },
    ];
    expect(READERS.vitest({ numPassedTests: 1, numFailedTests: 0, testResults })).toEqual({
      passed: 1,
      failed: 0,
      skipped: ["b (no corpus)", "c"],
    });
  });
});

describe("a name that there is not", () => {
  it.each([
    ["test", ["broswer"], "tests: in a browser"],
    ["bench", ["load", "typo"], "cli-start"],
    ["bench", ["--kep"], "cli-start"],
  ])("ends scripts/%s.mjs %j with status 2 and the names there are, before anything is built", (script, words, there) => {
    const told = spawnSync(process.execPath, [join(CHECKOUT, "scripts", `${script}.mjs`), ...words], {
      encoding: "utf8",
    });
    expect(told).toMatchObject({ status: 2, stdout: "" });
    expect(told.stderr).toContain(`No ${script === "test" ? "check" : "bench"} has "${words.at(-1)}" in its name`);
    expect(told.stderr).toContain(`\n  ${there}\n`);
  });
});

describe("the figures that are kept", () => {
  it("are the measured ones by id, new ones after them, and of what was not measured those before", () => {
    const kept = [
      { id: "a", value: 1 },
      { id: "b", value: 2 },
    ];
    const measured = [
      { id: "c", value: 30 },
      { id: "b", value: 20 },
    ];
    expect(keptFigures(kept, measured)).toEqual([kept[0], measured[1], measured[0]]);
    expect(keptFigures(kept, [])).toEqual(kept);
  });
});

/** The id of a process that is no more. */
function deadProcess(): number {
  return spawnSync(process.execPath, ["-e", "0"]).pid;
}
