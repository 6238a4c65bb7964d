import { jsonFaultAt, repeatedKeys } from "../base/json-places.js";
import { scanJson } from "../base/json-scan.js";
import { LineIndex } from "../base/line-index.js";
import { decodeUtf8, type Source } from "../base/source.js";
import { readYaml, type YamlRead } from "../base/yaml-read.js";
import type { Findings } from "./findings.js";
import type { Bounds } from "./format.js";

/** A JSON or YAML document: its value, with every repeated key told as TM1002 when `keys` shows that there is one. */
export interface Document {
  readonly value: unknown;
  readonly syntax: "json" | "yaml";
  /**
   * Tells of repeated keys. `walked` is the number of members that the parsed value has: where it equals what the text
   * holds, nothing stands twice and the text need not be read again.
   */
  tellRepeats(walked: number): void;
}

/** Whether a text is read as YAML: by its extension; else where it does not open with a bracket. */
export function syntaxOf(path: string, text: string): "json" | "yaml" {
  if (/\.ya?ml$/i.test(path)) return "yaml";
  if (/\.json$/i.test(path)) return "json";
  return /^\s*[{[]/.test(text) ? "json" : "yaml";
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
      hint: "Save it as UTF-8.",
    });
    return null;
  }
  const { text } = decoded;
  if (decoded.mark) findings.add("TM0005", { message: "The file begins with a byte order mark; it is skipped." });
  if (text.trim() === "") {
    findings.add("TM1001", { message: "The file is empty." });
    return null;
  }
  const last = text.charCodeAt(text.length - 1);
  const document =
    syntaxOf(source.path, text) === "json"
      ? readJsonDocument(decoded.mark ? source.bytes.subarray(3) : source.bytes, text, { bounds, findings })
      : readYamlDocument(text, bounds, findings);
  if (document !== null && last !== 10 && last !== 13) {
    findings.add("TM1007", { message: "The last line of the file does not end with a line break." });
  }
  return document;
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
  const tellRepeats = (walked: number): void => {
    if (walked === keys) return;
    for (const { pointer, first, repeated } of repeatedKeys(text)) {
      findings.add("TM1002", { ...repeated, pointer, message: repeatMessage(pointer, first.line, repeated.line) });
    }
  };
  return { value, syntax: "json", tellRepeats };
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
  const tellRepeats = (): void => {
    for (const { pointer, first, repeated } of read.repeats) {
      findings.add("TM1002", { ...repeated, pointer, message: repeatMessage(pointer, first.line, repeated.line) });
    }
  };
  return { value: read.value, syntax: "yaml", tellRepeats };
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

function repeatMessage(pointer: string, first: number, repeated: number): string {
  const key = pointer.slice(pointer.lastIndexOf("/") + 1);
  return `The key ${key} stands twice in one object, on lines ${first} and ${repeated}; the last one counts.`;
}
