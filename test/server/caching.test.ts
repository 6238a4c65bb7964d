import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { KnowledgeBase } from "../../src/knowledge/knowledge-base.js";
import { answer } from "../../src/site/answer.js";
import { noFields } from "../../src/site/field-lists.js";
import { html } from "../../src/site/html.js";
import { route } from "../../src/site/route.js";
import { embeddedFacts } from "../embedded.js";
import { fakeApp, fakeRoutes } from "./fake-site.js";

const decoded = { br: brotliDecompressSync, gzip: gunzipSync } as const;

/** An app that counts how often a route is asked. */
function countingApp(more: Parameters<typeof fakeApp>[0] = {}) {
  const asked: string[] = [];
  const routes = fakeRoutes.map((route) => ({
    ...route,
    answer(
      kb: KnowledgeBase,
      params: Readonly<Record<string, string>>,
      query: Readonly<Record<string, string | undefined>>,
    ) {
      asked.push(`${route.name} ${JSON.stringify({ ...params, ...query })}`);
      return route.answer(kb, params, query);
    },
  }));
  return { asked, app: fakeApp({ routes, ...more }) };
}

describe("validators", () => {
  const app = fakeApp();

  it.each([
    "/things/1/",
    "/api/v1/things/1/",
    "/assets/main.AAAAAAAA.css",
  ])("%s: a held tag answers 304", async (target) => {
    for (const encoding of ["identity", "gzip", "br"]) {
      const headers = { "accept-encoding": encoding };
      const first = await app.request(target, { headers });
      const etag = first.headers.get("etag") ?? "";
      expect(etag).toMatch(/^"[\w-]{22}(\.br|\.gzip)?"$/);
      for (const held of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
        const again = await app.request(target, { headers: { ...headers, "if-none-match": held } });
        expect([held, again.status, await again.text()]).toEqual([held, 304, ""]);
        expect(again.headers.get("etag")).toBe(etag);
        expect(again.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
        expect(again.headers.get("vary")).toBe("Accept-Encoding");
      }
      const other = await app.request(target, { headers: { ...headers, "if-none-match": '"other"' } });
      expect(other.status).toBe(200);
    }
  });

  it("each coding has its own tag and the same content", async () => {
    const plain = await app.request("/things/1/");
    const body = await plain.text();
    const tags = [plain.headers.get("etag")];
    for (const encoding of ["br", "gzip"] as const) {
      const answer = await app.request("/things/1/", { headers: { "accept-encoding": encoding } });
      expect(answer.headers.get("content-encoding")).toBe(encoding);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(answer.headers.get("content-length")).toBe(String(bytes.length));
      expect(decoded[encoding](bytes).toString()).toBe(body);
      tags.push(answer.headers.get("etag"));
    }
    expect(new Set(tags).size).toBe(3);
  });

  it("a problem is never answered with 304", async () => {
    const answer = await app.request("/things/13/", { headers: { "if-none-match": "*" } });
    expect(answer.status).toBe(404);
  });

  it("tags are made of the bytes: two processes agree", async () => {
    const [one, two] = [await fakeApp().request("/things/7/"), await fakeApp().request("/things/7/")];
    expect(one.headers.get("etag")).toBe(two.headers.get("etag"));
  });
});

/** A site whose one file says whether texts were loaded when it was begun; `meanwhile` happens while it is written. */
function siteOfOneFile(meanwhile: () => unknown) {
  let version = 1;
  const page = route({
    name: "home",
    pattern: "/",
    summary: "Home.",
    fields: noFields,
    all: () => ["/"],
    view: () => answer({ texts: version === 1 ? "before" : "after" }),
    page: () => ({ title: "home", description: "Home.", body: html``, breadcrumbs: [], section: null }),
    json: (view) => view,
    canonical: () => "/",
    files: [
      {
        name: "texts.csv",
        type: "text/csv",
        async write({ texts }) {
          await meanwhile();
          return texts;
        },
      },
    ],
  });
  const app = fakeApp({ routes: [page], status: () => ({ version, notice: null }) });
  return { ask: async (target: string) => (await app.request(target)).text(), load: () => void version++ };
}

describe("memory", () => {
  it("asks a route once for one question, however it is spelt", async () => {
    const { app, asked } = countingApp();
    for (const target of [
      "/things/1/?q=a&aligned=16.1",
      "/things/1/?aligned=16.1&q=a",
      "/things/1/?x=1&q=a&aligned-to=16.1&y=",
    ])
      expect((await app.request(target)).status).toBe(200);
    expect(asked).toEqual(['thing {"id":"1","q":"a","aligned":"16.1"}']);
  });

  it("forgets when what is loaded changes, and shows the new state", async () => {
    let status = { version: 1, notice: null as string | null };
    const { app, asked } = countingApp({ status: () => status });
    const before = await app.request("/things/1/");
    await app.request("/things/1/");
    status = { version: 2, notice: "Loading 3 of 9 files" };
    const after = await app.request("/things/1/");
    expect(asked).toHaveLength(2);
    expect(await after.text()).toContain("Loading 3 of 9 files");
    expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
  });

  it("takes the knowledge base of the moment, whole", async () => {
    const seen: KnowledgeBase[] = [];
    const bases = { 1: new KnowledgeBase([embeddedFacts]), 2: new KnowledgeBase([embeddedFacts]) } as const;
    let version: 1 | 2 = 1;
    const routes = fakeRoutes.map((route) => ({
      ...route,
      answer: (...asked: Parameters<typeof route.answer>) => {
        seen.push(asked[0]);
        return route.answer(...asked);
      },
    }));
    const knowledge = () => bases[version];
    const app = fakeApp({ routes, knowledge, status: () => ({ version, notice: null }), cacheBytes: 0 });
    await app.request("/");
    version = 2;
    await app.request("/");
    expect(seen[0]).toBe(bases[1]);
    expect(seen[1]).toBe(bases[2]);
  });

  it("asks for a file anew, though nothing else was asked since what is loaded changed", async () => {
    const { ask, load } = siteOfOneFile(() => undefined);
    expect(await ask("/texts.csv")).toBe("before");
    load();
    expect(await ask("/texts.csv")).toBe("after");
  });

  it("does not keep a file that was begun before what is loaded changed", async () => {
    let landed = false;
    const { ask, load } = siteOfOneFile(async () => {
      if (landed) return;
      landed = true;
      load();
      // The answer to somebody else forgets all that was kept.
      await ask("/");
    });
    expect(await ask("/texts.csv")).toBe("before");
    expect(await ask("/texts.csv")).toBe("after");
  });

  it("0 bytes keep nothing", async () => {
    const { app, asked } = countingApp({ cacheBytes: 0 });
    await app.request("/things/1/");
    await app.request("/things/1/");
    expect(asked).toHaveLength(2);
  });
});
