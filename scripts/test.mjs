/**
 * `npm test`: sets up (packages, a Chromium, the corpus where there is one, the build), runs every check in order and
 * says of each what became of it. Exit status 0 when none failed, else 1. `npm test -- WORD` runs the checks with WORD
 * in their name; where there is none, the exit status is 2.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./browser.mjs";
import { build } from "./build.mjs";
import { CACHE, CHECKOUT } from "./checkout.mjs";
import { CHECKS } from "./checks.mjs";
import { ensureCorpus } from "./corpus.mjs";
import { READERS } from "./reports.mjs";
import { setup } from "./setup.mjs";
import { exitUnnamed } from "./unnamed.mjs";

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const checks = CHECKS.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
if (checks.length === 0) {
  exitUnnamed(
    "check",
    words,
    CHECKS.map(({ name }) => name),
  );
}

/** @type {string[]} */
const lines = [];
/** @type {string[]} */
const skips = [];
let passed = 0;
let failed = 0;

await setup();
mkdirSync(CACHE, { recursive: true });
await prepare();
for (const check of checks) await runCheck(check);
summarise();

/** Corpus, build and browser; what fails here is a failed check, and the others still have their say. */
async function prepare() {
  const corpus = ensureCorpus();
  if (corpus.dir !== null) {
    process.env.TIDEMAP_CORPUS = corpus.dir;
  } else if (process.env.TIDEMAP_REQUIRE_CORPUS === "1") {
    result("FAIL", `corpus: ${corpus.reason}`);
  } else {
    result("skip", `corpus: ${corpus.reason}`);
  }
  try {
    await build();
    result("ok", "build");
  } catch (error) {
    result("FAIL", `build: ${error instanceof Error ? error.message : error}`);
  }
  if (checks.some((check) => check.report === "playwright")) {
    const chromium = await findChromium();
    if ("trouble" in chromium) {
      result("FAIL", `Chromium: ${chromium.trouble}`);
    } else {
      process.env.TIDEMAP_CHROMIUM = chromium.executablePath;
      result("ok", `Chromium: ${chromium.executablePath}`);
    }
  }
}

/** @param {import("./checks.mjs").Check} check */
async function runCheck(check) {
  console.log(`\n--- ${check.name}`);
  const started = performance.now();
  const report = join(CACHE, `${check.report}.json`);
  rmSync(report, { force: true });
  const trouble = check.look ? check.look() : await run(check, report);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const count =
    check.report && existsSync(report) ? READERS[check.report](JSON.parse(readFileSync(report, "utf8"))) : null;
  const ran = count === null ? "" : `: ${count.passed} passed, ${count.failed} failed, ${count.skipped.length} skipped`;
  // A runner that fails without a failed test (a file that does not load) is a failure all the same.
  const fails = Math.max(count?.failed ?? 0, trouble === null ? 0 : 1);
  passed += count === null ? 0 : count.passed;
  failed += fails > 0 ? fails - 1 : 0;
  skips.push(...(count?.skipped ?? []));
  if (fails > 0) result("FAIL", `${check.name}${ran} (${trouble ?? "see above"}, ${seconds} s)`);
  else if (check.report && (count?.passed ?? 0) === 0) result("FAIL", `${check.name}: no test ran`);
  else result("ok", `${check.name}${ran} (${seconds} s)`, count === null ? 1 : 0);
}

/** @param {import("./checks.mjs").Check} check @param {string} report @returns {Promise<string | null>} */
function run(check, report) {
  const [program = "", ...args] = check.command ?? [];
  const file = join(CHECKOUT, "node_modules", program);
  /** @type {Record<string, readonly string[]>} */
  const reporting = {
    vitest: ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    playwright: ["--reporter=line,json"],
  };
  const child = spawn(process.execPath, [file, ...args, ...(reporting[check.report ?? ""] ?? [])], {
    cwd: CHECKOUT,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "test", PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return new Promise((done) => {
    child.once("error", (error) => done(error.message));
    child.once("exit", (status, signal) => done(status === 0 ? null : `exit ${status ?? signal}`));
  });
}

/** @param {"ok" | "FAIL" | "skip"} state @param {string} text @param {number} [count] how many it adds to the sum */
function result(state, text, count = 1) {
  const line = `${state.padEnd(4)}  ${text}`;
  lines.push(line);
  console.log(line);
  if (state === "ok") passed += count;
  if (state === "FAIL") failed += count;
  if (state === "skip") skips.push(text);
}

function summarise() {
  console.log(`\n${lines.join("\n")}`);
  if (skips.length > 0) console.log(`\nSkipped:\n${skips.map((name) => `  - ${name}`).join("\n")}`);
  console.log(`\n${passed} passed, ${failed} failed, ${skips.length} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}
