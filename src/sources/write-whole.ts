import { randomBytes } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import type { Staged } from "./staged.js";

/**
 * Writes a file whole or not at all: beside its place, onto the disk, and there by a rename. A file that it replaces hands
 * down its mode and, where the system allows, its owner; a link stays one. Throws the system's error, with this path, and
 * leaves what was there, also where the disk takes a part only (decision 0023). Its folder has to be there.
 */
export function writeWhole(path: string, body: string | Uint8Array): void {
  stageWhole(path, body).commit();
}

/** The first half of it: the file is on the disk, beside its place. */
export function stageWhole(path: string, body: string | Uint8Array): Staged {
  const target = realPath(path);
  const fresh = about(path, () => writeBeside(target, body));
  const discard = () => rmSync(fresh, { force: true });
  return {
    commit: () =>
      about(path, () => {
        try {
          renameSync(fresh, target);
        } catch (cause) {
          discard();
          throw cause;
        }
      }),
    discard,
  };
}

/** The system's errors name the file beside, or none: whoever reads them knows neither. */
function about<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    throw Object.assign(cause as Error, { path });
  }
}

function writeBeside(target: string, body: string | Uint8Array): string {
  const before = statSync(target, { throwIfNoEntry: false });
  // By chance, not by process: in containers a number that a kill left behind comes again.
  const fresh = `${target}.${randomBytes(4).toString("hex")}`;
  const handle = openSync(fresh, "wx", before === undefined ? 0o666 : before.mode & 0o7777);
  try {
    try {
      // Goes on until all is written or the system refuses; writeSync would write what fits, and only say how much.
      writeFileSync(handle, body);
      if (before !== undefined) handDown(before, handle);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return fresh;
  } catch (cause) {
    rmSync(fresh, { force: true });
    throw cause;
  }
}

/** Where a link leads; the path itself where nothing is there yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // what is wrong with it, opening says
  }
}

function handDown({ uid, gid, mode }: Stats, handle: number): void {
  permitted(() => fchownSync(handle, uid, gid));
  permitted(() => fchmodSync(handle, mode & 0o7777));
}

/** Only root gives files away, and some file systems know no owners: then the file is the writer's. */
function permitted(change: () => void): void {
  try {
    change();
  } catch (cause) {
    if (!["EPERM", "EINVAL", "ENOSYS"].includes((cause as NodeJS.ErrnoException).code ?? "")) throw cause;
  }
}
