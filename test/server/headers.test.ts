import { describe, expect, it } from "vitest";
import { fakeApp } from "./fake-site.js";

const app = fakeApp();

const page = {
  "cache-control": "no-cache",
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  "access-control-allow-origin": null,
  vary: "Accept-Encoding",
} as const;

const data = {
  ...page,
  "content-type": "application/json",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
} as const;

const part = {
  ...page,
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": null,
  "permissions-policy": null,
} as const;

const immutable = "public, max-age=31536000, immutable";

const table: readonly (readonly [string, number, Readonly<Record<string, string | null>>])[] = [
  ["/things/1/", 200, page],
  ["/things/13/", 404, page],
  ["/nothing/", 404, page],
  ["/api/v1/things/1/", 200, data],
  ["/api/v1/things/13/", 404, { ...data, "content-type": "application/problem+json", vary: null }],
  ["/api/v1/openapi.json", 200, data],
  [
    "/assets/main.AAAAAAAA.css",
    200,
    { ...part, "cache-control": immutable, "content-type": "text/css; charset=utf-8" },
  ],
  [
    "/assets/sans.CCCCCCCC.woff2",
    200,
    { ...part, "cache-control": immutable, "content-type": "font/woff2", vary: null },
  ],
  ["/favicon.svg", 200, { ...page, "content-type": "image/svg+xml", vary: null }],
  ["/robots.txt", 200, { ...page, "content-type": "text/plain; charset=utf-8", vary: null }],
  ["/feed.json", 200, { ...data, "content-type": "application/feed+json" }],
  ["/feed.xml", 200, { ...data, "content-type": "application/atom+xml" }],
  ["/sitemap.xml", 200, { ...page, "content-type": "application/xml; charset=utf-8", vary: null }],
  ["/healthz", 200, { ...data, "cache-control": "no-store", vary: null }],
];

describe("headers", () => {
  it.each(table)("of %s", async (target, status, expected) => {
    const answer = await app.request(target);
    expect(answer.status).toBe(status);
    for (const [name, value] of Object.entries(expected))
      expect([name, answer.headers.get(name)]).toEqual([name, value]);
  });

  it.each(table)("of %s set no cookie and name no other origin", async (target) => {
    const answer = await app.request(target);
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect([...answer.headers.values()].filter((value) => /https?:|\/\//.test(value))).toEqual([]);
  });

  it.each(table)("of %s are the same for HEAD, which has no body", async (target, status) => {
    const [get, head] = [await app.request(target), await app.request(target, { method: "HEAD" })];
    expect(head.status).toBe(status);
    expect(await head.text()).toBe("");
    expect([...head.headers]).toEqual([...get.headers]);
  });
});

describe("methods", () => {
  it.each(["POST", "PUT", "DELETE", "PATCH"])("%s is refused everywhere, and says what is allowed", async (method) => {
    for (const target of ["/things/1/", "/api/v1/things/1/", "/healthz", "/assets/main.AAAAAAAA.css", "/nothing/"]) {
      const answer = await app.request(target, { method });
      expect([target, answer.status, answer.headers.get("allow")]).toEqual([target, 405, "GET, HEAD, OPTIONS"]);
    }
  });

  it("a preflight for the API allows any origin to read", async () => {
    const headers = { origin: "https://example.org", "access-control-request-method": "GET" };
    const answer = await app.request("/api/v1/things/1/", { method: "OPTIONS", headers });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
    expect(answer.headers.get("access-control-allow-headers")).toContain("If-None-Match");
  });

  it("a page allows no other origin", async () => {
    const answer = await app.request("/things/1/", { method: "OPTIONS" });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([204, null]);
  });
});
