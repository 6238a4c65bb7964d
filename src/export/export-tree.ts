import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { TidemapError } from "../model/diagnostic.js";
import { makeFolder } from "../sources/make-folder.js";
import { writeWhole } from "../sources/write-whole.js";
import { unfinished } from "./file-writer.js";
import type { ExportedFile } from "./settings.js";

/** Says that a folder is an export of ours, and whether it is whole. */
const markerFile = ".tidemap-export.json";

/** Names of all files that an unfinished export may have written; there only while it is unfinished. */
const planFile = ".tidemap-export-plan";

/** Checksums of every file, in the form that `sha256sum --check` reads. */
const sumsFile = "SHA256SUMS";

/** What the marker says of how the export was made. */
export type ExportWords = Readonly<Record<string, unknown>>;

/**
 * The folder of an export: whose it is, whether it is whole, which files in it are ours. While it is written its marker
 * says "incomplete", and a list names all that may be there, so that a run after a crash knows what to take away.
 */
export class ExportTree {
  readonly #root: string;
  /** Files of earlier runs; none but these is ever removed. */
  readonly #owned: ReadonlySet<string>;

  private constructor(root: string, owned: ReadonlySet<string>) {
    this.#root = root;
    this.#owned = owned;
  }

  /** Throws a TidemapError for a folder that holds other things, unless `force`: then they stay, and ours come beside them. */
  static open(root: string, force: boolean): ExportTree {
    makeFolder(root);
    const marker = existsSync(join(root, markerFile));
    if (!marker && !force && readdirSync(root).length > 0) {
      throw new TidemapError("TM7001", `${root} holds other files and is no export of Tidemap.`, {
        hint: "Name a new or empty folder, or write into it with --force: what is there stays, but for files of the same name.",
      });
    }
    const names = marker ? [...summed(root), ...linesOf(join(root, planFile))] : [];
    return new ExportTree(root, new Set(names.filter(isInside)));
  }

  /** Marks the folder as incomplete, with the names of all that is going to be written. */
  begin(names: Iterable<string>, words: ExportWords): void {
    this.#removeHalves();
    writeFileSync(join(this.#root, planFile), [...new Set([...this.#owned, ...names])].join("\n"));
    this.#mark({ state: "incomplete", ...words });
  }

  /** Removes what earlier runs wrote and this one did not, writes the checksums, and marks the folder as complete. */
  finish(files: readonly ExportedFile[], words: ExportWords): { readonly removed: number } {
    const removed = this.#removeStale(new Set(files.map(({ name }) => name)));
    writeWhole(join(this.#root, sumsFile), sumsOf(files));
    this.#mark({ state: "complete", ...words });
    rmSync(join(this.#root, planFile), { force: true });
    return { removed };
  }

  #mark(words: ExportWords): void {
    writeWhole(join(this.#root, markerFile), `${JSON.stringify({ format: 1, ...words }, null, 2)}\n`);
  }

  #removeStale(kept: ReadonlySet<string>): number {
    let removed = 0;
    const folders = new Set<string>();
    for (const name of this.#owned) {
      if (kept.has(name) || !isFile(join(this.#root, name))) continue;
      rmSync(join(this.#root, name), { force: true });
      folders.add(dirname(name));
      removed++;
    }
    for (const folder of folders) this.#removeEmpty(folder);
    return removed;
  }

  #removeEmpty(folder: string): void {
    for (let name = folder; name !== "."; name = dirname(name)) {
      const path = join(this.#root, name);
      if (existsSync(path) && readdirSync(path).length > 0) return;
      if (existsSync(path)) rmdirSync(path);
    }
  }

  /** What a crash left of files that were about to replace others. */
  #removeHalves(): void {
    if (!existsSync(join(this.#root, planFile))) return;
    for (const name of this.#owned) rmSync(join(this.#root, name + unfinished), { force: true });
  }
}

/** Sorted by name in code units, so that equal exports have equal lists. */
function sumsOf(files: readonly ExportedFile[]): string {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
}

function summed(root: string): readonly string[] {
  return linesOf(join(root, sumsFile)).map((line) => line.slice(66));
}

/** A list that someone changed must not lead out of the folder. */
function isInside(name: string): boolean {
  return !isAbsolute(name) && !name.split(/[/\\]/).includes("..");
}

function linesOf(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8").split("\n").filter(Boolean);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
