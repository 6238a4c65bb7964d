import { raw, html as template } from "hono/html";
import type { HtmlText } from "./route.js";

/** What may stand in a template: text and numbers are escaped, lists are joined, null, undefined and booleans vanish. */
export type Child = HtmlText | string | number | boolean | null | undefined | readonly Child[];

/**
 * Escaped HTML from a template literal. Rendering is synchronous: no child is a promise, so the result is none either.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): HtmlText {
  return template(strings, ...values) as HtmlText;
}

/** The one door for markup that no template made; for constants of ours only, never for data. */
export function trusted(markup: string): HtmlText {
  return raw(markup);
}

const allowedSchemes: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

/**
 * The address if it may become a link: absolute, http, https or mailto, as written but for outer blanks. null for all
 * else: pieces of cut addresses, `javascript:`, `data:`, relative paths.
 */
export function safeUrl(text: string): string | null {
  const address = text.trim();
  if (/\s/.test(address)) return null;
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined || !allowedSchemes.has(scheme)) return null;
  if (scheme === "mailto:") return address;
  return /^https?:\/\/[^/]/i.test(address) ? address : null;
}

/** A link away from Tidemap; plain text where the address may not become a link. */
export function externalLink(address: string, text: Child): HtmlText {
  const url = safeUrl(address);
  return url === null ? html`${text}` : html`<a href="${url}" rel="external noreferrer">${text}</a>`;
}

/** `3,576`: a count as pages write it. */
export function number(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 row`, `40 rows`; `plural` where an s does not do. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${number(count)} ${count === 1 ? singular : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly Child[]): readonly Child[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? " and " : ", ", part];
  });
}
