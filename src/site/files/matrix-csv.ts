import type { MatrixPageView } from "../views/matrix.js";
import { cellsOf } from "../words/matrix.js";

const columns = [
  "technique",
  "name",
  "tactics",
  "capabilities",
  "frameworks",
  "rows",
  "best",
  "functions",
  "nonMappable",
  "outlined",
];

/** The matrix as a table: a line a technique (RFC 4180, LF), lists joined by one blank. */
export function matrixCsv(view: MatrixPageView): string {
  const tactics = new Map<string, string[]>();
  for (const { tactics: of } of view.matrices)
    for (const { id, techniques } of of)
      for (const cell of techniques.flatMap((top) => [top, ...top.subtechniques]))
        tactics.set(cell.id, [...new Set([...(tactics.get(cell.id) ?? []), id])]);
  const lines = cellsOf(view).map((cell) => [
    cell.id,
    cell.name,
    (tactics.get(cell.id) ?? []).join(" "),
    cell.capabilities,
    cell.frameworks,
    cell.rows,
    cell.best ?? "",
    cell.functions.join(" "),
    cell.nonMappable.join(" "),
    cell.outlined ? "yes" : "",
  ]);
  return [columns, ...lines].map((line) => `${line.map(field).join(",")}\n`).join("");
}

/** Quoted where it must be; what a spreadsheet would run gets a `'` in front. */
function field(value: string | number): string {
  const text = typeof value === "number" ? String(value) : value.replace(/^(?=[=+\-@\t\r])/, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
