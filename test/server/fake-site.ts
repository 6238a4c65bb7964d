/** A site of two kinds of pages and three files, small enough to reason about, over the committed facts. */
import type { Hono } from "hono";
import { type AppOptions, createApp } from "../../src/server/app.js";
import type { Assets } from "../../src/server/assets.js";
import { answer, problem } from "../../src/site/answer.js";
import { html } from "../../src/site/html.js";
import { type AnyRoute, route } from "../../src/site/route.js";
import { embeddedKnowledge } from "../embedded.js";

/** Things are numbered; `/things/7/` is one, `/things/07/` another spelling, 13 does not exist, 99 is a fault. */
const things: AnyRoute = route({
  name: "thing",
  pattern: "/things/:id/",
  summary: "One thing.",
  parameters: [
    { name: "aligned", meaning: "Moved to a release.", example: "16.1" },
    { name: "q", meaning: "Words.", example: "tide" },
  ],
  all: () => ["/things/1/", "/things/7/"],
  view(_kb, { id = "" }, { q, aligned }) {
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
  page: (view) => ({
    title: `Thing ${view.id}`,
    description: "A thing.",
    body: html`<h1>Thing ${view.id}</h1><p>${view.q}</p><p>${view.filling}</p>`,
    breadcrumbs: [{ label: "Home", href: "/" }],
    section: null,
  }),
  json: (view) => view,
  canonical: (view) => `/things/${view.id}/`,
});

const home: AnyRoute = route({
  name: "home",
  pattern: "/",
  summary: "Home.",
  parameters: [],
  all: () => ["/"],
  view: () => answer({ things: 2 }),
  page: () => ({ title: "home", description: "Home.", body: html`<h1>Home</h1>`, breadcrumbs: [], section: null }),
  json: (view) => view,
  canonical: () => "/",
});

export const fakeRoutes: readonly AnyRoute[] = [home, things];

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
