import { jsonFaultAt, type RepeatedKey, repeatedKeys } from "../base/json-places.js";
import { scanJson } from "../base/json-scan.js";
import { LineIndex } from "../base/line-index.js";
import { decodeLossy, decodeUtf8, isZip, type Source } from "../base/source.js";
import { readYaml, type YamlRead } from "../base/yaml-read.js";
import type { JsonLayout } from "../model/mapping-file.js";
import type { Findings } from "./findings.js";
import type { Bounds } from "./format.js";
import { jsonLayoutOf } from "./json-layout.js";

/** A JSON or YAML document. */
export interface Document {
  readonly value: unknown;
  /** How a JSON text is written; null for YAML. */
  readonly layout: JsonLayout | null;
  /**
   * Tells what only the text shows, repeated keys (TM1002) and a missing last line break (TM1007). `walked` is the number
   * of members that the parsed value has: where it equals what the text holds, nothing stands twice and the text need
   * not be read again.
   */
  tellText(walked: number): void;
}

/** Whether a text is read as YAML: by its extension; else where it does not open with a bracket. */
export function syntaxOf(path: string, text: string): "json" | "yaml" {
  if (/\.ya?ml$/i.test(path)) return "yaml";
  if (/\.json$/i.test(path)) return "json";
  return /^\s*[{[]/.test(text) ? "json" : "yaml";
}

/** Whether a source is read as JSON, judged by its name or its beginning. */
export function isJsonSource({ path, bytes }: Source): boolean {
  return syntaxOf(path, decodeLossy(bytes.subarray(0, 256))) === "json";
}

/** The document in a source, nested no deeper than the bound; null with findings for anything else. */
export function readDocument(source: Source, bounds: Bounds, findings: Findings): Document | null {
  const decoded = decodeUtf8(source.bytes);
  if (!decoded.ok) {
    findings.add("TM1001", {
      message:
        decoded.fault === "utf-16"
          ? "The file is UTF-16; only UTF-8 is read."
          : `The file is not UTF-8: the character at offset ${decoded.offset} cannot be decoded.`,
      hint: isZip(source.bytes)
        ? "It begins as archives and workbooks do: give it its ending, .zip or .xlsx."
        : "Save it as UTF-8.",
    });
    return null;
  }
  const { text } = decoded;
  if (decoded.mark) findings.add("TM0005", { message: "The file begins with a byte order mark; it is skipped." });
  if (text.trim() === "") {
    findings.add("TM1001", { message: "The file is empty." });
    return null;
  }
  return syntaxOf(source.path, text) === "json"
    ? readJsonDocument(decoded.mark ? source.bytes.subarray(3) : source.bytes, text, { bounds, findings })
    : readYamlDocument(text, bounds, findings);
}

interface Reading {
  readonly bounds: Bounds;
  readonly findings: Findings;
}

function readJsonDocument(bytes: Uint8Array, text: string, { bounds, findings }: Reading): Document | null {
  const { keys, tooDeepAt } = scanJson(bytes, bounds.depth);
  if (tooDeepAt >= 0) {
    const before = decodeUtf8(bytes.subarray(0, tooDeepAt));
    const place = before.ok ? new LineIndex(before.text).at(before.text.length) : {};
    findings.add("TM0002", { ...place, message: `The JSON is nested deeper than ${bounds.depth} levels.` });
    return null;
  }
  const value = parseJson(text, findings);
  if (value === undefined) return null;
  // Where the counts agree no key stands twice, and the slow walk that finds places is spared.
  const tellText = (walked: number): void => tellOfText(text, walked === keys ? [] : repeatedKeys(text), findings);
  return { value, layout: jsonLayoutOf(text), tellText };
}

/** undefined, which no JSON is, for text that is none. */
function parseJson(text: string, findings: Findings): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const fault = jsonFaultAt(text);
    const { line, column, offset } = fault ?? { line: 1, column: 1, offset: 0 };
    const message =
      offset >= text.trimEnd().length
        ? "The JSON ends too early: the file is cut off."
        : `The text is not JSON from ${JSON.stringify(text.slice(offset, offset + 12))} on.`;
    findings.add("TM1001", { line, column, message, hint: "Check the file at that place, or fetch it again." });
    return undefined;
  }
}

function readYamlDocument(text: string, bounds: Bounds, findings: Findings): Document | null {
  const read = readYaml(text, bounds);
  if (!read.ok) {
    tellYamlFault(read, bounds, findings);
    return null;
  }
  return { value: read.value, layout: null, tellText: () => tellOfText(text, read.repeats, findings) };
}

function tellYamlFault(read: Extract<YamlRead, { ok: false }>, bounds: Bounds, findings: Findings): void {
  const place = read.place ?? {};
  if (read.fault === "depth") {
    findings.add("TM0002", { ...place, message: `The YAML is nested deeper than ${bounds.depth} levels.` });
  } else if (read.fault === "aliases") {
    findings.add("TM0004", { message: `The YAML uses ${read.message}; at most ${bounds.aliases} are followed.` });
  } else if (read.fault === "documents") {
    findings.add("TM1001", { message: `The file holds ${read.message}; one is expected.` });
  } else findings.add("TM1001", { ...place, message: `The text is not YAML: ${read.message}.` });
}

function tellOfText(text: string, repeats: readonly RepeatedKey[], findings: Findings): void {
  for (const { pointer, first, repeated } of repeats) {
    const key = pointer.slice(pointer.lastIndexOf("/") + 1);
    const message = `The key ${key} stands twice in one object, on lines ${first.line} and ${repeated.line}; the last one counts.`;
    findings.add("TM1002", { ...repeated, pointer, message });
  }
  if (!/[\r\n]$/.test(text.slice(-1))) {
    findings.add("TM1007", { message: "The last line of the file does not end with a line break." });
  }
}
