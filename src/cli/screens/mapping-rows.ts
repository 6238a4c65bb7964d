import { parseProse, plainProse } from "../../attack/prose.js";
import { counted } from "../../base/counted.js";
import type { Mapping } from "../../model/mapping.js";
import { carriedText, scoreInk, scoreWords } from "../layout/score.js";
import type { Screen } from "../layout/screen.js";
import { type Column, table } from "../layout/table.js";
import type { Detail } from "../options.js";

/** Which end of the rows the page is about, and so need not be repeated. */
export type Subject = "technique" | "capability" | "none";

interface RowsOptions extends Detail {
  readonly subject: Subject;
  /** The label of all rows stands in the title already. */
  readonly carriedShown?: boolean;
}

/** Mapping rows as a table, each with its comment and addresses under it. */
export function mappingRows(screen: Screen, rows: readonly Mapping[], options: RowsOptions): readonly string[] {
  const { subject, texts, carriedShown } = options;
  const capability: readonly Column<Mapping>[] = [
    { title: "Capability", kind: "id", cell: (row) => row.capabilityId?.trim() ?? "–" },
    {
      title: "Name",
      kind: "text",
      cell: (row) => (sameText(row.capabilityName, row.capabilityId) ? "" : (row.capabilityName?.trim() ?? "")),
    },
  ];
  const technique: readonly Column<Mapping>[] = [
    { title: "Technique", kind: "id", cell: (row) => row.techniqueId?.trim() ?? "–" },
    { title: "Name", kind: "text", cell: (row) => row.techniqueName?.trim() ?? "" },
  ];
  const columns: readonly Column<Mapping>[] = [
    ...(subject === "capability" ? [] : capability),
    ...(subject === "technique" ? [] : technique),
    {
      title: rows.every(({ side }) => side === "threat") ? "Mapping" : "Function · rating",
      kind: "words",
      cell: scoreWords,
      ink: scoreInk,
    },
    {
      title: "Carried",
      kind: "text",
      cell: (row) => (carriedShown || row.carried === null ? "" : carriedText(row.carried)),
      ink: (row) => (row.carried?.class === "unchanged" || row.carried?.class === "renamed" ? "faint" : "warn"),
    },
  ];
  const lines = table({ screen, columns, rows, ...(texts ? { notes: notesOf } : {}) });
  const missing = rows.filter(({ hasComment, comments }) => hasComment && comments === null).length;
  if (!texts || missing === 0) return lines;
  return [...lines, `  ${screen.paint("faint", `${counted(missing, "comment")} not loaded: tidemap pull`)}`];
}

function sameText(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.trim() === b.trim();
}

/** What the row's author wrote; addresses are facts and always there. */
function notesOf({ comments, references }: Mapping): readonly string[] {
  const comment = comments === null ? [] : [plainProse(parseProse(comments, [])).text];
  return [...comment, ...references.map((reference) => reference.trim()).filter((text) => text !== "")];
}

/** What the rows of one set have in common: how many, authored where, carried from where to where, and how if all the same. */
export function rowsMeta(rows: readonly Mapping[]): { readonly meta: string; readonly carriedShown: boolean } {
  const [first] = rows;
  const labels = new Set(rows.map(({ carried }) => (carried === null ? null : carriedText(carried))));
  const [label = null] = labels;
  const shared = labels.size === 1 ? label : null;
  const span = first?.carried ? `${first.carried.from} → ${first.carried.to}` : null;
  const authored = first && span === null ? `authored on ${first.attackVersion}` : null;
  const parts = [
    counted(rows.length, "row"),
    authored,
    span === null ? null : [span, shared].filter(Boolean).join(" "),
  ];
  return { meta: parts.filter((part) => part !== null).join(" · "), carriedShown: shared !== null };
}
