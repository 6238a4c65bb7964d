import { join } from "node:path";
import { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { factLayers } from "../sources/facts-folder.js";
import { homeFolder } from "../sources/home.js";
import { openTexts } from "../sources/text-store.js";
import type { Context } from "./context.js";
import type { CliHost } from "./host.js";

/** The embedded facts, under the user's own, with the user's texts. Throws a TidemapError for facts that cannot be read. */
export function openKnowledge({ host }: Pick<Context, "host">): KnowledgeBase {
  const home = homeFolder(host);
  return new KnowledgeBase(factLayers(embeddedFolder(host), home), openTexts(home));
}

/** Facts that come with the package. */
export function embeddedFolder(host: CliHost): string {
  return join(host.root, "facts");
}
