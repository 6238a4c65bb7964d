import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TidemapError } from "../model/diagnostic.js";

/** The built files that pages load. Names change with the bytes: `main.css` is `main.AB12CD34.css`. */
export interface Assets {
  /** Plain name → name with its hash. */
  readonly names: ReadonlyMap<string, string>;
  /** Bytes by name with its hash. All are in memory: a few hundred kB, and no path of a request ever reaches a disk. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** The files of a built folder (`dist/assets`). Throws a TidemapError where it was not built. */
export function readAssets(folder: string): Assets {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Record<string, string>;
    const files = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name !== "manifest.json",
    );
    return {
      names: new Map(Object.entries(manifest)),
      files: new Map(files.map(({ name }) => [name, new Uint8Array(readFileSync(join(folder, name)))])),
    };
  } catch (cause) {
    throw new TidemapError("TM6004", `The pages' scripts and styles are not in ${folder}.`, {
      hint: "In a checkout `npm run build` makes them; in an installed package, install it again.",
      cause,
    });
  }
}

/** The address of a file by its plain name; of one that was not built, the plain name, which answers 404. */
export function assetAddress(assets: Assets, name: string): string {
  return `/assets/${assets.names.get(name) ?? name}`;
}
