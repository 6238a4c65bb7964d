import type { Serialisation } from "../../model/mapping-file.js";
import { type Fields, isFields } from "./record.js";

/**
 * Which serialisation a mapping file is, asked oldest first; docs/formats/unified.md has the marks. Rows are looked at
 * for a status only until one has it.
 */
export function serialisationOf(metadata: Fields | null, rows: readonly unknown[]): Serialisation {
  if (metadata === null) return "J5";
  if (Array.isArray(metadata.mapping_types) || Array.isArray(metadata.groups)) return "J0";
  if (isFields(metadata.groups)) return "J1";
  if (rows.length > 0 && !rows.some(hasStatus)) return "J4";
  return firstKeyOf(rows[0]) === "comments" ? "J2" : "J3";
}

function hasStatus(row: unknown): boolean {
  return isFields(row) && Object.hasOwn(row, "status");
}

function firstKeyOf(row: unknown): string | undefined {
  return isFields(row) ? Object.keys(row)[0] : undefined;
}
