import { number } from "../../base/counted.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { FindingSummary } from "../views/findings.js";
import { dataTable } from "./data-table.js";
import { severityTag } from "./tag.js";

/** What validation found in a file, by rule; also when it found nothing. */
export function findingsTable(findings: readonly FindingSummary[]): HtmlText {
  if (findings.length === 0) return html`<p class="note">Validation finds nothing odd in this file.</p>`;
  return dataTable({
    caption: "Findings",
    columns: [
      { label: "Rule", kind: "id", cell: ({ code }) => html`<span class="id">${code}</span>` },
      { label: "Severity", cell: ({ severity }) => severityTag(severity) },
      { label: "What", kind: "main", cell: ({ title }) => title },
      { label: "Hits", kind: "number", narrowLabel: "Hits", cell: ({ hits }) => number(hits) },
      { label: "Rows", kind: "full", cell: ({ rows }) => html`<span class="muted">${rowWords(rows)}</span>` },
    ],
    bodies: [{ rows: findings }],
    complete: true,
  });
}

const shown = 8;

function rowWords(rows: readonly number[]): string {
  if (rows.length === 0) return "the file as a whole";
  const more = rows.length > shown ? ` and ${number(rows.length - shown)} more` : "";
  return `${rows.slice(0, shown).join(", ")}${more}`;
}
