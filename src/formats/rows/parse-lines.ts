import { decodeUtf8, type Source } from "../../base/source.js";
import type { Parsed } from "../../model/diagnostic.js";
import type { MappingFile } from "../../model/mapping-file.js";
import { Findings } from "../findings.js";
import { type Bounds, checkSize } from "../format.js";
import type { ReadTable } from "../table/read-table.js";
import { listSeparator } from "../table/table.js";
import { layoutOf } from "./layout.js";
import { fileOf } from "./parse.js";

/** Rows of ours as JSON Lines: an object a line; lines that are none are told and left out. Never throws on input. */
export function parseLines(source: Source, bounds: Bounds): Parsed<MappingFile> {
  const large = checkSize(source.path, source.bytes.length, bounds);
  if (large !== null) return { value: null, diagnostics: [large] };
  const findings = new Findings(source.path);
  const table = tableOf(source, bounds, findings);
  const value = table === null ? null : fileOf(table, layoutOf(table.head), findings);
  return { value, diagnostics: findings.all() };
}

function tableOf({ bytes }: Source, bounds: Bounds, findings: Findings): ReadTable | null {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    findings.add("TM0008", { message: "The file is no UTF-8 text.", hint: "Save it as UTF-8." });
    return null;
  }
  const lines = decoded.text.split("\n");
  if (lines.length > bounds.rows + 1) {
    findings.add("TM0003", { message: `The file has more than ${bounds.rows} rows.` });
    return null;
  }
  let head: readonly string[] | null = null;
  const rows: { line: number; cells: readonly string[] }[] = [];
  lines.forEach((text, index) => {
    if (text.trim() === "") return;
    const record = recordIn(text);
    if (record === null) {
      findings.add("TM0010", { line: index + 1, column: 1, message: "The line is no JSON object; it is left out." });
      return;
    }
    head ??= Object.keys(record);
    rows.push({ line: index + 1, cells: head.map((name) => textOf(record[name])) });
  });
  if (head !== null) return { kind: "lines", head, rows };
  findings.add("TM0008", { message: "The file holds no row." });
  return null;
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
