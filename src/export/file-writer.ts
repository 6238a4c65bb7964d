import { hash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bytesOf } from "../sources/bytes-of.js";
import { makeFolder } from "../sources/make-folder.js";
import type { MadeFile } from "./render-address.js";
import type { ExportedFile } from "./settings.js";

/** End of the name of a file that is about to replace another one. */
export const unfinished = ".tidemap-new";

/** Writes files below one folder, and leaves alone those that are there with the same bytes. */
export class FileWriter {
  readonly #root: string;
  readonly #folders = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * A file that is there is replaced by a rename, so that whoever reads the folder meanwhile gets one or the other. A new
   * one is written in place: a crash may leave it short, and the next run writes it whole. Throws the system's error.
   */
  write({ name, body }: MadeFile): ExportedFile {
    const bytes = typeof body === "string" ? bytesOf(body) : body;
    const path = join(this.#root, name);
    this.#makeFolder(dirname(path));
    const isNew = created(path, bytes);
    const changed = isNew || !isSame(path, bytes);
    if (changed && !isNew) {
      writeFileSync(path + unfinished, bytes);
      renameSync(path + unfinished, path);
    }
    return { name, sha256: hash("sha256", bytes), bytes: bytes.length, changed };
  }

  /** As makeFolder does, without asking again for what was made before: half of the files have a folder of their own. */
  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    if (this.#folders.has(dirname(folder))) {
      try {
        mkdirSync(folder);
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
      }
    } else makeFolder(folder);
    this.#folders.add(folder);
    // Those above are there now as well.
    for (let above = dirname(folder); above.length > this.#root.length; above = dirname(above))
      this.#folders.add(above);
  }
}

/** Writes a file that is not there; false where one is. To ask first would be another call of the system for each. */
function created(path: string, bytes: Uint8Array): boolean {
  try {
    writeFileSync(path, bytes, { flag: "wx" });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw cause;
  }
}

function isSame(path: string, bytes: Uint8Array): boolean {
  // A link that leads nowhere is there and has no size; it is replaced, never followed.
  return statSync(path, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(path).equals(bytes);
}
