import type { HtmlText } from "./route.js";

/** What may stand in a template: text and numbers are escaped, lists are joined, null, undefined and booleans vanish. */
export type Child = HtmlText | string | number | boolean | null | undefined | readonly Child[];

/** Text that is HTML already. Only this module makes it, so that nothing else can pass unescaped. */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/**
 * Escaped HTML from a template literal. Ours rather than a library's, because pages are made of hundreds of small
 * templates and must be quick to render anew: decision 0004.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): HtmlText {
  let text = strings[0] ?? "";
  for (let i = 0; i < values.length; i++) text += rendered(values[i]) + (strings[i + 1] ?? "");
  return new Markup(text);
}

function rendered(child: Child): string {
  if (typeof child === "string") return escaped(child);
  if (child instanceof Markup) return child.toString();
  if (child === null || child === undefined || typeof child === "boolean") return "";
  if (!Array.isArray(child)) return escaped(String(child));
  let text = "";
  for (const part of child as readonly Child[]) text += rendered(part);
  return text;
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Up to here a text is cheap to build sign by sign: names and titles, not descriptions. */
const shortText = 200;

/** Safe in content and in quoted attributes. Most text holds nothing to escape, so that is asked first. */
function escaped(text: string): string {
  if (!/[&<>"'\u0080-\uffff]/.test(text)) return text;
  // What `replace` makes of a text with wide signs stays wide; what is put together of narrow ones is narrow.
  const isWide = /[\u0080-\uffff]/.test(text);
  if (isWide && text.length <= shortText) return Array.from(text, reference).join("");
  return text.replace(/[&<>"']|[\u0080-\u{10ffff}]/gu, reference);
}

/**
 * Signs beyond ASCII become references too, as our templates write them (`&middot;`): a page that is ASCII is copied to
 * its bytes as it is, while one arrow in it makes all of it be widened and encoded, a fifth of all serving: decision 0021.
 */
function reference(sign: string): string {
  const known = references[sign];
  if (known !== undefined || sign < "\u0080") return known ?? sign;
  return `&#${unreferable.test(sign) ? 0xfffd : sign.codePointAt(0)};`;
}

/** As references HTML reads the first as other signs (WHATWG HTML 13.2.5.80), and XML refuses the rest. */
const unreferable = /^[\u0080-\u009f\ud800-\udfff\ufffe\uffff]$/;

/** The one door for markup that no template made; for constants of ours only, never for data. */
export function trusted(markup: string): HtmlText {
  return new Markup(markup);
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

/** The parts with the same between each two: `joined(ids, html` &rarr; `)`. */
export function joined(parts: readonly Child[], between: Child): readonly Child[] {
  const all: Child[] = [];
  for (const part of parts) {
    if (all.length > 0) all.push(between);
    all.push(part);
  }
  return all;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly Child[]): readonly Child[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? " and " : ", ", part];
  });
}
