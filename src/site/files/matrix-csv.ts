import { writeCsv } from "../../formats/table/csv.js";
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

/** The matrix as a table: a line a technique (as every CSV of ours, but LF), lists joined by one blank. */
export function matrixCsv(view: MatrixPageView): Promise<string> {
  const tactics = new Map<string, string[]>();
  for (const { tactics: of } of view.matrices)
    for (const { id, techniques } of of)
      for (const cell of techniques.flatMap((top) => [top, ...top.subtechniques]))
        tactics.set(cell.id, [...new Set([...(tactics.get(cell.id) ?? []), id])]);
  const rows = cellsOf(view).map((cell) => [
    cell.id,
    cell.name,
    (tactics.get(cell.id) ?? []).join(" "),
    cell.capabilities,
    cell.frameworks,
    cell.rows,
    cell.best,
    cell.functions.join(" "),
    cell.nonMappable.join(" "),
    cell.outlined ? "yes" : null,
  ]);
  return writeCsv({ name: "Matrix", columns: columns.map((name) => ({ name })), rows }, "\n");
}
