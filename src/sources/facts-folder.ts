import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type FactFiles, factFilesOf, type Manifest, manifestFile } from "../knowledge/facts/manifest.js";
import { TidemapError } from "../model/diagnostic.js";
import { overlayFolder } from "./home.js";

/** Names of fact files, as manifests give them: two levels, plain characters. Nothing else touches the file system. */
const safeName = /^[A-Za-z0-9][\w.-]*(?:\/[\w~-][\w.~-]*)?$/;

/** A facts folder, read file by file when asked. Throws a TidemapError when it holds no manifest, or one of another format. */
export function factsFolder(folder: string): FactFiles {
  const files = filesOf(folder);
  if (!existsSync(join(folder, manifestFile))) {
    throw new TidemapError("TM3020", `${folder} holds no compiled facts.`, {
      hint: "Name a folder that `tidemap compile --out` wrote, or reinstall the package.",
    });
  }
  checkFormat(files, folder);
  return files;
}

function filesOf(folder: string): FactFiles {
  return {
    text(name) {
      if (!safeName.test(name) || name.includes(".."))
        throw new Error(`no fact file is called ${JSON.stringify(name)}`);
      return readFileSync(join(folder, name), "utf8");
    },
  };
}

function checkFormat(files: FactFiles, folder: string): void {
  const { format } = JSON.parse(files.text(manifestFile)) as Partial<Manifest>;
  if (format === 1) return;
  throw new TidemapError("TM3021", `${folder} holds facts of format ${String(format)}; this program reads format 1.`, {
    hint: "Compile them again with this version of tidemap.",
  });
}

/** The embedded facts and, where the user's store has any, the overlay above them. */
export function factLayers(embedded: string, home: string): readonly FactFiles[] {
  const below = factsFolder(embedded);
  const own = storeFacts(home);
  return own === null ? [below] : [below, own];
}

/**
 * The facts in the user's store; null where it has none. What others may have cut or changed is no fault of ours: a file
 * that is missing, cannot be read or is no JSON throws a TidemapError, now or when it is asked for.
 */
export function storeFacts(home: string): FactFiles | null {
  const overlay = overlayFolder(home);
  if (!existsSync(join(overlay, manifestFile))) return null;
  const own = checked(filesOf(overlay), overlay);
  checkFormat(own, overlay);
  const { attack, sets } = JSON.parse(own.text(manifestFile)) as Manifest;
  if (!Array.isArray(attack) || !Array.isArray(sets)) throw damaged(overlay, manifestFile);
  const gone = factFilesOf({ format: 1, attack, sets }).find((name) => !existsSync(join(overlay, name)));
  if (gone === undefined) return own;
  throw new TidemapError("TM3022", `Your store's facts are not whole: ${gone} is missing.`, { hint: anew(overlay) });
}

/**
 * SHA-256 of the file that each set of the user's store was compiled from, by set id: its rows are those that pages show, so
 * that no other file's comments belong to them. Throws as `storeFacts` does.
 */
export function storeSetHashes(home: string): ReadonlyMap<string, string> {
  const own = storeFacts(home);
  if (own === null) return new Map();
  const { sets } = JSON.parse(own.text(manifestFile)) as Manifest;
  return new Map(sets.map(({ id, origin }) => [id, origin.sha256]));
}

/** The same files, each looked at before it is handed on; an own store is small enough to be parsed twice. */
function checked(files: FactFiles, folder: string): FactFiles {
  return {
    text(name) {
      try {
        const text = files.text(name);
        const value: unknown = JSON.parse(text);
        if (typeof value === "object" && value !== null) return text;
      } catch (cause) {
        throw damaged(folder, name, cause);
      }
      throw damaged(folder, name);
    },
  };
}

function damaged(folder: string, name: string, cause?: unknown): TidemapError {
  const readable = cause === undefined || cause instanceof SyntaxError;
  return new TidemapError("TM3023", `Your store's ${name} ${readable ? "is damaged" : "cannot be read"}.`, {
    hint: readable ? anew(folder) : `Mend the permissions of ${join(folder, name)}. Else: ${anew(folder)}`,
    cause,
  });
}

function anew(folder: string): string {
  return `Delete ${folder}, and compile your own files again.`;
}
