/**
 * `npm run bench`: builds, runs every bench of bench/ in a process of its own, prints a table and writes
 * bench/results/latest.json. `-- WORD` runs those with WORD in their name; `-- --keep` also writes what ran into
 * docs/bench.json and docs/performance.md, which README quotes. Exit status 3 when a budget is exceeded, 2 when no bench has
 * WORD in its name.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { findChromium } from "./browser.mjs";
import { buildOrExit } from "./build.mjs";
import { CACHE, CHECKOUT } from "./checkout.mjs";
import { keptFigures } from "./kept-figures.mjs";
import { performancePage } from "./performance-page.mjs";
import { setup } from "./setup.mjs";
import { exitUnnamed } from "./unnamed.mjs";

/** A file of bench/ each, in this order. To add one: the file, and its name here. */
const BENCHES = [
  "facts-size",
  "cli-start",
  "load",
  "compile",
  "validate",
  "convert",
  "technique-view",
  "search",
  "server-page",
  "page-weight",
  "busy-pages",
  "mixed-load",
  "export",
];

const words = process.argv.slice(2).filter((word) => word !== "--keep");
const keep = process.argv.includes("--keep");
const names = BENCHES.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
const unnamed = words.filter((word) => !BENCHES.some((name) => name.includes(word)));
if (unnamed.length > 0) exitUnnamed("bench", unnamed, BENCHES);

await setup();
await buildOrExit();
await bundle();

/** @type {{ id: string, what: string, value: number, budget: string, within: boolean, old: string | null, from: object }[]} */
const figures = [];
/** @type {string[]} */
const silent = [];
if (names.includes("page-weight") || names.includes("busy-pages")) {
  const chromium = await findChromium();
  if ("executablePath" in chromium) process.env.TIDEMAP_CHROMIUM = chromium.executablePath;
}
for (const name of names) run(name);
report();

/** Node 20 reads no TypeScript: the benches are bundled first, packages and the scripts they share left outside. */
async function bundle() {
  const { build: esbuild } = await import("esbuild");
  await esbuild({
    absWorkingDir: CHECKOUT,
    entryPoints: ["bench/run.ts", "bench/site-server.ts", ...BENCHES.map((name) => `bench/${name}.ts`)],
    // From here "../scripts/" is the checkout's, as it is from bench/.
    outdir: CACHE,
    entryNames: "bench-[name]",
    chunkNames: "bench-[name]-[hash]",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    external: ["../scripts/*"],
  });
}

/** @param {string} name */
function run(name) {
  console.error(`${name} ...`);
  const { stdout, status } = spawnSync(process.execPath, [join(CACHE, "bench-run.mjs"), name], {
    cwd: CHECKOUT,
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) {
    silent.push(`${name}: failed, see above`);
    process.exitCode = 1;
    return;
  }
  const answer = JSON.parse(stdout);
  if (Array.isArray(answer)) figures.push(...answer);
  else silent.push(`${name}: skipped, ${answer.skipped}`);
}

function report() {
  const widths = [24, 10, 10, 16];
  const row = (/** @type {readonly string[]} */ cells) =>
    cells
      .map((cell, at) =>
        at === 0 ? cell.padEnd(widths[0] ?? 0) : at < 4 ? cell.padStart(widths[at] ?? 0) : `  ${cell}`,
      )
      .join("");
  console.log(row(["budget", "measured", "allowed", "before us", "what"]));
  for (const { id, what, value, budget, within, old } of figures) {
    // What it is of, in brackets, stands in docs/performance.md.
    const [before = ""] = (old ?? "").split(" (");
    console.log(row([id, String(value), budget, before, `${within ? "" : "OVER BUDGET: "}${what}`]));
  }
  for (const line of silent) console.log(line);
  const json = `${JSON.stringify({ machine: machine(), figures }, null, 2)}\n`;
  mkdirSync(join(CHECKOUT, "bench", "results"), { recursive: true });
  writeFileSync(join(CHECKOUT, "bench", "results", "latest.json"), json);
  if (keep) keepFigures();
  if (figures.some(({ within }) => !within)) process.exitCode ??= 3;
}

function keepFigures() {
  const path = join(CHECKOUT, "docs", "bench.json");
  const kept = JSON.parse(readFileSync(path, "utf8")).figures;
  const result = { machine: machine(), figures: keptFigures(kept, figures) };
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(join(CHECKOUT, "docs", "performance.md"), performancePage(result));
}

function machine() {
  const { version } = JSON.parse(readFileSync(join(CHECKOUT, "package.json"), "utf8"));
  return {
    tidemap: version,
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    cores: cpus().length,
  };
}
