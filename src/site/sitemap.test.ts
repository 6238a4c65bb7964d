import { expect, it } from "vitest";
import { sitemapFile } from "./sitemap.js";

const many = Array.from({ length: 90_000 }, (_, at) => `/things/${at}/`);
const locations = (text: string | null) => [...(text ?? "").matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1]);

it("few addresses are one file", () => {
  expect(locations(sitemapFile("sitemap.xml", ["/a&b/"], "https://x.example"))).toEqual(["https://x.example/a&amp;b/"]);
  expect(sitemapFile("sitemap-1.xml", ["/a/"], "")).toBeNull();
});

it("many addresses are split, each standing once", () => {
  const files = locations(sitemapFile("sitemap.xml", many, ""));
  expect(files).toEqual(["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"]);
  const all = files.map((file) => locations(sitemapFile(String(file).slice(1), many, "")));
  expect(all.map((part) => part.length)).toEqual([40_000, 40_000, 10_000]);
  expect(all.flat()).toEqual(many);
  expect(sitemapFile("sitemap-4.xml", many, "")).toBeNull();
  expect(sitemapFile("sitemap-0.xml", many, "")).toBeNull();
});
