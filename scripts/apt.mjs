/** Debian's packages, for the two tools that tests need and the npm registry does not have (a Chromium, zstd). */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Installs Debian packages where that can be done without asking: on Linux, as root, with `apt-get`.
 *
 * @param {readonly string[]} packages names as Debian spells them
 * @returns {boolean} whether `apt-get` said that all are there; false where it cannot be tried
 */
export function aptInstall(packages) {
  if (!canApt()) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (/** @type {readonly string[]} */ args) =>
    spawnSync("apt-get", args, { stdio: ["ignore", 2, 2], env }).status === 0;
  // A fresh machine has no package lists; where the lists cannot be fetched, old ones may still do.
  run(["update", "-q"]);
  return run(["install", "-y", "-q", "--no-install-recommends", ...packages]);
}

/** Whether `aptInstall` can be tried at all. @returns {boolean} */
export function canApt() {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}
