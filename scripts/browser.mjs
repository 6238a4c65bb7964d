/**
 * Finds a Chromium for the browser tests, by really starting each candidate; installs one where there is none.
 * `node scripts/browser.mjs` prints its path. Needs the packages of the checkout.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { aptInstall, canApt } from "./apt.mjs";
import { CHECKOUT, readStamp, writeStamp } from "./checkout.mjs";
import { setup } from "./setup.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const CHANNELS = ["chrome", "msedge"];
const DOWNLOAD_LIMIT_MS = 300_000;

const NO_BROWSER = `No Chromium could be started or installed, and the browser tests need one. Any of these helps:
  TIDEMAP_CHROMIUM=/path/to/chrome npm test
  npx playwright install chromium
  apt-get install chromium     (as root, on Debian and its kin)`;

/**
 * The Chromium to test with.
 *
 * @returns {Promise<{ executablePath: string } | { trouble: string }>} a path that was started a moment ago,
 *   or why there is none
 */
export async function findChromium() {
  const named = process.env.TIDEMAP_CHROMIUM;
  if (named) {
    const trouble = await launchTrouble(named);
    return trouble === null ? { executablePath: named } : { trouble: `TIDEMAP_CHROMIUM is ${named}: ${trouble}` };
  }
  const known = readStamp("chromium");
  if (known && (await launchTrouble(known)) === null) return { executablePath: known };
  const found = (await firstThatStarts()) ?? (download() || installByApt() ? await firstThatStarts() : null);
  if (found === null) return { trouble: NO_BROWSER };
  writeStamp("chromium", found);
  return { executablePath: found };
}

async function firstThatStarts() {
  const { chromium } = await import("@playwright/test");
  const candidates = [
    chromium.executablePath(),
    ...NAMES.flatMap((name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name))),
    ...CHANNELS.map(channelPath),
  ];
  for (const path of candidates) {
    if (path !== null && isExecutable(path) && (await launchTrouble(path)) === null) return path;
  }
  return null;
}

/** @param {string} executablePath @returns {Promise<string | null>} the first line of what went wrong; null when it starts */
async function launchTrouble(executablePath) {
  const { chromium } = await import("@playwright/test");
  try {
    const browser = await chromium.launch({ executablePath, args: sandboxArgs() });
    await browser.close();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  }
}

/** What Chromium refuses to start without: root has no sandbox. @returns {string[]} */
export function sandboxArgs() {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

function download() {
  console.error("No Chromium found; trying Playwright's own download ...");
  const cli = join(CHECKOUT, "node_modules", "@playwright", "test", "cli.js");
  const { status } = spawnSync(process.execPath, [cli, "install", "chromium"], {
    stdio: ["ignore", "ignore", "ignore"],
    timeout: DOWNLOAD_LIMIT_MS,
  });
  return status === 0;
}

function installByApt() {
  if (!canApt()) return false;
  console.error("That did not work; installing Debian's chromium (360 MB) ...");
  return aptInstall(["chromium"]);
}

/** Where the usual installers put a channel's browser. @param {string} channel @returns {string | null} */
function channelPath(channel) {
  /** @type {Record<string, string[]>} */
  const places = {
    "chrome linux": ["/opt/google/chrome/chrome"],
    "msedge linux": ["/opt/microsoft/msedge/msedge"],
    "chrome darwin": ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    "msedge darwin": ["/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
    "chrome win32": windowsPlaces("Google\\Chrome\\Application\\chrome.exe"),
    "msedge win32": windowsPlaces("Microsoft\\Edge\\Application\\msedge.exe"),
  };
  return (places[`${channel} ${process.platform}`] ?? []).find((path) => existsSync(path)) ?? null;
}

/** @param {string} tail */
function windowsPlaces(tail) {
  const roots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  return roots.flatMap((root) => (root ? [`${root}\\${tail}`] : []));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: the next candidate's turn
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await setup();
  const found = await findChromium();
  if ("trouble" in found) {
    console.error(found.trouble);
    process.exit(1);
  }
  console.log(found.executablePath);
}
