import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { mergeFacts } from "../compile/overlay.js";
import { factFilesOf, type Manifest, manifestFile } from "../knowledge/facts/manifest.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { markSprite } from "../site/components/marks.js";
import { siteFooter } from "../site/components/site-footer.js";
import { siteHeader } from "../site/components/site-header.js";
import { html, trusted } from "../site/html.js";
import { placeLinks } from "../site/place-links.js";
import { loadedView } from "../site/views/loaded.js";
import { factLayers } from "../sources/facts-folder.js";

/** What the one file is made of. */
export interface SingleSettings {
  readonly facts: string;
  readonly home: string;
  /** Folder of the built script and style sheet. */
  readonly parts: string;
}

/**
 * The whole explorer as one HTML file that asks nobody for anything: script, styles, fonts and facts stand in it. Its policy
 * names the script and the styles by their hashes and allows no connection (decision 0016). The same facts give the same bytes.
 */
export function singlePage(kb: KnowledgeBase, { facts, home, parts }: SingleSettings): string {
  // An end tag within a script would end it; in JavaScript and CSS a backslash there changes nothing.
  const part = (name: string) => readFileSync(join(parts, name), "utf8").replace(/<\/(script|style)/gi, "<\\/$1");
  const script = part("single.js");
  // Within the file no font is late, and none is left out for having been.
  const style = part("single.css").replaceAll("font-display:optional", "font-display:block");
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "font-src data:",
    "img-src data: blob:",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
  const frame = placeLinks(
    `${markSprite()}${siteHeader(null)}<main id="main" class="page" tabindex="-1"><p>This file needs its script: it makes the pages from the facts that stand in it.</p></main>${siteFooter(loadedView(kb, null), "")}`,
    { base: "#" },
  );
  return String(
    html`${trusted("<!doctype html>")}<html lang="en" data-site="single" data-base="#"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Tidemap</title><style>${trusted(style)}</style></head><body>${trusted(frame)}<script type="application/octet-stream" id="facts">${trusted(packedFacts(facts, home))}</script><script type="module">${trusted(script)}</script></body></html>\n`,
  );
}

/** All fact files as one gzipped JSON object, as base64. */
function packedFacts(folder: string, home: string): string {
  const [embedded, own] = factLayers(folder, home);
  if (embedded === undefined) throw new Error("no facts");
  const manifest = JSON.parse(embedded.text(manifestFile)) as Manifest;
  const files =
    own === undefined
      ? factFilesOf(manifest).map((name) => [name, embedded.text(name)] as const)
      : [...mergeFacts(embedded, own)];
  return gzipSync(JSON.stringify(Object.fromEntries(files)), { level: 9 }).toString("base64");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
