import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "../base/host.js";
import { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { routes } from "../site/routes.js";
import { readAssets } from "../sources/assets-folder.js";
import { factLayers } from "../sources/facts-folder.js";
import { homeFolder } from "../sources/home.js";
import { openTexts } from "../sources/text-store.js";
import { type RunningServer, type ServeOptions, startServer } from "./start.js";
import { textPull } from "./text-pull.js";

export interface SiteOptions extends Pick<ServeOptions, "port" | "hostname" | "log" | "origin"> {
  readonly host: Host;
  /** Folder of the package: `facts/`, `dist/assets/` and `package.json` stand in it. */
  readonly root: string;
  /** Load nothing from the network. */
  readonly offline: boolean;
  /** A mirror of the publishers' repositories. */
  readonly base?: string | undefined;
}

/**
 * What `tidemap serve` runs: the site over the embedded facts and the user's store, with the texts that the store lacks
 * loaded meanwhile unless `offline`. Throws a TidemapError for a busy port, a package that was not built, or facts that
 * cannot be read.
 */
export function serveSite(options: SiteOptions): Promise<RunningServer> {
  const { host, root } = options;
  const home = homeFolder(host);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
  return startServer({
    routes,
    version,
    host,
    assets: readAssets(join(root, "dist", "assets")),
    open: () => new KnowledgeBase(factLayers(join(root, "facts"), home), openTexts(home)),
    pull: options.offline ? null : textPull({ home, host, base: options.base }),
    port: options.port,
    hostname: options.hostname,
    origin: options.origin ?? null,
    log: options.log ?? false,
  });
}
