/**
 * Builds `dist/` from `src/`: the library and the command line for Node, the library for browsers, the pages' scripts,
 * styles and fonts under hashed names, and the types. Each part is built aside and put in place by renames, and only
 * when its sources changed. `node scripts/build.mjs` builds all; `--force` builds what is fresh as well.
 */
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { CACHE, CHECKOUT, readStamp, stampOf, writeStamp } from "./checkout.mjs";
import { withLock } from "./lock.mjs";
import { setup } from "./setup.mjs";

const DIST = join(CHECKOUT, "dist");
const SOURCES = ["src", "package-lock.json", "tsconfig.base.json", "tsconfig.build.json", "scripts/build.mjs"];
const FONT_LOADERS = /** @type {const} */ ({ ".woff2": "file", ".svg": "file", ".png": "file" });

/** The parts of `dist/`, each a folder of that name. @type {Record<string, (out: string) => Promise<void>>} */
const PARTS = { node: buildNode, browser: buildBrowser, assets: buildAssets, single: buildSingle, types: buildTypes };

/**
 * Builds what is stale.
 *
 * @param {{ parts?: readonly string[], force?: boolean }} [options] `parts` of PARTS, all when not given
 * @returns {Promise<void>} throws when a part does not build: that part of `dist/` then is what it was
 */
export async function build({ parts = Object.keys(PARTS), force = false } = {}) {
  const stamp = stampOf(SOURCES, (path) => !path.endsWith(".test.ts"));
  const stale = () =>
    parts.filter((part) => force || readStamp(`build-${part}`) !== stamp || !existsSync(join(DIST, part)));
  if (stale().length === 0) return;
  await withLock("build", async () => {
    /** @type {string[]} */
    const troubles = [];
    for (const part of stale()) {
      const trouble = await buildPart(part);
      if (trouble === null) writeStamp(`build-${part}`, stamp);
      else troubles.push(`dist/${part}: ${trouble}`);
    }
    if (troubles.length > 0) throw new Error(troubles.join("\n"));
  });
}

/** @param {string} part @returns {Promise<string | null>} what is wrong with the sources; null when the part stands in dist/ */
async function buildPart(part) {
  const make = PARTS[part];
  if (make === undefined) throw new Error(`dist/ has no part ${part}`);
  const out = join(CACHE, `build-${part}-${process.pid}`);
  try {
    mkdirSync(out, { recursive: true });
    await make(out);
    mkdirSync(DIST, { recursive: true });
    rmSync(join(DIST, part), { recursive: true, force: true });
    renameSync(out, join(DIST, part));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Packages stay imports (the tarball names them as dependencies); what is imported lazily becomes a chunk of its own. */
const SHARED = /** @type {const} */ ({
  bundle: true,
  format: "esm",
  splitting: true,
  packages: "external",
  charset: "utf8",
  legalComments: "none",
  logLevel: "silent",
  chunkNames: "chunks/[name]-[hash]",
  absWorkingDir: CHECKOUT,
});

/** @param {string} outdir */
async function buildNode(outdir) {
  const { build: esbuild } = await import("esbuild");
  const node = /** @type {const} */ ({ ...SHARED, outdir, platform: "node", target: "node20.19" });
  await esbuild({ ...node, entryPoints: { index: "src/index.ts", node: "src/sources/open.ts" } });
  // By themselves: what shares its code with much else is cut into many files, and each costs every start.
  const command = /** @type {const} */ ({
    ...node,
    packages: "bundle",
    // What is bundled of CommonJS asks for Node's own modules by `require`, which modules do not have.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  const external = runtimePackages();
  const questions = { "cli/questions": "src/cli/questions.ts" };
  await esbuild({ ...command, entryPoints: questions, external, chunkNames: "cli/questions/[name]-[hash]" });
  await esbuild({
    ...command,
    entryPoints: { cli: "src/cli/main.ts" },
    chunkNames: "cli/[name]-[hash]",
    external,
    plugins: [elsewhere("./questions.js", "./cli/questions.js")],
  });
  // Threads are started by their files' names.
  const threads = { "export-worker": "src/export/worker.ts", worker: "src/cli/threads/worker.ts" };
  await esbuild({ ...node, entryPoints: threads, external });
  for (const name of BUNDLED) {
    copyFileSync(join(CHECKOUT, "node_modules", name, "LICENSE"), join(outdir, `${name}.LICENSE`));
  }
}

/** Packages that become part of the command: found, opened and read one file after the other, they would slow every start. */
const BUNDLED = ["commander"];

/**
 * Leaves an import to a file that is built by itself.
 *
 * @param {string} from as the source writes it
 * @param {string} to as the built file is to
 * @returns {import("esbuild").Plugin}
 */
function elsewhere(from, to) {
  return {
    name: "elsewhere",
    setup(esbuild) {
      esbuild.onResolve({ filter: /\/questions\.js$/ }, ({ path }) =>
        path === from ? { path: to, external: true } : null,
      );
    },
  };
}

/** What the tarball names as its dependencies. @returns {string[]} */
function runtimePackages() {
  const { dependencies } = JSON.parse(readFileSync(join(CHECKOUT, "package.json"), "utf8"));
  return Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]);
}

/**
 * A file for each module that the library is made of. Of one file for all, a bundler leaves out only what it can prove to do
 * nothing; of files without side effects (package.json says so) all that nothing imports.
 *
 * @param {string} outdir
 */
async function buildBrowser(outdir) {
  const { build: esbuild } = await import("esbuild");
  const browser = /** @type {const} */ ({ ...SHARED, outdir, platform: "browser", target: "es2023" });
  const entryPoints = { index: "src/index.ts" };
  const { metafile } = await esbuild({ ...browser, entryPoints, metafile: true, write: false });
  const modules = Object.keys(metafile.inputs).filter((path) => path.startsWith("src/"));
  await esbuild({ ...browser, bundle: false, splitting: false, entryPoints: modules, outbase: "src" });
}

/**
 * The pages' files, all under names that change with their bytes, so that they may be cached for ever, and
 * `manifest.json` from the plain name to the hashed one: `{"main.css": "main.AB12CD34.css"}`.
 *
 * @param {string} outdir
 */
async function buildAssets(outdir) {
  const { build: esbuild } = await import("esbuild");
  const shared = /** @type {const} */ ({
    ...SHARED,
    packages: "bundle",
    outdir,
    platform: "browser",
    target: "es2022",
    minify: true,
    metafile: true,
    entryNames: "[name].[hash]",
    assetNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    loader: FONT_LOADERS,
  });
  const results = [
    await esbuild({ ...shared, entryPoints: { main: "src/client/main.ts" } }),
    await esbuild({ ...shared, entryPoints: { main: styleEntry() } }),
    await esbuild({ ...shared, entryPoints: assetFiles(), loader: copyLoaders() }),
  ];
  const outputs = results.flatMap((result) => Object.entries(result.metafile?.outputs ?? {}));
  /** @type {Record<string, string>} */
  const manifest = {};
  for (const [path] of outputs) {
    const name = basename(path);
    manifest[name.replace(/\.[A-Z0-9]{8}(?=\.)/, "")] = name;
  }
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(outdir, "manifest.json"), `${JSON.stringify(sorted, null, 2)}\n`);
}

/**
 * One script and one style sheet, fonts within, for the explorer as a single file.
 *
 * @param {string} outdir
 */
async function buildSingle(outdir) {
  const { build: esbuild } = await import("esbuild");
  const shared = /** @type {const} */ ({
    ...SHARED,
    splitting: false,
    packages: "bundle",
    outdir,
    platform: "browser",
    target: "es2022",
    minify: true,
    loader: { ".woff2": "dataurl", ".svg": "dataurl", ".png": "dataurl" },
  });
  await esbuild({ ...shared, entryPoints: { single: "src/client/single/main.ts" } });
  await esbuild({ ...shared, entryPoints: { single: styleEntry() } });
}

/** One style sheet of the design system and every component's own; `@layer` decides their order, not this list. */
function styleEntry() {
  const main = "src/site/style/main.css";
  const beside = filesBelow("src/site").filter((path) => path.endsWith(".css") && !path.startsWith("src/site/style/"));
  const entry = join(CACHE, "main.css");
  writeFileSync(entry, [main, ...beside].map((path) => `@import "../${path}";\n`).join(""));
  return entry;
}

/** Files that pages name themselves (icons, preloaded fonts), taken as they are. */
function assetFiles() {
  return filesBelow("src/site/assets");
}

function copyLoaders() {
  return Object.fromEntries(
    assetFiles().map((path) => [path.slice(path.lastIndexOf(".")), /** @type {const} */ ("copy")]),
  );
}

/** @param {string} outdir */
async function buildTypes(outdir) {
  const tsc = join(CHECKOUT, "node_modules", "typescript", "bin", "tsc");
  const args = [tsc, "-p", join(CHECKOUT, "tsconfig.build.json"), "--outDir", outdir];
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", 2, 2], cwd: CHECKOUT });
  if (status !== 0) throw new Error("the types do not compile: npm run types shows where");
}

/** Paths of all files below `folder`, relative to the checkout, sorted. @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(join(CHECKOUT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(CHECKOUT, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** `build`, for scripts that can do nothing without it: says what is wrong and ends the process with status 1. @param {Parameters<typeof build>[0]} [options] */
export async function buildOrExit(options) {
  try {
    await build(options);
  } catch (error) {
    console.error(`\nThe build failed.\n${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await setup();
  await buildOrExit({ force: process.argv.includes("--force") });
}
