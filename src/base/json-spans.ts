import { escapePointer } from "./json-pointer.js";

/** Where a value stands in a JSON text: UTF-16 offsets, `end` behind its last unit. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
  /** Where the member begins, its key included; the value's own start in lists and at the top. */
  readonly memberStart: number;
}

/** The wanted pointers as a tree, so that whatever nobody asks for is skipped without a look inside. */
interface Wanted {
  pointer: string | null;
  readonly parts: Map<string, Wanted>;
}

/**
 * The spans of the values that pointers name; the last one of repeated keys; pointers to nothing are left out. Only for
 * text that JSON.parse takes: nothing is checked, and what is skipped is skipped by its quotes and brackets alone (a few
 * nanoseconds a unit, since strings are skipped by searching their end).
 */
export function jsonSpans(text: string, pointers: Iterable<string>): ReadonlyMap<string, JsonSpan> {
  const spans = new Map<string, JsonSpan>();
  const start = blanksFrom(text, 0);
  visit({ text, spans }, wantedOf(pointers), { start, memberStart: start });
  return spans;
}

function wantedOf(pointers: Iterable<string>): Wanted {
  const root: Wanted = { pointer: null, parts: new Map() };
  for (const pointer of pointers) {
    let node = root;
    for (const part of pointer.split("/").slice(1)) {
      const next: Wanted = node.parts.get(part) ?? { pointer: null, parts: new Map() };
      node.parts.set(part, next);
      node = next;
    }
    node.pointer = pointer;
  }
  return root;
}

interface Walk {
  readonly text: string;
  readonly spans: Map<string, JsonSpan>;
}

/** Notes the value where it is wanted, goes into it where something inside is; gives the offset behind it. */
function visit(walk: Walk, wanted: Wanted, { start, memberStart }: Omit<JsonSpan, "end">): number {
  const inside = wanted.parts.size > 0;
  const opener = walk.text[start];
  const end =
    inside && opener === "{"
      ? members(walk, wanted, start + 1)
      : inside && opener === "["
        ? items(walk, wanted, start + 1)
        : skip(walk.text, start);
  if (wanted.pointer !== null) walk.spans.set(wanted.pointer, { start, end, memberStart });
  return end;
}

function members(walk: Walk, wanted: Wanted, from: number): number {
  const { text } = walk;
  let at = blanksFrom(text, from);
  while (at < text.length && text[at] !== "}") {
    const keyEnd = skipString(text, at);
    const inner = wanted.parts.get(escapePointer(keyOf(text.slice(at, keyEnd))));
    const start = blanksFrom(text, blanksFrom(text, keyEnd) + 1);
    at = blanksFrom(text, inner ? visit(walk, inner, { start, memberStart: at }) : skip(text, start));
    if (text[at] === ",") at = blanksFrom(text, at + 1);
  }
  return at + 1;
}

function items(walk: Walk, wanted: Wanted, from: number): number {
  const { text } = walk;
  let at = blanksFrom(text, from);
  for (let item = 0; at < text.length && text[at] !== "]"; item++) {
    const inner = wanted.parts.get(String(item));
    at = blanksFrom(text, inner ? visit(walk, inner, { start: at, memberStart: at }) : skip(text, at));
    if (text[at] === ",") at = blanksFrom(text, at + 1);
  }
  return at + 1;
}

/** A key without its quotes; only one with a backslash has to be decoded. */
function keyOf(quoted: string): string {
  return quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}

function skip(text: string, start: number): number {
  const opener = text[start];
  if (opener === '"') return skipString(text, start);
  let at = start;
  if (opener !== "{" && opener !== "[") {
    while (at < text.length && !isEnd(text.charCodeAt(at))) at++;
    return Math.max(at, start + 1);
  }
  for (let depth = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) at = skipString(text, at) - 1;
    else if (unit === openBrace || unit === openBracket) depth++;
    else if ((unit === closeBrace || unit === closeBracket) && --depth === 0) return at + 1;
  }
  return at;
}

/** The offset behind a string that begins at `start`. */
function skipString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === "\\") backslashes++;
    if (backslashes % 2 === 0) return end + 1;
  }
  return text.length;
}

const [quote, comma] = [34, 44];
const [openBracket, closeBracket] = [91, 93];
const [openBrace, closeBrace] = [123, 125];

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9;
}

function isEnd(unit: number): boolean {
  return isBlank(unit) || unit === comma || unit === closeBracket || unit === closeBrace;
}

function blanksFrom(text: string, start: number): number {
  let at = start;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}
