import { hash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
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
    const bytes = typeof body === "string" ? Buffer.from(body) : body;
    const path = join(this.#root, name);
    const there = statSync(path, { throwIfNoEntry: false });
    const changed = there === undefined || there.size !== bytes.length || !readFileSync(path).equals(bytes);
    if (changed) this.#put(path, bytes, there !== undefined);
    return { name, sha256: hash("sha256", bytes), bytes: bytes.length, changed };
  }

  #put(path: string, bytes: Uint8Array, replace: boolean): void {
    if (replace) {
      writeFileSync(path + unfinished, bytes);
      renameSync(path + unfinished, path);
      return;
    }
    this.#makeFolder(dirname(path));
    writeFileSync(path, bytes);
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
