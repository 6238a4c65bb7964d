import { mergeFacts } from "../compile/overlay.js";
import { factFilesOf, type Manifest, manifestFile } from "../knowledge/facts/manifest.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { atomFeed, jsonFeed } from "../site/feed.js";
import { nothingAt } from "../site/nothing-at.js";
import { renderProblem, type Surroundings } from "../site/render.js";
import { routes } from "../site/routes.js";
import { robotsText, sitemapFile } from "../site/sitemap.js";
import type { Assets } from "../sources/assets-folder.js";
import { factLayers } from "../sources/facts-folder.js";
import { headersFile } from "./host-headers.js";
import { Leads } from "./leads.js";
import { redirectFiles, redirectsOf } from "./redirects.js";
import type { MadeFile } from "./render-address.js";
import type { ExportSettings } from "./settings.js";

/** What the files that are no pages are made of. */
export interface FixedContext {
  readonly kb: KnowledgeBase;
  readonly settings: ExportSettings;
  readonly surroundings: Surroundings;
  readonly assets: Assets;
  /** Every address that is exported. */
  readonly addresses: readonly string[];
  /** The description of the API (OpenAPI 3.1), JSON text. */
  readonly description: string;
}

/** Every file that is no page, no twin and no view: scripts and styles, facts, what robots and hosts read. */
export function* fixedFiles(context: FixedContext): Generator<MadeFile> {
  const { settings, assets } = context;
  for (const [name, body] of assets.files) yield { name: `assets/${name}`, body };
  const icon = assets.files.get(assets.names.get("favicon.svg") ?? "");
  if (icon !== undefined) yield { name: "favicon.svg", body: icon };
  yield* factFiles(settings);
  yield { name: "api/v1/openapi.json", body: context.description };
  yield { name: "404.html", body: notFoundPage(context) };
  yield* robotFiles(context);
  const { base, redirectPages: pages } = settings;
  yield { name: "_headers", body: headersFile(base) };
  yield* redirectFiles(redirectsOf(context.kb, context.addresses), { surroundings: context.surroundings, base, pages });
  // GitHub Pages would otherwise run its own site builder over all of it.
  yield { name: ".nojekyll", body: "" };
}

/** All facts as one folder: the user's own laid over the embedded ones. */
function* factFiles({ facts, home }: ExportSettings): Generator<MadeFile> {
  const [embedded, own] = factLayers(facts, home);
  if (embedded === undefined) return;
  if (own !== undefined) {
    for (const [name, body] of mergeFacts(embedded, own)) yield { name: `facts/${name}`, body };
    return;
  }
  const manifest = JSON.parse(embedded.text(manifestFile)) as Manifest;
  for (const name of factFilesOf(manifest)) yield { name: `facts/${name}`, body: embedded.text(name) };
}

function notFoundPage({ surroundings, kb, addresses }: FixedContext): string {
  const leads = new Leads(routes, new Set(addresses)).on("/404.html", kb);
  const problem = { ...nothingAt("/404.html"), detail: "There is no page at this address." };
  return renderProblem(problem, { ...surroundings, leads });
}

function* robotFiles({ kb, settings: { origin, base }, addresses }: FixedContext): Generator<MadeFile> {
  const root = origin === null ? null : origin + base;
  yield { name: "robots.txt", body: robotsText(root, base) };
  if (root === null) return; // sitemaps and feeds name whole addresses only
  const names = ["sitemap.xml", ...addresses.map((_, at) => `sitemap-${at + 1}.xml`)];
  yield { name: "feed.json", body: jsonFeed(kb, root) };
  yield { name: "feed.xml", body: atomFeed(kb, root) };
  for (const name of names) {
    const body = sitemapFile(name, addresses, root);
    if (body === null) return;
    yield { name, body };
  }
}
