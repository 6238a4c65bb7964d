import { stringify } from "csv-stringify/sync";

/**
 * Records as CSV (RFC 4180, LF) with a header row; "" without records. Lists are joined by one blank, records inside are
 * spread (`carried.from` → `carriedFrom`), what is missing is empty. Texts that a spreadsheet would run as a formula get
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
      const name = prefix === "" ? key : `${prefix}${key.charAt(0).toUpperCase()}${key.slice(1)}`;
      if (Array.isArray(part)) return [[name, part.map(textOf).join(" ")]];
      if (part !== null && typeof part === "object") return Object.entries(flatten(part, name));
      return part === null && spread.has(key) ? [] : [[name, textOf(part)]];
    }),
  );
}

/** Records inside records, which are null in some rows. */
const spread: ReadonlySet<string> = new Set(["carried"]);

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? Object.values(value).map(textOf).join(" ") : String(value);
}
