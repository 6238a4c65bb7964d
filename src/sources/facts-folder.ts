import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type FactFiles, factFilesOf, type Manifest, manifestFile } from "../knowledge/facts/manifest.js";
import { TidemapError } from "../model/diagnostic.js";
import { overlayFolder } from "./home.js";

/** Names of fact files, as manifests give them: two levels, plain characters. Nothing else touches the file system. */
const safeName = /^[A-Za-z0-9][\w.-]*(?:\/[\w~-][\w.~-]*)?$/;

/** A facts folder, read file by file when asked. Throws a TidemapError when it holds no manifest, or one of another format. */
export function factsFolder(folder: string): FactFiles {
  const files: FactFiles = {
    text(name) {
      if (!safeName.test(name) || name.includes(".."))
        throw new Error(`no fact file is called ${JSON.stringify(name)}`);
      return readFileSync(join(folder, name), "utf8");
    },
  };
  if (!existsSync(join(folder, manifestFile))) {
    throw new TidemapError("TM3020", `${folder} holds no compiled facts.`, {
      hint: "Name a folder that `tidemap compile --out` wrote, or reinstall the package.",
    });
  }
  const { format } = JSON.parse(files.text(manifestFile)) as Partial<Manifest>;
  if (format !== 1) {
    throw new TidemapError(
      "TM3021",
      `${folder} holds facts of format ${String(format)}; this program reads format 1.`,
      {
        hint: "Compile them again with this version of tidemap.",
      },
    );
  }
  return files;
}

/** The embedded facts and, where the user's store has any, the overlay above them. */
export function factLayers(embedded: string, home: string): readonly FactFiles[] {
  const overlay = overlayFolder(home);
  const below = factsFolder(embedded);
  if (!existsSync(join(overlay, manifestFile))) return [below];
  const own = factsFolder(overlay);
  const gone = factFilesOf(JSON.parse(own.text(manifestFile)) as Manifest).find(
    (name) => !existsSync(join(overlay, name)),
  );
  if (gone !== undefined) {
    throw new TidemapError("TM3022", `Your store's facts are not whole: ${gone} is missing.`, {
      hint: `Delete ${overlay}, and compile your own files again.`,
    });
  }
  return [below, own];
}
