import type { JsonLayout } from "../model/mapping-file.js";

/** How the Mappings Editor writes, and Tidemap where nothing else is known. */
export const plainLayout: JsonLayout = {
  indent: "    ",
  shortLists: false,
  shortObjects: false,
  spaced: true,
  ascii: false,
  lineBreak: "\n",
  lastBreak: true,
};

/** How a JSON text is written, as far as its beginning and its marks tell; the same text comes out of `writeJson` then. */
export function jsonLayoutOf(text: string): JsonLayout {
  const indent = /^\s*[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? "";
  return {
    indent,
    shortLists: indent !== "" && /: \["/.test(text),
    shortObjects: indent !== "" && /(?:^[ \t]*|: )\{ "/m.test(text.slice(0, headCharacters)),
    spaced: /^\s*[{[]\s*"[^"]*": /.test(text),
    ascii: /\\u(?!00[0-7])/.test(text) && !/[^\0-\x7f]/.test(text),
    lineBreak: /\r\n/.test(text) ? "\r\n" : "\n",
    lastBreak: /[\r\n]$/.test(text.slice(-1)),
  };
}

/** Short objects stand in the metadata, which is the first to come. */
const headCharacters = 20_000;

/** Longest line that a list or an object is folded into. */
const width = 80;

/** Objects nearer to the top are never folded: metadata, its tables, rows. */
const foldedFrom = 3;

/** A value of plain objects, lists, texts, numbers, booleans and nulls as JSON text in a layout. */
export function writeJson(value: unknown, layout: JsonLayout): string {
  const text = layout.indent === "" ? onOneLine(value, layout.spaced) : onLines(value, layout);
  const escaped = layout.ascii ? text.replace(/[\x7f-\uffff]/g, escapeLetter) : text;
  return `${escaped}${layout.lastBreak ? layout.lineBreak : ""}`;
}

function escapeLetter(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** No JSON string holds a line break, so those between the tokens can be taken out again. */
function onOneLine(value: unknown, spaced: boolean): string {
  if (!spaced) return JSON.stringify(value);
  return JSON.stringify(value, null, 1)
    .replace(/([{[])\n\s*/g, "$1")
    .replace(/\n\s*([}\]])/g, "$1")
    .replace(/\n\s*/g, " ");
}

function onLines(value: unknown, layout: JsonLayout): string {
  const { indent, shortLists, shortObjects, lineBreak } = layout;
  const text = shortLists || shortObjects ? folded(value, layout) : JSON.stringify(value, null, indent);
  return lineBreak === "\n" ? text : text.replaceAll("\n", lineBreak);
}

/** As `JSON.stringify` with an indent, but lists and innermost objects on one line where they fit. */
function folded(value: unknown, layout: JsonLayout): string {
  const write = (inner: unknown, depth: number, before: number): string => {
    if (typeof inner !== "object" || inner === null) return JSON.stringify(inner);
    const list = Array.isArray(inner);
    const values: readonly unknown[] = Object.values(inner);
    if (values.length === 0) return list ? "[]" : "{}";
    if (foldable(values) && (list ? layout.shortLists : layout.shortObjects && depth >= foldedFrom)) {
      const line = list ? onOneLine(inner, true) : `{ ${onOneLine(inner, true).slice(1, -1)} }`;
      if (layout.indent.length * depth + before + line.length <= width) return line;
    }
    const pad = layout.indent.repeat(depth + 1);
    const keys = Object.keys(inner);
    const lines = values.map((item, at) => {
      const key = list ? "" : `${JSON.stringify(keys[at])}: `;
      return `${pad}${key}${write(item, depth + 1, key.length + 1)}`;
    });
    return `${list ? "[" : "{"}\n${lines.join(",\n")}\n${layout.indent.repeat(depth)}${list ? "]" : "}"}`;
  };
  return write(value, 0, 0);
}

function foldable(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value !== "object" || value === null);
}
