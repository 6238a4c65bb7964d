import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { atomFeed, jsonFeed } from "../site/feed.js";
import { hrefs } from "../site/hrefs.js";
import { movedTo } from "../site/moved.js";
import { nothingAt } from "../site/nothing-at.js";
import { resolveOldAddress } from "../site/old-addresses.js";
import { immutable } from "../site/page-policy.js";
import type { ProblemReport } from "../site/pages/problem.js";
import { queryOf, queryProblem } from "../site/query.js";
import { problemJson, renderProblem, renderReply, type Surroundings } from "../site/render.js";
import { type AnyRoute, type Match, matchFile, matchRoute, type Query, type Reply } from "../site/route.js";
import { everyAddress, robotsText, sitemapFile } from "../site/sitemap.js";
import { loadedView } from "../site/views/loaded.js";
import { type Assets, assetAddress } from "../sources/assets-folder.js";
import { AnswerCache } from "./answer-cache.js";
import { anyOrigin, type Headers, ownOrigin, pagePart, revalidate } from "./headers.js";
import { mediaTypeOf } from "./media-type.js";
import { type Place, placeOf, questionKey, requestProblem, targetProblem } from "./question.js";
import { Representation } from "./representation.js";

/** What the moment adds to the facts. */
export interface SiteStatus {
  /** Grows with every change of the knowledge base, its texts or `notice`: finished answers of before are dropped. */
  readonly version: number;
  /** What is being loaded at the moment, in words; null when nothing is. */
  readonly notice: string | null;
}

interface SiteOptions {
  readonly routes: readonly AnyRoute[];
  knowledge(): KnowledgeBase;
  readonly assets: Assets;
  status(): SiteStatus;
  readonly version: string;
  readonly origin: string | null;
  readonly cacheBytes: number;
}

/** All that holds for one status version; made anew with the next. */
interface Moment {
  readonly version: number;
  readonly kb: KnowledgeBase;
  readonly surroundings: Surroundings;
  addresses: readonly string[] | null;
}

const html = "text/html; charset=utf-8";
const json = "application/json";
const pageHeaders: Headers = { ...ownOrigin, "cache-control": revalidate };
const dataHeaders: Headers = { ...anyOrigin, "cache-control": revalidate };

/** Every answer of the site, and the memory of those already given. */
export class Site {
  readonly #options: SiteOptions;
  readonly #cache: AnswerCache;
  readonly #assets = new Map<string, Representation>();
  #moment: Moment | null = null;
  #description: Representation | null = null;

  constructor(options: SiteOptions) {
    this.#options = options;
    this.#cache = new AnswerCache(options.cacheBytes);
  }

  /** The answer to a target (path and query as asked) where it stands ready. */
  known(target: string): Representation | undefined {
    if (this.#moment === null || this.#moment.version !== this.#options.status().version) return undefined;
    return this.#cache.get(target);
  }

  /** A page, the JSON twin of a page, a redirect to the one address of either, or a problem. */
  answer(request: Request): Response | Promise<Response> {
    const url = new URL(request.url);
    const unfit = targetProblem(url);
    if (unfit !== null) return this.problem(request, unfit);
    const place = placeOf(url.pathname);
    const filed = place === null || place.api ? null : matchFile(this.#options.routes, place.path);
    if (filed !== null) return this.#file(request, url, filed);
    const match = place === null ? null : matchRoute(this.#options.routes, place.path);
    if (place === null || match === null) {
      return this.#oldAddress(url) ?? this.problem(request, nothingAt(url.pathname, this.#now().kb));
    }
    const { parameters } = match.route;
    const misspelt = place.api ? queryProblem(url.searchParams, parameters) : null;
    if (misspelt !== null) return this.problem(request, misspelt);
    const query = queryOf(url.searchParams, parameters);
    const redirect = place.api ? null : this.#oldQuery(match, url);
    return redirect ?? this.#answerQuestion(request, url, { place, match, query });
  }

  /** A problem in the form that the place has: JSON below `/api`, else a page. Not kept. */
  problem(request: Request, problem: ProblemReport, headers: Headers = {}): Response | Promise<Response> {
    return this.#problemOf(new URL(request.url), problem, headers).respond(request);
  }

  /** The answer to a fault of ours; says nothing of its cause, which is told to the operator. */
  fault(request: Request): Response | Promise<Response> {
    const problem = requestProblem("TM4190", {
      title: "Fault in Tidemap",
      detail: "Tidemap failed to answer this; its log on the server says why. Other pages may well work.",
    });
    const url = new URL(request.url);
    const headers = { "cache-control": "no-store" };
    try {
      return this.#problemOf(url, problem, headers).respond(request);
    } catch {
      // The page's own frame is what fails: the bare problem still says so.
      const body = JSON.stringify(problemJson(problem, url.pathname));
      const type = "application/problem+json";
      const { status } = problem;
      return new Representation({ body, type, headers: { ...dataHeaders, ...headers }, status }).respond(request);
    }
  }

  health(): Response {
    return Response.json({ name: "tidemap", status: "ok" }, { headers: { ...anyOrigin, "cache-control": "no-store" } });
  }

  robots(request: Request): Response | Promise<Response> {
    const body = robotsText(this.#originOf(request));
    return new Representation({ body, type: "text/plain; charset=utf-8", headers: pageHeaders }).respond(request);
  }

  sitemap(request: Request, name: string): Response | Promise<Response> {
    const moment = this.#now();
    moment.addresses ??= everyAddress(this.#options.routes, moment.kb);
    const body = sitemapFile(name, moment.addresses, this.#originOf(request));
    if (body === null) return this.problem(request, nothingAt(`/${name}`));
    return new Representation({ body, type: "application/xml; charset=utf-8", headers: pageHeaders }).respond(request);
  }

  /** What was published, by day. */
  feed(request: Request, kind: "json" | "xml"): Response | Promise<Response> {
    const { kb } = this.#now();
    const [write, type] = kind === "json" ? [jsonFeed, "application/feed+json"] : [atomFeed, "application/atom+xml"];
    const body = write(kb, this.#originOf(request));
    return new Representation({ body, type, headers: dataHeaders }).respond(request);
  }

  /** A built file by its hashed name, for ever the same. */
  asset(request: Request, name: string): Response | Promise<Response> {
    const found = this.#asset(name, { ...pagePart, "cache-control": immutable });
    return found?.respond(request) ?? this.problem(request, nothingAt(new URL(request.url).pathname));
  }

  /** The icon under the name that browsers and feed readers guess. */
  favicon(request: Request): Response | Promise<Response> {
    const found = this.#asset(this.#options.assets.names.get("favicon.svg") ?? "", pageHeaders, "/favicon.svg");
    return found?.respond(request) ?? this.problem(request, nothingAt("/favicon.svg"));
  }

  /** The description of the API (OpenAPI 3.1). */
  async description(request: Request): Promise<Response> {
    // 180 KB of schemas, which a server's start need not wait for.
    const { openApi } = await import("../site/openapi.js");
    this.#description ??= new Representation({
      body: JSON.stringify(openApi(this.#options.routes, { version: this.#options.version })),
      type: json,
      headers: dataHeaders,
    });
    return this.#description.respond(request);
  }

  #asset(name: string, headers: Headers, key = name): Representation | null {
    const body = this.#options.assets.files.get(name);
    if (body === undefined) return null;
    const made = this.#assets.get(key) ?? new Representation({ body, type: mediaTypeOf(name), headers });
    this.#assets.set(key, made);
    return made;
  }

  #answerQuestion(
    request: Request,
    url: URL,
    { place, match, query }: { readonly place: Place; readonly match: Match; readonly query: Query },
  ): Response | Promise<Response> {
    const key = questionKey(url.pathname, query);
    const moment = this.#now();
    const known = this.#cache.get(key);
    if (known !== undefined) return known.respond(request);
    const answered = match.route.answer(moment.kb, match.params, query);
    if (!answered.ok) {
      const isOld =
        answered.problem.status === 404 && !place.api && !match.route.answer(moment.kb, match.params, {}).ok;
      // Where the path alone has an answer, its query is what cannot be.
      const old = isOld ? this.#oldAddress(url) : null;
      if (old !== null) return old;
      return this.#keep(key, this.#problemOf(new URL(key, url), answered.problem)).respond(request);
    }
    const reply = answered.view;
    const refused = place.api ? reply.refusal() : null;
    if (refused !== null) return this.#keep(key, this.#problemOf(new URL(key, url), refused)).respond(request);
    const moved = place.api
      ? null
      : movedTo(this.#options.routes, match, { canonical: reply.canonical, path: place.path });
    if (moved !== null) return redirect(308, moved + url.search);
    return this.#keep(key, place.api ? toData(reply) : toPage(reply, moment.surroundings)).respond(request);
  }

  /** A view as a file; asked for with a query that the route does not know, the query's rest counts, as on pages. */
  async #file(request: Request, url: URL, { match, file }: NonNullable<ReturnType<typeof matchFile>>) {
    const query = queryOf(url.searchParams, match.route.parameters);
    const key = questionKey(url.pathname, query);
    const moment = this.#now();
    const known = this.#cache.get(key);
    if (known !== undefined) return known.respond(request);
    const answered = match.route.answer(moment.kb, match.params, query);
    if (!answered.ok) return this.#keep(key, this.#problemOf(new URL(key, url), answered.problem)).respond(request);
    const refused = answered.view.fileRefusal();
    if (refused !== null) return this.#keep(key, this.#problemOf(new URL(key, url), refused)).respond(request);
    const written = await answered.view.file(file.name);
    if (written === null) throw new Error(`${match.route.name} does not write its file ${file.name}`);
    const headers = {
      ...pageHeaders,
      link: `<${answered.view.canonical}>; rel="canonical"`,
      // Not "attachment": a browser shows what it can, and saves under this name.
      "content-disposition": `inline; filename="${written.saveAs.replace(/[^\w.-]/g, "_")}"`,
    };
    const answer = new Representation({ body: written.body, type: file.type, headers });
    // While it was written texts may have landed that it lacks: it answers who asked, and is not kept for others.
    return (moment === this.#moment ? this.#keep(key, answer) : answer).respond(request);
  }

  #keep(key: string, answer: Representation): Representation {
    this.#cache.set(key, answer);
    return answer;
  }

  #problemOf(url: URL, problem: ProblemReport, more: Headers = {}): Representation {
    const { status } = problem;
    if (url.pathname === "/api" || url.pathname.startsWith("/api/")) {
      const body = JSON.stringify(problemJson(problem, url.pathname + url.search));
      return new Representation({
        body,
        type: "application/problem+json",
        headers: { ...dataHeaders, ...more },
        status,
      });
    }
    const body = renderProblem(problem, this.#now().surroundings);
    return new Representation({ body, type: html, headers: { ...pageHeaders, ...more }, status });
  }

  #now(): Moment {
    const { version, notice } = this.#options.status();
    if (this.#moment?.version === version) return this.#moment;
    this.#cache.clear();
    const kb = this.#options.knowledge();
    const surroundings = {
      origin: this.#options.origin,
      asset: (name: string) => assetAddress(this.#options.assets, name),
      loaded: loadedView(kb, notice),
    };
    this.#moment = { version, kb, surroundings, addresses: null };
    return this.#moment;
  }

  /** Old addresses put a question into the query that a page of ours takes for something else. */
  #oldQuery({ route }: Match, url: URL): Response | null {
    const asksOld = route.name === "search" && url.searchParams.has("search") && !url.searchParams.has("q");
    return asksOld ? this.#oldAddress(url) : null;
  }

  /** Where a page of an older site went; null for an address of no older site. */
  #oldAddress(url: URL): Response | null {
    const found = resolveOldAddress(this.#now().kb, url.pathname, Object.fromEntries(url.searchParams));
    if (found === null) return null;
    if (found.status === 301) return redirect(301, found.href);
    const retired = requestProblem("TM4108", {
      title: "Retired address",
      detail: "An older site kept a file here that only its own pages used; it has no successor.",
    });
    return new Response(renderProblem(retired, this.#now().surroundings), {
      status: 410,
      headers: { ...pageHeaders, "content-type": html },
    });
  }

  #originOf(request: Request): string {
    return this.#options.origin ?? new URL(request.url).origin;
  }
}

function toPage(reply: Reply, surroundings: Surroundings): Representation {
  return new Representation({ body: renderReply(reply, surroundings), type: html, headers: pageHeaders });
}

function toData(reply: Reply): Representation {
  const link = `<${hrefs.api(reply.canonical)}>; rel="canonical", <${reply.canonical}>; rel="alternate"; type="text/html"`;
  return new Representation({ body: JSON.stringify(reply.json()), type: json, headers: { ...dataHeaders, link } });
}

function redirect(status: 301 | 308, location: string): Response {
  return new Response(null, { status, headers: { ...pageHeaders, location, "content-length": "0" } });
}
