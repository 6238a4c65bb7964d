import { decodeUtf8, type Source } from "../../base/source.js";
import type { Diagnostic, Parsed } from "../../model/diagnostic.js";
import { formatFinding } from "../findings.js";
import { type Bounds, checkSize } from "../format.js";
import { readZip } from "../zip/read-zip.js";

/** A table as it stands in a file: every cell a text, as many as the line has. Lines count from 1, the head among them. */
export interface ReadTable {
  readonly kind: "csv" | "xlsx" | "lines";
  readonly head: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** A workbook holds some dozen parts. */
const mostParts = 1_000;

/** The first sheet of an XLSX workbook, or a CSV file (RFC 4180; a mark in front is skipped). Never throws on input. */
export async function readTable(source: Source, bounds: Bounds): Promise<Parsed<ReadTable>> {
  const large = checkSize(source.path, source.bytes.length, bounds);
  if (large !== null) return { value: null, diagnostics: [large] };
  return isZip(source.bytes) ? readWorkbook(source, bounds) : readCsv(source, bounds);
}

/** Whether bytes begin as an archive does, which a workbook is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

async function readCsv({ path, bytes }: Source, bounds: Bounds): Promise<Parsed<ReadTable>> {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    const message = decoded.fault === "utf-16" ? "The file is UTF-16; UTF-8 is read." : "The file is no UTF-8 text.";
    return refused(formatFinding("TM0008", path, { message, hint: "Save it as CSV UTF-8." }));
  }
  const { parseCsv } = await import("hucre/csv");
  const delimiter = delimiterOf(decoded.text);
  const lines = parseCsv(decoded.text, { delimiter, maxRows: bounds.rows + 2 });
  return tableOf({ path, kind: "csv", lines }, bounds);
}

async function readWorkbook({ path, bytes }: Source, bounds: Bounds): Promise<Parsed<ReadTable>> {
  // Asked first, since the library inflates without a bound on the whole.
  const zip = await readZip(bytes, { entries: mostParts, inflated: bounds.inflated });
  if (!zip.ok) {
    const code = zip.fault === "broken" ? "TM0008" : "TM0007";
    return refused(formatFinding(code, path, { message: `The workbook cannot be read. ${zip.message}` }));
  }
  try {
    const { readXlsx } = await import("hucre/xlsx");
    const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: bounds.rows + 2 });
    const [sheet] = sheets;
    return tableOf({ path, kind: "xlsx", lines: sheet?.rows ?? [] }, bounds);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return refused(formatFinding("TM0008", path, { message: `The workbook cannot be read: ${why}` }));
  }
}

interface Sheet {
  readonly path: string;
  readonly kind: ReadTable["kind"];
  readonly lines: readonly (readonly unknown[])[];
}

function tableOf({ path, kind, lines }: Sheet, bounds: Bounds): Parsed<ReadTable> {
  if (lines.length > bounds.rows + 1) {
    return refused(formatFinding("TM0003", path, { message: `The table has more than ${bounds.rows} rows.` }));
  }
  const texts = lines.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }));
  const [head, ...rows] = texts.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (head === undefined) return refused(formatFinding("TM0008", path, { message: "The table is empty." }));
  return { value: { kind, head: head.cells.map((cell) => cell.trim()), rows }, diagnostics: [] };
}

/** Dates of a workbook as the publisher's files write them, in UTC: a cell holds a day, no moment. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}

/** Of the first line: a semicolon or a tab only where it has no comma. */
function delimiterOf(text: string): string {
  const [first = ""] = text.split(/\r\n|\r|\n/, 1);
  if (first.includes(",")) return ",";
  return first.includes("\t") ? "\t" : first.includes(";") ? ";" : ",";
}

function refused(diagnostic: Diagnostic): Parsed<ReadTable> {
  return { value: null, diagnostics: [diagnostic] };
}
