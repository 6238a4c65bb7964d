import { shownList } from "../../base/shown.js";
import type { Findings } from "../findings.js";
import type { ReadTable } from "./read-table.js";

/**
 * A function that picks cells of a line by the names of their columns, in the order asked for; case and
 * blanks of names are forgiven. Null, and a finding, where the table lacks one.
 */
export function columnsOf(
  { head }: ReadTable,
  names: readonly string[],
  findings: Findings,
): ((cells: readonly string[]) => readonly string[]) | null {
  const known = head.map(folded);
  const places = names.map((name) => known.indexOf(folded(name)));
  const missing = names.filter((_, index) => places[index] === -1);
  if (missing.length > 0) {
    findings.add("TM0008", {
      line: 1,
      column: 1,
      message: `The table has no column ${shownList(missing)}.`,
      hint: `It has ${shownList(head)}.`,
    });
    return null;
  }
  return (cells) => places.map((place) => cells[place] ?? "");
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}
