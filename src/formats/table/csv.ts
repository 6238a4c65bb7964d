import { isLinked, isList, listSeparator, type Table, type TableCell } from "./table.js";

/**
 * A table as CSV (RFC 4180: CRLF where nothing else is said, a header line, quotes where they must be; UTF-8 without a mark). Lists are joined by
 * ` | `, linked cells are their words, nothing is an empty field, and a `'` stands in front of texts that a spreadsheet
 * would run as a formula, and in front of those that look as if one stood there already: taking it off where it stands before
 * such a text gives every text back. The library is loaded when first asked for (decision 0008).
 */
export async function writeCsv(table: Table, lineSeparator = "\r\n"): Promise<string> {
  const { writeCsv: write } = await import("hucre/csv");
  const rows = [table.columns.map(({ name }) => name), ...table.rows.map((row) => row.map(fieldOf))];
  return write(rows, { escapeFormulae: true, lineSeparator }) + lineSeparator;
}

function fieldOf(cell: TableCell): string | number | boolean | null {
  const field = isLinked(cell) ? cell.text : isList(cell) ? cell.join(listSeparator) : cell;
  return typeof field === "string" && looksDefused.test(field) ? `'${field}` : field;
}

/** The library sees to texts that begin as formulas do; these would be taken for its work when read back. */
const looksDefused = /^'+[=+\-@\t\r\n\0|]/;
