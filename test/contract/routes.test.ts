/**
 * One suite over every route of the table. Rendered are samples of each route's addresses, evenly spread;
 * `TIDEMAP_ALL_ADDRESSES=1` renders every address there is (minutes).
 */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createApp } from "../../src/server/app.js";
import { matchFile, matchRoute } from "../../src/site/route.js";
import { routes } from "../../src/site/routes.js";
import { embeddedKnowledge } from "../embedded.js";
import { fakeAssets } from "../server/fake-site.js";

const everything = process.env.TIDEMAP_ALL_ADDRESSES === "1";
const kb = embeddedKnowledge();
const status = { version: 1, notice: null };
const faults: unknown[] = [];
const app = createApp({
  routes,
  knowledge: () => kb,
  assets: fakeAssets,
  status: () => status,
  version: "0.0.0",
  fault: (error) => faults.push(error),
});

const addressesOf = new Map(routes.map((route) => [route.name, [...route.all(kb)]]));

function sampleOf(name: string): readonly string[] {
  const all = addressesOf.get(name) ?? [];
  const step = everything ? 1 : Math.max(1, Math.floor(all.length / 8));
  return all.filter((_, at) => at % step === 0 || at === all.length - 1);
}

describe("addresses", () => {
  it("lead to the route that lists them, and to no other", () => {
    const wrong: string[] = [];
    for (const route of routes)
      for (const address of addressesOf.get(route.name) ?? [])
        if (matchRoute(routes, address)?.route !== route) wrong.push(`${route.name} ${address}`);
    expect(wrong).toEqual([]);
  });

  it("are each listed once", () => {
    const all = [...addressesOf.values()].flat();
    expect(all.length).toBeGreaterThan(30_000);
    expect(new Set(all).size).toBe(all.length);
  });

  it("are as browsers send them", () => {
    const altered = [...addressesOf.values()]
      .flat()
      .filter((address) => new URL(address, "http://x").pathname !== address);
    expect(altered).toEqual([]);
  });
});

describe.each(routes.map(({ name }) => name))("%s", (name) => {
  const sample = sampleOf(name);

  it("answers every address, where it is canonical", async () => {
    for (const address of sample) {
      const answer = await app.request(address);
      expect([address, answer.status, answer.headers.get("location")]).toEqual([address, 200, null]);
      const text = await answer.text();
      expect(text).toContain(`<link rel="canonical" href="${address}">`);
      expect(text.endsWith("</html>")).toBe(true);
      // docs/decisions/0021: one sign more, and all of the page is widened before it is sent.
      expect(text.match(/.{0,30}[^\0-\x7f].{0,9}/u)?.[0] ?? null).toBeNull();
      expectOwnResources(text);
    }
    expect(faults.splice(0)).toEqual([]);
  });

  it("has a JSON twin, with and without a final slash", async () => {
    for (const address of sample) {
      const [twin, bare] = [
        await app.request(`/api/v1${address}`),
        await app.request(`/api/v1${address.slice(0, -1)}`),
      ];
      expect([address, twin.status, bare.status]).toEqual([address, 200, 200]);
      expect(twin.headers.get("content-type")).toBe("application/json");
      expect(twin.headers.get("link")).toContain(`</api/v1${address}>; rel="canonical"`);
      const view = await twin.json();
      expect(view).toBeTypeOf("object");
      expect(await bare.json()).toEqual(view);
    }
  });

  it("answers HEAD, 304, gzip and br", async () => {
    for (const target of [sample[0], `/api/v1${sample.at(-1)}`]) {
      const address = target ?? "";
      const plain = await app.request(address);
      const text = await plain.text();
      const head = await app.request(address, { method: "HEAD" });
      expect([head.status, await head.text(), [...head.headers]]).toEqual([200, "", [...plain.headers]]);
      const held = { "if-none-match": plain.headers.get("etag") ?? "" };
      expect((await app.request(address, { headers: held })).status).toBe(304);
      for (const [encoding, decode] of [
        ["br", brotliDecompressSync],
        ["gzip", gunzipSync],
      ] as const) {
        const coded = await app.request(address, { headers: { "accept-encoding": encoding } });
        const bytes = new Uint8Array(await coded.arrayBuffer());
        const isCoded = coded.headers.get("content-encoding") === encoding;
        expect(isCoded || text.length < 860).toBe(true);
        expect((isCoded ? decode(bytes) : Buffer.from(bytes)).toString()).toBe(text);
      }
    }
  });

  it("links to pages that are there", async () => {
    const links = new Set<string>();
    for (const address of sample.slice(0, 3)) {
      const text = await (await app.request(address)).text();
      for (const [, link = ""] of text.matchAll(/ href="(\/[^"#]*)/g))
        if (!/^\/(assets\/|feed\.)/.test(link)) links.add(link);
    }
    const all = [...links].map((link) => link.replaceAll("&amp;", "&"));
    expect(
      all.filter((link) => {
        const path = new URL(link, "http://x").pathname.replace(/^\/api\/v1/, "");
        return matchRoute(routes, path) === null && matchFile(routes, path) === null;
      }),
    ).toEqual([]);
    const step = Math.ceil(all.length / 40);
    for (const link of all.filter((_, at) => at % step === 0)) {
      const { status: got } = await app.request(link);
      expect([link, got]).toEqual([link, 200]);
    }
  });

  it("ignores unknown parameters on pages, and refuses them in the API", async () => {
    const [address = "/"] = sample;
    expect((await app.request(`${address}?utm_source=x`)).status).toBe(200);
    expect((await app.request(`/api/v1${address}?utm_source=x`)).status).toBe(400);
  });
});

/** Whatever a page loads or sends to is of its own origin, and nothing is inline; other sites are linked to only. */
function expectOwnResources(text: string): void {
  const loaded = [
    ...text.matchAll(
      /<(?:script|img|link|iframe|source|form|use|image)\b[^>]*?\s(?:src|href|action|srcset|xlink:href)="([^"]*)"/g,
    ),
  ];
  expect(loaded.map((match) => match[1]).filter((address) => !/^(\/(?!\/)|#)/.test(address ?? ""))).toEqual([]);
  expect(text).not.toMatch(/<[^>]+\s(style|on[a-z]+)=/);
  expect(text).not.toMatch(/<style\b|<script\b(?![^>]*\ssrc=)|<iframe\b|<object\b|<embed\b|http-equiv/);
}

describe("as people spell them", () => {
  it.each([
    ["/techniques/t1550.001", "/techniques/T1550.001/"],
    ["/techniques/T1550.001/v/14.1", "/techniques/T1550.001/v/14.1/"],
    ["/techniques/T1550.001/v/v14.1/", "/techniques/T1550.001/v/14.1/"],
    ["/frameworks/nist/", "/frameworks/nist_800_53/"],
    ["/frameworks/nist/capabilities/ac-2/", "/frameworks/nist_800_53/capabilities/AC-02/"],
    ["/frameworks/m365/capabilities/DEF-SecScore-E3/", "/frameworks/m365/capabilities/DEF-SSCO-E3/"],
    ["/frameworks/csa_ccm/capabilities/iam-2/", "/frameworks/csa_ccm/capabilities/IAM-02/"],
    ["/frameworks/csa_ccm/capabilities/A&A-01/", "/frameworks/csa_ccm/capabilities/A%26A-01/"],
    ["/sets/nist/REV5/16.1/enterprise", "/sets/nist_800_53/rev5/16.1/enterprise/"],
    [
      "/sets/nist_800_53/rev5/16.1/enterprise/capabilities/ac-2/",
      "/sets/nist_800_53/rev5/16.1/enterprise/capabilities/AC-02/",
    ],
    [
      "/sets/csa_ccm/4.1/17.1/enterprise/capabilities/i&s-5/",
      "/sets/csa_ccm/4.1/17.1/enterprise/capabilities/I%26S-05/",
    ],
    ["/groups/g16/", "/groups/G0016/"],
    ["/groups/g42/", "/groups/G0042/"],
    ["/tactics/ta0008/", "/tactics/TA0008/"],
    ["/techniques/t1550.001/?framework=m365", "/techniques/T1550.001/?framework=m365"],
  ])("%s is moved to %s", async (target, location) => {
    const answer = await app.request(target);
    expect([answer.status, answer.headers.get("location")]).toEqual([308, location]);
    expect((await app.request(location)).status).toBe(200);
  });

  it.each([
    "/techniques/T1550.001/?attack=14.1",
    "/techniques/T1550.001/?aligned=16.1",
    "/techniques/T1550.001/?aligned-to=16.1",
  ])("%s is answered where it is", async (target) => {
    expect((await app.request(target)).status).toBe(200);
    expect((await app.request(`/api/v1${target}`)).status).toBe(200);
  });

  it.each([
    ["/techniques/WORD/", 79, 404],
    ["/search/?q=WORD", 199, 200],
    ["/groups/?q=WORD", 199, 200],
    ["/matrix/enterprise/?outline=WORD", 79, 200],
  ])("%s: a word that is cut within a character is answered", async (target, letters, expected) => {
    const answer = await app.request(target.replace("WORD", `${"a".repeat(letters)}%F0%9F%98%80`));
    expect([answer.status, faults]).toEqual([expected, []]);
  });

  it("a search in the old site's words is moved to ours", async () => {
    for (const root of ["", "/mappings-explorer"]) {
      const answer = await app.request(`${root}/search/?search=T1550.001`);
      expect([answer.status, answer.headers.get("location")]).toEqual([301, "/search/?q=T1550.001"]);
    }
  });

  it("a query alias and its address give the same JSON", async () => {
    const [alias, address] = [
      await app.request("/api/v1/techniques/T1550.001/?attack=14.1"),
      await app.request("/api/v1/techniques/T1550.001/v/14.1/"),
    ];
    expect(await alias.json()).toEqual(await address.json());
  });
});
