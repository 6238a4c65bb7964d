import { counted, number } from "../../base/counted.js";
import { formatCodes } from "../../formats/codes.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { ruleByCode } from "../../rules/registry.js";
import { dataTable } from "../components/data-table.js";
import { keyFigures } from "../components/key-figures.js";
import { section } from "../components/section.js";
import { severityTag } from "../components/tag.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";

/** One file of a person's own, as far as it could be read. */
export interface CheckedFile {
  readonly name: string;
  /** null: it could not be read. */
  readonly counts: { readonly rows: number; readonly mappable: number } | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The page of the set that it is, in this browser; null where it does not say which. */
  readonly href: string | null;
}

interface Format {
  readonly id: string;
  readonly title: string;
}

/** What was found, file by file; buttons are the client's to attach. */
export function checkResults(files: readonly CheckedFile[], formats: readonly Format[]): HtmlText {
  return html`${files.map((file, index) =>
    section({
      title: file.name,
      meta: verdict(file),
      more: file.href === null ? null : html`<a href="${file.href}">Read it beside the published sets</a>`,
      body: html`${figures(file)}${findings(file)}${file.counts === null ? null : downloads(index, formats)}`,
    }),
  )}`;
}

function verdict({ counts, diagnostics }: CheckedFile): string {
  if (counts === null) return "cannot be read";
  return diagnostics.length === 0 ? "nothing odd found" : counted(diagnostics.length, "finding");
}

function figures({ counts, diagnostics }: CheckedFile): Child {
  if (counts === null) return null;
  const of = (severity: Diagnostic["severity"]) =>
    number(diagnostics.filter((found) => found.severity === severity).length);
  return keyFigures([
    { value: number(counts.mappable), of: `of ${counted(counts.rows, "row")}`, label: "Mappable" },
    { value: number(counts.rows - counts.mappable), label: "Non-mappable" },
    { value: of("error"), label: "Errors" },
    { value: of("warning"), label: "Warnings" },
    { value: of("note"), label: "Notes" },
  ]);
}

const order = ["error", "warning", "note"] as const;

function findings({ diagnostics }: CheckedFile): Child {
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  const rows = codes
    .map((code) => diagnostics.filter((found) => found.code === code))
    .sort(([a], [b]) => order.indexOf(a?.severity ?? "note") - order.indexOf(b?.severity ?? "note"));
  if (rows.length === 0) return null;
  return dataTable({
    caption: "Findings",
    columns: [
      { label: "Rule", kind: "id", cell: ([first]) => html`<span class="id">${first?.code}</span>` },
      { label: "Severity", cell: ([first]) => severityTag(first?.severity ?? "note") },
      { label: "What", kind: "main", cell: ([first]) => about(first?.code ?? "") },
      { label: "Hits", kind: "number", narrowLabel: "Hits", cell: (found) => number(found.length) },
      { label: "Where", kind: "full", cell: places },
    ],
    bodies: [{ rows }],
    room: 900,
  });
}

/** Places that are shown before one asks for all. */
const shown = 3;

function places(found: readonly Diagnostic[]): Child {
  const lines = found.map(
    ({ place: { line, column, cell }, message, hint }) =>
      html`<li>${line === undefined ? null : html`<span class="id">${cell ?? `${line}:${column ?? 1}`}</span> `}${message}${hint ? html` <span class="muted">${hint}</span>` : null}</li>`,
  );
  const rest = lines.slice(shown);
  return html`<ul class="places">${lines.slice(0, shown)}</ul>${rest.length === 0 ? null : html`<details><summary>${number(rest.length)} more</summary><ul class="places">${rest}</ul></details>`}`;
}

function about(code: string): Child {
  const rule = ruleByCode(code);
  if (rule === null) return formatCodes[code as keyof typeof formatCodes]?.meaning ?? code;
  return html`<details><summary>${rule.title}</summary><p class="muted">${rule.explanation}${rule.fix === null ? null : html` A repair ${rule.fix}.`}</p></details>`;
}

function downloads(index: number, formats: readonly Format[]): HtmlText {
  return html`<div class="downloads"><h3>Save as</h3><ul>${formats.map(
    ({ id, title }) =>
      html`<li><button class="button" type="button" data-file="${index}" data-format="${id}">${title}</button></li>`,
  )}</ul></div>`;
}
