/** The checkout's folder, and the stamps and locks that its scripts share. Nothing here needs an installed package. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the checkout. */
export const CHECKOUT = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** Where the scripts keep their stamps and locks; git-ignored, and free to be deleted at any time. */
export const CACHE = join(CHECKOUT, ".cache");

/** The oldest Node that runs Tidemap, as package.json's `engines` says it too (test/package.test.ts compares). */
export const OLDEST_NODE = "20.19.0";

/** Whether `version` ("20.19.0") is at least `oldest`. @param {string} version @param {string} oldest @returns {boolean} */
export function isAtLeast(version, oldest) {
  const have = version.split(".").map(Number);
  const want = oldest.split(".").map(Number);
  for (const [at, part] of want.entries()) {
    const mine = have[at] ?? 0;
    if (mine !== part) return mine > part;
  }
  return true;
}

/**
 * A stamp of files and folders: changes when a path below them appears, goes, or has other bytes.
 *
 * @param {readonly string[]} paths relative to the checkout; what is missing counts as missing
 * @param {(path: string) => boolean} [counts] which files count; all, when not given
 * @returns {string} 64 hexadecimal digits
 */
export function stampOf(paths, counts = () => true) {
  const hash = createHash("sha256").update([process.versions.modules, process.platform, process.arch].join(" "));
  for (const path of paths) addToHash(hash, path, counts);
  return hash.digest("hex");
}

/** The stamp kept under `name`, or null. @param {string} name @returns {string | null} */
export function readStamp(name) {
  const file = join(CACHE, name);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** Keeps `stamp` under `name`. @param {string} name @param {string} stamp @returns {void} */
export function writeStamp(name, stamp) {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, name), stamp);
}

/** @param {import("node:crypto").Hash} hash @param {string} path @param {(path: string) => boolean} counts */
function addToHash(hash, path, counts) {
  const full = join(CHECKOUT, path);
  if (!existsSync(full)) {
    hash.update(`- ${path}\n`);
    return;
  }
  /** @type {string[]} */
  let names;
  try {
    names = readdirSync(full).sort();
  } catch {
    // Not a folder.
    if (counts(path)) hash.update(`+ ${path}\n`).update(readFileSync(full));
    return;
  }
  for (const name of names) addToHash(hash, `${path}/${name}`, counts);
}
