import { jsonPlaces } from "../../base/json-places.js";
import { escapePointer } from "../../base/json-pointer.js";
import { decodeLossy, decodeUtf8, lacksEnding, type Source } from "../../base/source.js";
import type { Parsed } from "../../model/diagnostic.js";
import { Findings } from "../findings.js";
import type { Bounds } from "../format.js";
import type { ReadTable } from "./read-table.js";
import { listSeparator } from "./table.js";

/** Every line has a cell of each key; ours have 18. */
const mostKeys = 200;

/** JSON Lines are told by their names; what has no ending (standard input), by an object of ours that fills its first line. */
export function isJsonLines({ path, bytes }: Source): boolean {
  if (!lacksEnding(path)) return /\.(jsonl|ndjson)$/i.test(path);
  return /^\s*\{.*"capability_id":.*"technique_id":/.test(decodeLossy(bytes.subarray(0, 65_536)));
}

/** Objects of a line each (jsonlines.org) as a table of all their keys; lines that are none are told and left out. Never throws on input. */
export function readJsonLines({ path, bytes }: Source, bounds: Bounds): Parsed<ReadTable> {
  const findings = new Findings(path);
  const told = (value: ReadTable | null) => ({ value, diagnostics: findings.all() });
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    findings.add("TM0008", { message: "The file is no UTF-8 text.", hint: "Save it as UTF-8." });
    return told(null);
  }
  const lines = decoded.text.split("\n");
  if (lines.length > bounds.rows + 1) {
    findings.add("TM0003", { message: `The file has more than ${bounds.rows} rows.` });
    return told(null);
  }
  const keys = new Set<string>();
  const records: { line: number; record: Readonly<Record<string, unknown>> }[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === "") continue;
    const place = { line: index + 1, column: 1 };
    const record = recordIn(text);
    if (record === null) {
      findings.add("TM0008", { ...place, message: "The line is no JSON object; it is left out." });
      continue;
    }
    for (const key of Object.keys(record)) keys.add(key);
    if (keys.size > mostKeys) {
      findings.add("TM0008", { ...place, message: `The lines have more than ${mostKeys} different keys.` });
      return told(null);
    }
    records.push({ line: index + 1, record });
  }
  if (records.length === 0) {
    findings.add("TM0008", { message: "The file holds no row." });
    return told(null);
  }
  const head = [...keys];
  const rows = records.map(({ line, record }) => ({ line, cells: head.map((key) => textOf(record[key])) }));
  return told({ kind: "lines", head, rows });
}

/** Where the value of a key stands in a line of the text; the line's beginning where it has no such key. */
export function placeInLine(lines: readonly string[], line: number, key: string) {
  const pointer = `/${escapePointer(key)}`;
  const column = jsonPlaces(lines[line - 1] ?? "", new Set([pointer])).get(pointer)?.column ?? 1;
  return { line, column };
}

function recordIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return null;
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(listSeparator);
  return value === null || value === undefined ? "" : String(value);
}
