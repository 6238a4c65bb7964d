/** A site of two kinds of pages and three files, small enough to reason about, over the committed facts. */
import type { Hono } from "hono";
import type { KnowledgeBase } from "../../src/knowledge/knowledge-base.js";
import { type AppOptions, createApp } from "../../src/server/app.js";
import { answer, problem } from "../../src/site/answer.js";
import { fieldsOf, noFields } from "../../src/site/field-lists.js";
import { html } from "../../src/site/html.js";
import { type AnyRoute, type Params, type Query, route } from "../../src/site/route.js";
import type { Assets } from "../../src/sources/assets-folder.js";
import { embeddedKnowledge } from "../embedded.js";

/** Things are numbered; `/things/7/` is one, `/things/07/` another spelling, 13 does not exist, 99 is a fault. */
const thing = {
  summary: "One thing.",
  fields: fieldsOf(
    [{ name: "id", meaning: "Number of a thing.", example: "1" }],
    [
      { name: "aligned", meaning: "Moved to a release.", example: "16.1" },
      { name: "q", meaning: "Words.", example: "tide" },
    ],
  ),
  view(_kb: KnowledgeBase, { id = "" }: Params, { q, aligned }: Query) {
    const number = Number(id);
    if (number === 99) throw new Error("planted fault");
    if (!Number.isInteger(number) || number === 13) {
      return problem(404, "TM4010", {
        title: "No such thing",
        detail: `There is no thing ${JSON.stringify(id)}.`,
        suggestions: [{ label: "Thing 1", href: "/things/1/" }],
      });
    }
    return answer({ id: String(number), q: q ?? null, aligned: aligned ?? null, filling: "tide ".repeat(500) });
  },
  page: (view: ThingView) => ({
    title: `Thing ${view.id}`,
    description: "A thing.",
    body: html`<h1>Thing ${view.id}</h1><p>${view.q}</p><p>${view.filling}</p>`,
    breadcrumbs: [{ label: "Home", href: "/" }],
    section: null,
  }),
  json: (view: ThingView) => view,
  /** A thing that is aligned has an address of another kind, as techniques do. */
  canonical: (view: ThingView) =>
    view.aligned === null ? `/things/${view.id}/` : `/things/${view.id}/v/${view.aligned}/`,
};

interface ThingView {
  readonly id: string;
  readonly q: string | null;
  readonly aligned: string | null;
  readonly filling: string;
}

const things: AnyRoute = route({
  ...thing,
  name: "thing",
  pattern: "/things/:id/",
  all: () => ["/things/1/", "/things/7/"],
});

const thingsAligned: AnyRoute = route({
  ...thing,
  name: "thingAligned",
  pattern: "/things/:id/v/:release/",
  all: () => ["/things/1/v/16.1/"],
  view: (kb, params, query) => thing.view(kb, params, { ...query, aligned: params.release }),
});

const home: AnyRoute = route({
  name: "home",
  pattern: "/",
  summary: "Home.",
  fields: noFields,
  all: () => ["/"],
  view: () => answer({ things: 2 }),
  page: () => ({ title: "home", description: "Home.", body: html`<h1>Home</h1>`, breadcrumbs: [], section: null }),
  json: (view) => view,
  canonical: () => "/",
});

export const fakeRoutes: readonly AnyRoute[] = [home, things, thingsAligned];

const bytes = (text: string) => new TextEncoder().encode(text);

export const fakeAssets: Assets = {
  names: new Map([
    ["main.css", "main.AAAAAAAA.css"],
    ["favicon.svg", "favicon.BBBBBBBB.svg"],
    ["sans.woff2", "sans.CCCCCCCC.woff2"],
  ]),
  files: new Map([
    ["main.AAAAAAAA.css", bytes("body { color: inherit }\n".repeat(100))],
    ["favicon.BBBBBBBB.svg", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["sans.CCCCCCCC.woff2", bytes("wOF2".repeat(1000))],
  ]),
};

/** An app over the fake site; what a test says otherwise wins. */
export function fakeApp(options: Partial<AppOptions> = {}): Hono {
  const status = { version: 1, notice: null };
  return createApp({
    routes: fakeRoutes,
    knowledge: embeddedKnowledge,
    assets: fakeAssets,
    status: () => status,
    version: "0.0.0",
    ...options,
  });
}
