import { hrefs } from "../hrefs.js";
import { html, trusted } from "../html.js";
import type { HtmlText, Page, QueryParameter } from "../route.js";
import type { LoadedView } from "../views/loaded.js";
import { breadcrumbs } from "./breadcrumbs.js";
import { markSprite } from "./marks.js";
import { siteFooter } from "./site-footer.js";
import { siteHeader } from "./site-header.js";

export interface Shell {
  /** The page's one lasting path; null for pages that have none (404). */
  readonly canonical: string | null;
  /** What its address may ask, which a host that only sends files leaves to the script. */
  readonly parameters: readonly QueryParameter[];
  /** `https://host` where it is known; canonical addresses are absolute then. */
  readonly origin: string | null;
  /** The site stands on a host that only sends files, below this path (`/tidemap`, or empty); absent where a server answers. */
  readonly staticBase?: string | undefined;
  /** The address of a file of the build by its plain name: `main.css` → `/assets/main.AB12CD34.css`. */
  asset(name: string): string;
  readonly loaded: LoadedView;
}

const preloaded = ["plex-sans-var.woff2", "source-serif-600.woff2", "plex-mono-400.woff2"] as const;

/**
 * A whole document around a page. The script is a module that blocks rendering where browsers can (it is tiny, and sets
 * the chosen theme before the first paint); everything works without it.
 */
export function pageShell(page: Page, shell: Shell): HtmlText {
  const title = page.breadcrumbs.length === 0 ? `Tidemap: ${page.title}` : `${page.title} · Tidemap`;
  return html`${trusted("<!doctype html>")}<html lang="en"${staticMarks(shell)}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><meta name="description" content="${page.description}"><meta name="color-scheme" content="light dark">${addressLinks(shell)}${feedLinks(page, shell)}${sharingPreview(page, shell)}<link rel="icon" href="${shell.asset("favicon.svg")}" type="image/svg+xml">${preloaded.map(
    (font) => html`<link rel="preload" href="${shell.asset(font)}" as="font" type="font/woff2" crossorigin>`,
  )}<link rel="stylesheet" href="${shell.asset("main.css")}"><script type="module" src="${shell.asset("main.js")}" blocking="render"></script></head><body><a class="skip-link" href="#main">Skip to content</a>${markSprite()}${siteHeader(page.section)}<main id="main" class="page" tabindex="-1">${breadcrumbs(page.breadcrumbs)}${page.body}</main>${siteFooter(shell.loaded, `${shell.origin ?? ""}${shell.staticBase ?? ""}${shell.canonical ?? ""}`)}</body></html>`;
}

/** Scripts read here that no server answers queries, and what stands before every path. */
function staticMarks({ staticBase, parameters }: Shell): HtmlText | null {
  if (staticBase === undefined) return null;
  return html` data-site="static"${staticBase === "" ? null : html` data-base="${staticBase}"`}${parameters.length === 0 ? null : html` data-asks="${parameters.map(({ name }) => name).join(" ")}"`}`;
}

/** What other programs show of a link to the page (Open Graph). No picture: none says more than the title. */
function sharingPreview(page: Page, { canonical, origin, staticBase = "" }: Shell): HtmlText | null {
  if (canonical === null) return null;
  const address = origin === null ? null : `${origin}${staticBase}${canonical}`;
  return html`<meta property="og:site_name" content="Tidemap"><meta property="og:type" content="website"><meta property="og:title" content="${page.title}"><meta property="og:description" content="${page.description}">${address === null ? null : html`<meta property="og:url" content="${address}">`}<meta name="twitter:card" content="summary">`;
}

/** The home page leads to the feeds; an export that does not know its host has none. */
function feedLinks(page: Page, { origin, staticBase }: Shell): HtmlText | null {
  if (page.breadcrumbs.length > 0 || (staticBase !== undefined && origin === null)) return null;
  return html`<link rel="alternate" type="application/atom+xml" title="Releases and sets" href="/feed.xml"><link rel="alternate" type="application/feed+json" title="Releases and sets" href="/feed.json">`;
}

function addressLinks({ canonical, origin, staticBase = "" }: Shell): HtmlText | null {
  if (canonical === null) return html`<meta name="robots" content="noindex">`;
  return html`<link rel="canonical" href="${origin === null ? canonical : `${origin}${staticBase}${canonical}`}"><link rel="alternate" type="application/json" href="${hrefs.api(canonical)}">`;
}
