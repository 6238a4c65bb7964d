import { stringify } from "csv-stringify/sync";
import { capitalized } from "../base/capitalized.js";

/**
 * Records as CSV (RFC 4180, LF) with a header row; "" without records. Lists of words are joined by one blank, lists of
 * things (`TA0006 Credential Access; TA0004 …`) by a semicolon; records inside are spread (`carried.from` → `carriedFrom`), what is missing is empty. Texts that a spreadsheet would run as a formula get
 * a `'` in front.
 */
export function toCsv(records: readonly object[]): string {
  const flat = records.map((record) => flatten(record, ""));
  const columns = [...new Set(flat.flatMap((record) => Object.keys(record)))];
  return stringify(flat, { header: true, columns, escape_formulas: true });
}

/** Keys of a nested record that is null in one row and not in another: all rows have the same columns. */
function flatten(value: object, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]: [string, unknown]): (readonly [string, string])[] => {
      const name = prefix === "" ? key : `${prefix}${capitalized(key)}`;
      if (Array.isArray(part)) return [[name, listOf(part)]];
      if (part !== null && typeof part === "object") return Object.entries(flatten(part, name));
      return part === null && spread.has(key) ? [] : [[name, textOf(part)]];
    }),
  );
}

/** Things by id and name; the column tells their kind. Names hold blanks, so that one blank would not part them. */
function listOf(parts: readonly unknown[]): string {
  const things = parts.some((part) => part !== null && typeof part === "object");
  return parts.map((part) => textOf(withoutKind(part))).join(things ? "; " : " ");
}

function withoutKind(part: unknown): unknown {
  if (part === null || typeof part !== "object" || !("kind" in part)) return part;
  const { kind: _, ...rest } = part;
  return rest;
}

/** Records inside records, which are null in some rows. */
const spread: ReadonlySet<string> = new Set(["carried"]);

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? Object.values(value).map(textOf).join(" ") : String(value);
}
