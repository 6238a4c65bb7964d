/**
 * One set-up, one build at a time in a checkout, whoever started it. The lock is a file that names its owner; an owner
 * that died is noticed and its lock taken over, a living one is waited for.
 */
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CACHE } from "./checkout.mjs";

const HEARTBEAT_MS = 2_000;
/** Longer than any pause of a busy machine; an owner silent for so long is dead even if its process id lives again. */
const SILENT_MS = 120_000;

/**
 * Runs `work` while holding the lock called `name`.
 *
 * @template T
 * @param {string} name
 * @param {(lock: { child(pid: number | undefined): void }) => Promise<T>} work tells `lock.child` which process does the
 *   work for it: killed owners leave such children running, and the next owner has to wait for them
 * @returns {Promise<T>} what `work` returned
 */
export async function withLock(name, work) {
  const file = join(CACHE, `${name}.lock`);
  await take(file, name);
  const beat = setInterval(() => touch(file), HEARTBEAT_MS);
  beat.unref();
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await work({ child: (pid) => writeFileSync(file, holder(pid)) });
  } finally {
    clearInterval(beat);
    process.off("exit", release);
    release();
  }
}

/** @param {string} file @param {string} name */
async function take(file, name) {
  mkdirSync(CACHE, { recursive: true });
  const mine = `${file}.${process.pid}`;
  let told = false;
  try {
    for (;;) {
      writeFileSync(mine, holder(undefined));
      try {
        // A link either appears whole, owner inside, or fails because the lock is taken.
        linkSync(mine, file);
        return;
      } catch (error) {
        if (!hasCode(error, "EEXIST")) throw error;
      }
      const seen = look(file);
      if (seen === null) continue;
      if (isDead(seen)) {
        remove(file, seen.text);
        continue;
      }
      if (!told) console.error(`Another ${name} is under way (process ${seen.pids.join(", ")}); waiting for it ...`);
      told = true;
      await sleep(200);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** @param {string} file @returns {{ text: string, pids: number[], beatMs: number } | null} null when it is gone by now */
function look(file) {
  try {
    const text = readFileSync(file, "utf8");
    return { text, pids: text.split(" ").map(Number).filter(Boolean), beatMs: statSync(file).mtimeMs };
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** @param {{ pids: number[], beatMs: number }} seen */
function isDead(seen) {
  if (seen.pids.some(isAlive)) {
    // The owner's child may outlive it without a heartbeat; it gets five times as long.
    return Date.now() - seen.beatMs > SILENT_MS * (isAlive(seen.pids[0] ?? 0) ? 1 : 5);
  }
  return true;
}

/** Removes a dead owner's lock, unless it has changed hands meanwhile. @param {string} file @param {string} text */
function remove(file, text) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    throw error;
  }
  if (readFileSync(aside, "utf8") !== text) {
    // A third process took the dead lock first and this is its new one: put it back, unless there is a newer still.
    try {
      linkSync(aside, file);
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
    }
  }
  unlinkSync(aside);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

/** @param {number | undefined} child */
function holder(child) {
  return child === undefined ? `${process.pid}` : `${process.pid} ${child}`;
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch (error) {
    // Deleted by hand: the work goes on, it only can no longer keep others out.
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

/** @param {unknown} error @param {string} code */
function hasCode(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}
