import { Hono } from "hono";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import type { AnyRoute } from "../site/route.js";
import type { Assets } from "../sources/assets-folder.js";
import { methodNotAllowed, preflightAnswer } from "./methods.js";
import { Site, type SiteStatus } from "./site.js";

export interface AppOptions {
  readonly routes: readonly AnyRoute[];
  /** What is loaded now; asked again whenever `status().version` has changed. */
  knowledge(): KnowledgeBase;
  readonly assets: Assets;
  status(): SiteStatus;
  /** The package's version, for the API's description. */
  readonly version: string;
  /** `https://host` where the site is served under one name; else taken from each request where one is needed. */
  readonly origin?: string | null;
  /** Room for finished answers; 0 makes every answer anew. 64 MiB where absent. */
  readonly cacheBytes?: number;
  /** Told of faults of ours (answered with 500). `target`: path and query. */
  fault?(error: unknown, target: string): void;
}

const defaultCacheBytes = 64 * 1024 * 1024;

/**
 * The whole site as one pure `fetch` function: no socket, no clock, no file. Tests and exports call it directly. What
 * was answered before is answered from memory before Hono's router even looks at the request.
 */
export function createApp(options: AppOptions): Hono {
  const site = new Site({
    routes: options.routes,
    knowledge: () => options.knowledge(),
    assets: options.assets,
    status: () => options.status(),
    version: options.version,
    origin: options.origin ?? null,
    cacheBytes: options.cacheBytes ?? defaultCacheBytes,
  });
  const app = new Hono();
  app.get("/healthz", () => site.health());
  app.get("/robots.txt", (context) => site.robots(context.req.raw));
  app.get("/favicon.svg", (context) => site.favicon(context.req.raw));
  app.get("/:file{sitemap(?:-[0-9]+)?\\.xml}", (context) => site.sitemap(context.req.raw, context.req.param("file")));
  app.get("/feed.json", (context) => site.feed(context.req.raw, "json"));
  app.get("/feed.xml", (context) => site.feed(context.req.raw, "xml"));
  app.get("/assets/:name", (context) => site.asset(context.req.raw, context.req.param("name")));
  app.get("/api/v1/openapi.json", (context) => site.description(context.req.raw));
  app.get("*", (context) => site.answer(context.req.raw));
  app.options("*", (context) => preflightAnswer(context.req.path));
  // Not `all`: a second handler on every path would make each answer wait for a promise.
  app.notFound((context) => methodNotAllowed(site, context.req.raw));
  app.onError((error, context) => {
    options.fault?.(error, targetOf(context.req.url));
    return site.fault(context.req.raw);
  });
  const routed = app.fetch;
  app.fetch = (request, ...rest) => {
    const known = request.method === "GET" || request.method === "HEAD" ? site.known(targetOf(request.url)) : undefined;
    return known === undefined ? routed(request, ...rest) : known.respond(request);
  };
  return app;
}

/** Path and query of an absolute address. */
function targetOf(url: string): string {
  const slash = url.indexOf("/", 8);
  return slash < 0 ? "/" : url.slice(slash);
}
