import { LineIndex } from "../../base/line-index.js";
import { decodeUtf8, isZip, type Source } from "../../base/source.js";
import type { Diagnostic, Parsed } from "../../model/diagnostic.js";
import { formatFinding } from "../findings.js";
import { type Bounds, checkSize } from "../format.js";
import { readZip } from "../zip/read-zip.js";
import { csvCells } from "./csv-cells.js";
import { isJsonLines, readJsonLines } from "./json-lines.js";
import { notesName } from "./table.js";

/** A table as it stands in a file: every cell a text, as many as the line has. */
export interface ReadTable {
  readonly kind: "csv" | "xlsx" | "lines";
  readonly head: readonly string[];
  /** Of a workbook: what its sheet of notes says, a word and a value each. */
  readonly notes?: ReadonlyMap<string, string>;
  /** `line`: from 1, the head among them; of JSON Lines that of the text. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** A workbook holds some dozen parts. */
const mostParts = 1_000;

/** Characters of a cell; the longest published comment has 4,249, and a spreadsheet's cell takes 32,767. */
const mostCharacters = 1_000_000;

/** The first sheet of an XLSX workbook, JSON Lines, or a CSV file (RFC 4180; a mark in front is skipped). Never throws on input. */
export async function readTable(source: Source, bounds: Bounds): Promise<Parsed<ReadTable>> {
  const large = checkSize(source.path, source.bytes.length, bounds);
  if (large !== null) return { value: null, diagnostics: [large] };
  if (isZip(source.bytes)) return readWorkbook(source, bounds);
  return isJsonLines(source) ? readJsonLines(source, bounds) : readCsv(source, bounds);
}

async function readCsv({ path, bytes }: Source, bounds: Bounds): Promise<Parsed<ReadTable>> {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    const message = decoded.fault === "utf-16" ? "The file is UTF-16; UTF-8 is read." : "The file is no UTF-8 text.";
    return refused(formatFinding("TM0008", path, { message, hint: "Save it as CSV UTF-8." }));
  }
  const delimiter = delimiterOf(decoded.text);
  const fault = faultOfCells(path, decoded.text, delimiter);
  if (fault !== null) return refused(fault);
  const { parseCsv } = await import("hucre/csv");
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
  if (zip.entries.some((entry) => hasLongText(entry.bytes))) {
    return refused(formatFinding("TM0008", path, { message: `A cell has more than ${mostCharacters} characters.` }));
  }
  try {
    const { readXlsx } = await import("hucre/xlsx");
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ name }, index) => index === 0 || name === notesName,
      maxRows: bounds.rows + 2,
    });
    const [sheet, notes] = sheets;
    const { value, diagnostics } = tableOf({ path, kind: "xlsx", lines: sheet?.rows ?? [] }, bounds);
    return { value: value && { ...value, notes: notesIn(notes?.rows ?? []) }, diagnostics };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return refused(formatFinding("TM0008", path, { message: `The workbook cannot be read: ${why}` }));
  }
}

/** Words and values, of lines that have one of each. */
function notesIn(rows: readonly (readonly unknown[])[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(([word, value]) => (value ? [[textOf(word), textOf(value)] as const] : [])));
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

/** Asked first: the library puts a quoted cell together sign by sign, which takes gigabytes for a long one. */
function faultOfCells(path: string, text: string, delimiter: string): Diagnostic | null {
  for (const { start, end, closed } of csvCells(text, delimiter)) {
    if (!closed) {
      const message = "The quote that opens here is never closed; all that follows would be one cell.";
      const hint = "A quote within a quoted cell is written twice.";
      return formatFinding("TM0008", path, { message, hint, ...new LineIndex(text).at(start) });
    }
    if (end - start > mostCharacters) {
      return formatFinding("TM0008", path, { message: `A cell has more than ${mostCharacters} characters.` });
    }
  }
  return null;
}

/** Whether XML has more text between two tags than any cell may. */
function hasLongText(bytes: Uint8Array): boolean {
  const tag = 0x3c;
  for (let from = 0; bytes.length - from > mostCharacters; ) {
    const next = bytes.indexOf(tag, from);
    if ((next < 0 ? bytes.length : next) - from > mostCharacters) return true;
    if (next < 0) return false;
    from = next + 1;
  }
  return false;
}

/** Of the first line: a semicolon or a tab only where it has no comma. */
export function delimiterOf(text: string): string {
  const [first = ""] = text.split(/\r\n|\r|\n/, 1);
  if (first.includes(",")) return ",";
  return first.includes("\t") ? "\t" : first.includes(";") ? ";" : ",";
}

function refused(diagnostic: Diagnostic): Parsed<ReadTable> {
  return { value: null, diagnostics: [diagnostic] };
}
