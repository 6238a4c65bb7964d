import type { Diagnostic, Severity } from "../../model/diagnostic.js";
import { onRequest } from "../on-request.js";
import type { FileReport } from "../validate.js";

export interface Summary {
  readonly files: number;
  readonly rows: number;
  readonly findings: number;
  /** Findings by severity. */
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Findings that `--fix` repairs. */
  readonly fixable: number;
  /** Rows that `--fix --drop-repeats` takes away. */
  readonly droppable: number;
  /** Findings by code, in the order of codes. */
  readonly codes: Readonly<Record<string, number>>;
}

/** What several files' findings come to. */
export function summaryOf(reports: readonly FileReport[]): Summary {
  const all = reports.flatMap(({ diagnostics }) => diagnostics);
  const of = (severity: Severity) => all.filter((diagnostic) => diagnostic.severity === severity).length;
  const codes: Record<string, number> = {};
  for (const code of all.map((diagnostic) => diagnostic.code).sort()) codes[code] = (codes[code] ?? 0) + 1;
  return {
    files: reports.length,
    rows: reports.reduce((sum, { rows }) => sum + rows, 0),
    findings: all.length,
    errors: of("error"),
    warnings: of("warning"),
    notes: of("note"),
    fixable: all.filter(isFixable).length,
    droppable: all.filter(({ code, fixable }) => fixable === true && onRequest.has(code)).length,
    codes,
  };
}

/** Whether `--fix` repairs it, without being asked for more. */
export function isFixable({ code, fixable }: Diagnostic): boolean {
  return fixable === true && !onRequest.has(code);
}

const worse = { note: 0, warning: 1, error: 2 } as const satisfies Record<Severity, number>;

/** Whether a severity is `least` or worse. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return worse[severity] >= worse[least];
}
