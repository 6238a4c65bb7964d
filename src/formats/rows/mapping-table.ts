/** Which sources are tables of rows, and which tables of a folder hold mappings. */
import { decodeLossy, isZip, lacksEnding, type Source } from "../../base/source.js";
import { defaultBounds } from "../format.js";
import { isJsonLines } from "../table/json-lines.js";
import { delimiterOf, readTable } from "../table/read-table.js";
import { layoutOf, type TableLayout } from "./layout.js";

const tableEnding = /\.(csv|tsv|xlsx|jsonl|ndjson)$/i;

/** Tables are told by their names; what has no ending (standard input), by how it begins. */
export function isTable(source: Source): boolean {
  const { path, bytes } = source;
  if (!lacksEnding(path)) return tableEnding.test(path);
  if (isZip(bytes)) return decodeLossy(bytes).includes("xl/workbook.xml");
  return isJsonLines(source) || isHead(decodeLossy(firstLineOf(bytes)));
}

/** More than one column, and neither JSON (a bracket) nor YAML (a key, a comment, a list, a document's beginning). */
function isHead(line: string): boolean {
  return line.includes(delimiterOf(line)) && !/^\s*([{[#%]|-|("[\w-]+"|'[\w-]+'|[\w-]+)\s*:(\s|$))/.test(line);
}

/** The first line that is not empty; as much of it as 64 KiB hold. */
function firstLineOf(bytes: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, 65_536);
  const start = Math.max(
    0,
    head.findIndex((byte) => !isLineBreak(byte)),
  );
  const length = head.subarray(start).findIndex(isLineBreak);
  return length < 0 ? head.subarray(start) : head.subarray(start, start + length);
}

function isLineBreak(byte: number): boolean {
  return byte === 10 || byte === 13;
}

/** A file of a folder or an archive, read as far as it is asked. */
interface FileOfFolder {
  readonly path: string;
  /** Its first 64 KiB. */
  head(): Uint8Array;
  bytes(): Uint8Array;
}

/**
 * Whether a file is a table whose columns are known: of a layout by its head, or all those that `map` names. Nobody said of it that it
 * holds mappings, so any other table is none.
 */
export async function isMappingTable(file: FileOfFolder, map?: TableLayout): Promise<boolean> {
  const { path } = file;
  if (!tableEnding.test(path)) return false;
  const head = file.head();
  const { value: table } = await readTable(
    { path, bytes: isZip(head) ? file.bytes() : firstLineOf(head) },
    defaultBounds,
  );
  if (table === null) return false;
  return map === undefined
    ? layoutOf(table.head) !== null
    : [...map.columns.values()].every((column) => table.head.includes(column));
}
