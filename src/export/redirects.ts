import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { resolveOldAddress } from "../site/old-addresses.js";
import { oldSitePages } from "../site/old-site-pages.js";
import { standingAddress } from "../site/standing-address.js";
import { redirectPage, type Standing } from "./redirect-page.js";
import type { MadeFile } from "./render-address.js";

/** An address of the site we succeed, and the one of ours that answers it; both without base. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Old pages that have another address now, as far as the export has that page. */
export function redirectsOf(kb: KnowledgeBase, addresses: readonly string[]): readonly Redirect[] {
  const there = new Set(addresses);
  return [...oldSitePages(kb)].flatMap((from) => {
    if (there.has(from)) return []; // some pages kept their address
    const found = resolveOldAddress(kb, from, {})?.href ?? null;
    const to = found === null ? null : standingAddress(kb, found, there);
    return to === null ? [] : [{ from, to }];
  });
}

/**
 * Redirects as hosts take them: `_redirects` (Netlify, Cloudflare Pages and others) and a map for nginx; with `pages` also
 * a page at every old address, for hosts that cannot redirect.
 */
export function* redirectFiles(
  redirects: readonly Redirect[],
  standing: Standing & { readonly base: string; readonly pages: boolean },
): Generator<MadeFile> {
  const { base, pages } = standing;
  yield {
    name: "_redirects",
    body: rules(redirects)
      .map(({ from, to }) => `${base}${from} ${base}${to} 301\n`)
      .join(""),
  };
  yield {
    name: "redirects.nginx.map",
    body: nginxMap(redirects, base),
  };
  if (!pages) return;
  for (const { from, to } of redirects) {
    const path = decodeURIComponent(from).slice(1);
    yield { name: path.endsWith("/") ? `${path}index.html` : path, body: redirectPage(to, standing) };
  }
}

/**
 * nginx compares a decoded path, ignoring case, and refuses a map that names one twice: of addresses that differ in case
 * alone the first counts.
 */
function nginxMap(redirects: readonly Redirect[], base: string): string {
  const lines = new Map<string, string>();
  for (const { from, to } of redirects) {
    const path = decodeURIComponent(base + from);
    const key = path.toLowerCase();
    if (!lines.has(key)) lines.set(key, `${quoted(path)} ${quoted(base + to)};\n`);
  }
  return [...lines.values()].join("");
}

/** A word of nginx's configuration. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/**
 * Hosts take some thousand rules at most. Pages of one folder that move alike become one rule with a placeholder; those
 * that do not, rules of their own before it, since the first rule that fits is taken.
 */
function rules(redirects: readonly Redirect[]): readonly Redirect[] {
  return [...inFolders(redirects).values()].flatMap((moves) => {
    const shapes = new Map<string, number>();
    for (const move of moves) shapes.set(shapeOf(move), (shapes.get(shapeOf(move)) ?? 0) + 1);
    const [shape = "", count = 0] = [...shapes].sort((a, b) => b[1] - a[1])[0] ?? [];
    const [first] = moves;
    if (first === undefined || count < 2 || !shape.includes(":id")) return moves;
    const others = moves.filter((move) => shapeOf(move) !== shape);
    return [...others, { from: `${folderOf(first.from)}:id/`, to: shape }];
  });
}

/** Sorted into folders, in the order met. */
function inFolders(redirects: readonly Redirect[]): ReadonlyMap<string, readonly Redirect[]> {
  const folders = new Map<string, Redirect[]>();
  for (const redirect of redirects) {
    const folder = folderOf(redirect.from);
    const known = folders.get(folder);
    if (known) known.push(redirect);
    else folders.set(folder, [redirect]);
  }
  return folders;
}

function folderOf(path: string): string {
  return path.replace(/[^/]+\/?$/, "");
}

/** Where a page leads, its own last name replaced: `/techniques/:id/v/14.1/`. */
function shapeOf({ from, to }: Redirect): string {
  const name = /([^/]+)\/$/.exec(from)?.[1] ?? "";
  return name === ""
    ? to
    : to
        .split("/")
        .map((part) => (part === name ? ":id" : part))
        .join("/");
}
