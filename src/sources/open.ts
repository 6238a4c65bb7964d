/** The door for programs in Node, `tidemap/node`: it knows where the package and the user's store are. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { noTexts } from "../model/texts.js";
import { factLayers, factsFolder } from "./facts-folder.js";
import { homeFolder } from "./home.js";
import { openTexts } from "./text-store.js";

export interface OpenOptions {
  /** The user's store; `TIDEMAP_HOME`, else the platform's data folder, where absent. */
  readonly home?: string;
  /** false: facts only, whatever the store holds. */
  readonly store?: boolean;
}

/** The package is two folders above this file, in the sources and built alike. */
const packageFolder = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Everything that comes with the package, under the user's own facts, with the user's texts. Opening reads the manifests
 * only. Throws a TidemapError for facts that cannot be read.
 */
export function openTidemap({
  home = homeFolder({ env: process.env }),
  store = true,
}: OpenOptions = {}): KnowledgeBase {
  const embedded = join(packageFolder, "facts");
  return store
    ? new KnowledgeBase(factLayers(embedded, home), openTexts(home))
    : new KnowledgeBase([factsFolder(embedded)], noTexts);
}
