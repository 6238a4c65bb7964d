import { counted, number } from "../../base/counted.js";
import { wordList } from "../../base/word-list.js";
import type { Diagnostic, Severity } from "../../model/diagnostic.js";
import { allRules } from "../../rules/registry.js";
import { type Summary, summaryOf } from "../../rules/reports/summary.js";
import { titleOf } from "../../rules/title-of.js";
import type { FileReport } from "../../rules/validate.js";
import type { Context } from "../context.js";
import { documentOf, paragraph, type Section } from "../layout/document.js";
import { type Screen, screenOf } from "../layout/screen.js";
import { table } from "../layout/table.js";
import { wrap } from "../layout/wrap.js";

const order = ["error", "warning", "note"] as const satisfies readonly Severity[];

/** Places of one code that are shown of one file, unless all are asked for. */
const mostPlaces = 4;

/** Findings for people: what they come to, then file by file, worst first, each code once with its places under it. */
export function renderReports(reports: readonly FileReport[], screen: Screen, all: boolean): string {
  const hidden = reports.some(({ diagnostics }) =>
    [...byCode(diagnostics).values()].some((found) => found.length > mostPlaces),
  );
  return documentOf([
    sentence(reports, screen),
    ...reports.filter(({ diagnostics }) => diagnostics.length > 0).map((report) => fileSection(report, screen, all)),
    hidden && !all
      ? paragraph(screen, "--all shows every place; --format json, sarif, github or junit is for programs.")
      : null,
  ]);
}

function sentence(reports: readonly FileReport[], screen: Screen): Section {
  const { files, rows, findings, errors, warnings, notes, fixable, droppable } = summaryOf(reports);
  const of = `${counted(files, "file")}, ${counted(rows, "row")}`;
  if (findings === 0) return paragraph(screen, `Nothing found in ${of}.`);
  const told = [
    `${found({ errors, warnings, notes })} in ${of}.`,
    ...(fixable > 0 ? [`${number(fixable)} can be repaired safely: --fix.`] : []),
    ...(droppable > 0 ? [`${counted(droppable, "repeated row")} can go: --fix --drop-repeats.`] : []),
  ];
  return paragraph(screen, told.join(" ")).map((line) => screen.paint("head", line));
}

/** `1 error and 2 notes`: what there is none of is not said. */
function found({ errors, warnings, notes }: Pick<Summary, "errors" | "warnings" | "notes">): string {
  const parts = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
    ...(notes > 0 ? [counted(notes, "note")] : []),
  ];
  return wordList(parts, "and");
}

function fileSection({ file, rows, diagnostics }: FileReport, screen: Screen, all: boolean): Section {
  const [first = "", ...rest] = wrap(`${file} · ${counted(rows, "row")}`, screen.width);
  const groups = [...byCode(diagnostics).values()].sort(
    (a, b) => order.indexOf(a[0]?.severity ?? "note") - order.indexOf(b[0]?.severity ?? "note"),
  );
  return [screen.paint("head", first), ...rest, ...groups.flatMap((found) => codeLines(found, screen, all))];
}

function codeLines(found: readonly Diagnostic[], screen: Screen, all: boolean): readonly string[] {
  const [first] = found;
  if (first === undefined) return [];
  const title = titleOf(first.code);
  const times = found.length === 1 ? "" : ` ×${number(found.length)}`;
  const head = `${first.severity} ${first.code}${times}${title === first.code ? "" : `  ${title}`}`;
  const shown = all ? found : found.slice(0, mostPlaces);
  const rest = found.length - shown.length;
  return [
    ...wrap(head, screen.width - 2).map((line) => `  ${first.severity === "note" ? line : screen.paint("warn", line)}`),
    ...shown.flatMap((diagnostic) => placeLines(diagnostic, screen)),
    ...(rest > 0 ? [screen.paint("faint", `    and ${number(rest)} more`)] : []),
  ];
}

function placeLines({ place, message, hint }: Diagnostic, screen: Screen): readonly string[] {
  const at = place.line === undefined ? "" : `${place.cell ?? `${place.line}:${place.column ?? 1}`}  `;
  const lines = wrap(`${at}${message}${hint === undefined ? "" : ` ${hint}`}`, screen.width - 4);
  return lines.map((line) => `    ${line}`);
}

function byCode(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const known = groups.get(diagnostic.code);
    if (known) known.push(diagnostic);
    else groups.set(diagnostic.code, [diagnostic]);
  }
  return groups;
}

/** Every rule in the format asked for. */
export async function renderRules({ host, options }: Context): Promise<string> {
  const records = allRules.map(({ code, severity, title, fix, explanation, example }) => ({
    code,
    severity,
    title,
    explanation,
    example,
    repair: fix,
  }));
  if (options.format === "json") return `${JSON.stringify(records, null, 2)}\n`;
  if (options.format === "csv") return (await import("../csv.js")).toCsv(records);
  const screen = screenOf(host, options.color);
  return documentOf([
    table<(typeof records)[number]>({
      screen,
      rows: records,
      columns: [
        { title: "Code", kind: "id", cell: ({ code }) => code },
        { title: "Severity", kind: "words", cell: ({ severity }) => severity },
        { title: "What it finds", kind: "text", cell: ({ title }) => title },
        { title: "Repair", kind: "text", cell: ({ repair }) => repair ?? "" },
      ],
    }),
  ]);
}
