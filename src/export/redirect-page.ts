import { html, trusted } from "../site/html.js";

/** Where a site stands: `https://host` and base path, each as far as it has one. */
export interface Standing {
  readonly surroundings: { readonly origin: string | null; readonly staticBase?: string | undefined };
}

/** A page that leads to another path of ours at once, by itself and by a link, for hosts that cannot redirect. */
export function redirectPage(path: string, { surroundings: { origin, staticBase = "" } }: Standing): string {
  const target = staticBase + path;
  return String(
    html`${trusted("<!doctype html>")}<html lang="en"><head><meta charset="utf-8"><title>Moved</title><meta name="robots" content="noindex"><link rel="canonical" href="${origin ?? ""}${target}"><meta http-equiv="refresh" content="0; url=${target}"></head><body><p>This page is now at <a href="${target}">${target}</a>.</p></body></html>`,
  );
}
