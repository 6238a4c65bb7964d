import type { Diagnostic } from "../../model/diagnostic.js";
import type { FileReport } from "../validate.js";
import { isFixable, type Summary, summaryOf } from "./summary.js";

/** A finding as programs read it: always the same keys; null where a place or a hint is not known. */
export interface FindingRecord {
  readonly code: string;
  readonly severity: Diagnostic["severity"];
  readonly file: string;
  readonly pointer: string;
  readonly line: number | null;
  readonly column: number | null;
  /** Of a workbook only: `C14`. */
  readonly cell?: string;
  readonly message: string;
  readonly hint: string | null;
  /** `--fix` repairs it. */
  readonly fixable: boolean;
}

export interface JsonReport {
  readonly diagnostics: readonly FindingRecord[];
  readonly summary: Summary;
}

function toRecord(found: Diagnostic): FindingRecord {
  const { code, severity, place, message, hint } = found;
  const { file, pointer, line, column, cell } = place;
  return {
    code,
    severity,
    file,
    pointer,
    line: line ?? null,
    column: column ?? null,
    ...(cell === undefined ? {} : { cell }),
    message,
    hint: hint ?? null,
    fixable: isFixable(found),
  };
}

/** Every finding and what they come to. */
export function jsonReport(reports: readonly FileReport[]): JsonReport {
  return {
    diagnostics: reports.flatMap(({ diagnostics }) => diagnostics.map(toRecord)),
    summary: summaryOf(reports),
  };
}
