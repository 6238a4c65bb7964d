import { visit } from "jsonc-parser";
import { LineIndex } from "../base/line-index.js";
import type { Parsed } from "../model/diagnostic.js";
import { type Domain, isDomain } from "../model/domain.js";
import { type AttackVersion, parseAttackVersion } from "../model/version.js";
import { type BundleSource, decodeBundle } from "./bundle.js";
import { Findings } from "./findings.js";
import type { ReleaseFacts } from "./release-facts.js";
import { isRecord, killChainOf, listOf, textOf } from "./stix.js";

/** Deepest nesting of JSON that is read; published bundles need 8. */
export const nestingBound = 64;

export interface BundleOptions {
  readonly file: string;
  /** Where not given: by the bundle's collection object, the file name, the kill chains. */
  readonly domain?: Domain;
  readonly version?: AttackVersion;
}

/**
 * The text of a bundle as facts; null with diagnostics for anything that is none. A release that neither the caller,
 * the bundle nor the file name tells is an error.
 */
export function parseBundle(text: string, options: BundleOptions): Parsed<ReleaseFacts> {
  const parsed = parseBundleJson(text, options.file);
  if (parsed.value === null) return { value: null, diagnostics: parsed.diagnostics };
  const source = detectRelease(parsed.value.json, options);
  const before = [...parsed.diagnostics, ...source.diagnostics];
  if (source.value === null) return { value: null, diagnostics: before };
  const { value, diagnostics } = decodeBundle(parsed.value.json, source.value);
  return { value, diagnostics: [...before, ...diagnostics] };
}

/** The JSON of a text; null with line and column of the first fault for text that is no JSON or nested too deep. */
export function parseBundleJson(text: string, file: string): Parsed<{ readonly json: unknown }> {
  const findings = new Findings(file);
  let body = text;
  if (text.charCodeAt(0) === 0xfeff) {
    findings.add("TM2012", { message: "The file begins with a byte order mark; it is skipped." });
    body = text.slice(1);
  }
  const deep = tooDeepAt(body);
  if (deep >= 0) {
    const place = new LineIndex(body).at(deep);
    findings.add("TM2002", { ...place, message: `The JSON is nested deeper than ${nestingBound} levels.` });
    return { value: null, diagnostics: findings.all() };
  }
  try {
    return { value: { json: JSON.parse(body) as unknown }, diagnostics: findings.all() };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    findings.add("TM2001", jsonFault(body));
    return { value: null, diagnostics: findings.all() };
  }
}

/** Offset of the first bracket beyond the bound, -1 for none. Runs before JSON.parse, whose depth others bound. */
function tooDeepAt(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 34) {
      i = stringEnd(text, i);
      if (i < 0) return -1;
    } else if (unit === 123 || unit === 91) {
      if (++depth > nestingBound) return i;
    } else if (unit === 125 || unit === 93) depth--;
  }
  return -1;
}

/** Offset of the quote that ends the string opened at `start`, -1 where none does. */
function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return -1;
}

function jsonFault(text: string): { message: string; line: number; column: number; hint: string } {
  let offset = text.length;
  visit(
    text,
    {
      onError: (_error, at) => {
        offset = Math.min(offset, at);
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  const place = new LineIndex(text).at(offset);
  const message =
    offset >= text.length
      ? "The JSON ends too early: the file is cut off."
      : `The text is not JSON from ${JSON.stringify(text.slice(offset, offset + 12))} on.`;
  return { message, ...place, hint: "Download the file again; a bundle is one JSON object." };
}

/** Which release a bundle is. The collection object (STIX 2.1) is believed before the file name. */
function detectRelease(json: unknown, options: BundleOptions): Parsed<BundleSource> {
  const findings = new Findings(options.file);
  const inside = releaseInside(json);
  const named = releaseNamed(options.file);
  const domain = options.domain ?? inside.domain ?? named.domain;
  const version = options.version ?? inside.version ?? named.version;
  if (
    (options.version === undefined && inside.version && named.version && inside.version !== named.version) ||
    (options.domain === undefined && inside.domain && named.domain && inside.domain !== named.domain)
  )
    findings.add("TM2013", {
      message: `The file is named after ${named.domain} ${named.version}, the bundle says ${inside.domain} ${inside.version}.`,
    });
  if (domain && version) return { value: { file: options.file, domain, version }, diagnostics: findings.all() };
  findings.add("TM2004", {
    message: `Nothing says which ${domain ? "release" : "domain"} this bundle is.`,
    hint: "Name the file like enterprise-attack-18.1.json.",
  });
  return { value: null, diagnostics: findings.all() };
}

interface Detected {
  readonly domain: Domain | null;
  readonly version: AttackVersion | null;
}

function releaseNamed(file: string): Detected {
  const match = /(enterprise|mobile|ics)-attack(?:[-_]v?(\d+(?:\.\d+)?))?[^/\\]*$/i.exec(file);
  const domain = match?.[1]?.toLowerCase() ?? "";
  return { domain: isDomain(domain) ? domain : null, version: parseAttackVersion(match?.[2] ?? "") };
}

function releaseInside(json: unknown): Detected {
  if (!isRecord(json)) return { domain: null, version: null };
  const objects = listOf(json, "objects");
  const collection = objects.find((object) => isRecord(object) && object.type === "x-mitre-collection");
  if (!isRecord(collection)) return { domain: domainOfChains(objects), version: null };
  const word = /^\s*(\w+)/.exec(textOf(collection, "name") ?? "")?.[1]?.toLowerCase() ?? "";
  return {
    domain: isDomain(word) ? word : domainOfChains(objects),
    version: parseAttackVersion(textOf(collection, "x_mitre_version") ?? ""),
  };
}

/** The domain of the first technique with a kill chain phase. */
function domainOfChains(objects: readonly unknown[]): Domain | null {
  for (const object of objects) {
    if (!isRecord(object) || object.type !== "attack-pattern") continue;
    const [phase] = listOf(object, "kill_chain_phases");
    const chain = isRecord(phase) ? phase.kill_chain_name : null;
    for (const [domain, name] of Object.entries(killChainOf)) if (name === chain && isDomain(domain)) return domain;
  }
  return null;
}
