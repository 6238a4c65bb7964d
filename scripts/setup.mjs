/**
 * Makes a checkout ready: checks Node and installs the packages of package-lock.json when they are not there yet.
 * Plain Node on purpose: it must run where nothing is installed, under `ignore-scripts`, `NODE_ENV=production`, from any
 * folder, twice at once, and after having been killed. `node scripts/setup.mjs` does it by hand.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CHECKOUT, isAtLeast, OLDEST_NODE, stampOf } from "./checkout.mjs";
import { withLock } from "./lock.mjs";

const TRIES = 3;
const STAMP = join(CHECKOUT, "node_modules", ".tidemap-setup");

/** Installs what is missing; returns at once when nothing is. Ends the process with status 1 and a sentence when it cannot. @returns {Promise<void>} */
export async function setup() {
  process.chdir(CHECKOUT);
  if (!isAtLeast(process.versions.node, OLDEST_NODE)) {
    fail(
      `Tidemap needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}. https://nodejs.org has newer ones.`,
    );
  }
  if (isInstalled()) return;
  await withLock("set-up", async (lock) => {
    if (isInstalled()) return; // done by the one we waited for
    console.error("Installing packages (once, 10 to 60 s) ...");
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      if (await install(lock)) {
        writeFileSync(STAMP, wanted());
        return;
      }
      if (attempt < TRIES) {
        console.error(
          `The installation failed; trying again (${attempt + 1} of ${TRIES}) from an empty node_modules ...`,
        );
        rmSync(join(CHECKOUT, "node_modules"), { recursive: true, force: true, maxRetries: 3 });
      }
    }
    fail(
      "The packages could not be installed; npm's own words stand above. Is the npm registry reachable (npm ping), " +
        "and is there room on the disk? Then start again.",
    );
  });
}

/** @param {{ child(pid: number | undefined): void }} lock @returns {Promise<boolean>} */
function install(lock) {
  // Our scripts need no package's install script, and a mirror or a policy may forbid them.
  const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const viaNode = npm !== undefined && basename(npm).startsWith("npm");
  // What `npm --prefix DIR start` hands down would make the inner npm install elsewhere.
  const { npm_config_prefix: _p, npm_config_local_prefix: _l, npm_config_global: _g, ...env } = process.env;
  /** @type {import("node:child_process").SpawnOptions} */
  const options = { cwd: CHECKOUT, stdio: ["ignore", 2, 2], env: { ...env, NODE_ENV: "development" } };
  const child = viaNode
    ? spawn(process.execPath, [npm, ...args], options)
    : spawn("npm", args, { ...options, shell: process.platform === "win32" });
  lock.child(child.pid);
  // Ctrl-C reaches npm by itself; a plain `kill` of ours has to be handed on.
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal);
    process.exitCode = 130;
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  return new Promise((done) => {
    const end = (/** @type {boolean} */ ok) => {
      process.off("SIGTERM", stop).off("SIGINT", stop);
      lock.child(undefined);
      if (process.exitCode === 130) process.exit(130);
      done(ok);
    };
    child.once("error", () => end(false));
    child.once("exit", (status) => end(status === 0));
  });
}

function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted();
}

function wanted() {
  return stampOf(["package-lock.json"]);
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup();
