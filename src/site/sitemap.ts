import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import type { AnyRoute } from "../site/route.js";

/** A sitemap file may name 50,000 addresses (sitemaps.org); we stay below. */
const mostAddresses = 40_000;

/** Every address of every route, each once, in the table's order. */
export function everyAddress(routes: readonly AnyRoute[], kb: KnowledgeBase): readonly string[] {
  const addresses = new Set<string>();
  for (const route of routes) for (const address of route.all(kb)) addresses.add(address);
  return [...addresses];
}

/**
 * The sitemap file called `name` (`sitemap.xml`, `sitemap-2.xml`) with absolute addresses below `origin`; null for a
 * name that is not there. Many addresses are split over numbered files, and `sitemap.xml` is their index.
 */
export function sitemapFile(name: string, addresses: readonly string[], origin: string): string | null {
  const files = Math.ceil(addresses.length / mostAddresses);
  if (name === "sitemap.xml") {
    if (files <= 1) return urlSet(addresses, origin);
    const maps = Array.from(
      { length: files },
      (_, at) => `<sitemap><loc>${origin}/sitemap-${at + 1}.xml</loc></sitemap>`,
    );
    return document("sitemapindex", maps);
  }
  const number = Number(/^sitemap-(\d+)\.xml$/.exec(name)?.[1] ?? 0);
  if (files <= 1 || number < 1 || number > files) return null;
  return urlSet(addresses.slice((number - 1) * mostAddresses, number * mostAddresses), origin);
}

function urlSet(addresses: readonly string[], origin: string): string {
  return document(
    "urlset",
    addresses.map((address) => `<url><loc>${escapeXml(origin + address)}</loc></url>`),
  );
}

function document(root: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</${root}>\n`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text as it stands in an XML document, in content and attributes alike. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * What robots may read: pages yes; their JSON twins and endless searches no. `root` is where the site stands,
 * `https://host` and a base path where it has one; null where its host is not known, so that the sitemap has no address.
 */
export function robotsText(root: string | null, base = ""): string {
  const sitemap = root === null ? "" : `Sitemap: ${root}/sitemap.xml\n`;
  return `User-agent: *\nDisallow: ${base}/api/\nDisallow: ${base}/search/\n${sitemap}`;
}
