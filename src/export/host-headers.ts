import { contentPolicy, documentHeaders, immutable } from "../site/page-policy.js";

type Header = readonly [name: string, value: string];

/** Headers by what they are sent with, as paths below the base; a file that two fit gets both. */
const wanted: readonly (readonly [path: string, headers: readonly Header[]])[] = [
  ["/*", Object.entries({ ...documentHeaders, "content-security-policy": contentPolicy })],
  ["/assets/*", [["cache-control", immutable]]],
  ["/api/*", [["access-control-allow-origin", "*"]]],
  ["/facts/*", [["access-control-allow-origin", "*"]]],
];

/**
 * What the server says of pages and data, for hosts that read it from `_headers` (Netlify, Cloudflare Pages and others).
 * Without `Cross-Origin-Resource-Policy`: these hosts add headers up, and data is for other sites too.
 */
export function headersFile(base: string): string {
  return wanted
    .map(([path, headers]) => `${base}${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join("")}`)
    .join("");
}
