import { describe, expect, it } from "vitest";
import { fakeApp } from "./fake-site.js";

const app = fakeApp();

describe("redirects", () => {
  it.each([
    ["/things/1", "/things/1/"],
    ["/things/01/", "/things/1/"],
    ["/things/01", "/things/1/"],
    ["/things/%31/", "/things/1/"],
    ["/things//1/", "/things/1/"],
    ["//things/1/", "/things/1/"],
    ["/things/01/?q=a%20b&utm=1", "/things/1/?q=a%20b&utm=1"],
    ["/things/1?q=a", "/things/1/?q=a"],
    ["/things/1?aligned=16.1", "/things/1/?aligned=16.1"],
    ["//things//1?aligned=16.1", "/things/1/?aligned=16.1"],
  ])("%s leads to %s, for good", async (target, location) => {
    const answer = await app.fetch(new Request(`http://localhost${target}`));
    expect([answer.status, answer.headers.get("location")]).toEqual([308, location]);
    expect((await app.request(location)).status).toBe(200);
  });

  it.each([
    "//example.org/",
    "//example.org/things/1",
    "/\\example.org/",
    "///things///1",
  ])("%s never leads to another host", async (target) => {
    const answer = await app.fetch(new Request(`http://localhost${target}`));
    expect(answer.headers.get("location") ?? "/").toMatch(/^\/(?!\/)/);
  });

  it("a query that has an address of another kind is answered where it is", async () => {
    expect((await app.request("/things/1/?aligned=16.1")).status).toBe(200);
    expect((await app.request("/things/1/v/16.1/")).status).toBe(200);
  });

  it("the API answers any spelling where it is asked, and names the canonical one", async () => {
    for (const target of ["/api/v1/things/1", "/api/v1/things/1/", "/api/v1/things/01/"]) {
      const answer = await app.request(target);
      expect([target, answer.status]).toEqual([target, 200]);
      expect(await answer.json()).toMatchObject({ id: "1" });
      expect(answer.headers.get("link")).toContain('</api/v1/things/1/>; rel="canonical"');
    }
  });
});

describe("old addresses", () => {
  it.each([
    ["/external/nist/", "/frameworks/nist_800_53/"],
    ["/mappings-explorer/", "/"],
    ["/mappings-explorer/attack/attack-16.1/domain-ics/techniques/", "/techniques/ics/v/16.1/"],
  ])("%s leads to %s", async (target, location) => {
    const answer = await app.request(target);
    expect([answer.status, answer.headers.get("location")]).toEqual([301, location]);
  });

  it("a retired file is gone, and says so", async () => {
    const answer = await app.request("/static/lunr-index.zip");
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain("TM4108");
  });

  it("below the API there are none", async () => {
    expect((await app.request("/api/v1/external/nist/")).status).toBe(404);
  });
});

describe("files for machines", () => {
  it("robots.txt names the sitemap of the host asked, or of the one configured", async () => {
    expect(await (await app.request("/robots.txt")).text()).toContain("Sitemap: http://localhost/sitemap.xml\n");
    const named = fakeApp({ origin: "https://tides.example" });
    expect(await (await named.request("/robots.txt")).text()).toContain("Sitemap: https://tides.example/sitemap.xml\n");
  });

  it("the sitemap names every address of every route", async () => {
    const text = await (await app.request("/sitemap.xml")).text();
    expect([...text.matchAll(/<loc>http:\/\/localhost([^<]*)<\/loc>/g)].map((match) => match[1])).toEqual([
      "/",
      "/things/1/",
      "/things/7/",
      "/things/1/v/16.1/",
    ]);
    expect((await app.request("/sitemap-1.xml")).status).toBe(404);
  });

  it("assets are reached by their hashed names only, and nothing else is", async () => {
    expect((await app.request("/assets/main.AAAAAAAA.css")).status).toBe(200);
    for (const name of [
      "main.css",
      "",
      "..%2f..%2fpackage.json",
      "..%5c..%5cpackage.json",
      "%00",
      "manifest.json",
      "__proto__",
    ])
      expect([name, (await app.request(`/assets/${name}`)).status]).toEqual([name, 404]);
  });
});
