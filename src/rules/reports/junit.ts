import type { Diagnostic } from "../../model/diagnostic.js";
import type { FileReport } from "../validate.js";
import { isAtLeast } from "./summary.js";

/**
 * JUnit's XML as CI servers read it: a suite per file, a case per code found in it. Codes of errors and warnings are
 * failures; notes pass, with their text as output. A file without findings is one case that passes.
 */
export function junitReport(reports: readonly FileReport[]): string {
  const suites = reports.map(suite);
  const sum = (of: (counts: Suite) => number) => suites.reduce((total, counts) => total + of(counts), 0);
  const head = `<testsuites name="tidemap validate" tests="${sum(({ tests }) => tests)}" failures="${sum(({ failures }) => failures)}" errors="0">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${suites.map(({ xml }) => xml).join("")}</testsuites>\n`;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly xml: string;
}

function suite({ file, diagnostics }: FileReport): Suite {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const cases = codes.map((code) =>
    testCase(
      file,
      code,
      diagnostics.filter((found) => found.code === code),
    ),
  );
  const own =
    cases.length > 0
      ? cases
      : [{ failed: false, xml: `    <testcase classname="${xmlText(file)}" name="no findings"/>\n` }];
  const failures = own.filter(({ failed }) => failed).length;
  const head = `  <testsuite name="${xmlText(file)}" tests="${own.length}" failures="${failures}" errors="0">`;
  return { tests: own.length, failures, xml: `${head}\n${own.map(({ xml }) => xml).join("")}  </testsuite>\n` };
}

function testCase(file: string, code: string, found: readonly Diagnostic[]) {
  const failed = found.some(({ severity }) => isAtLeast(severity, "warning"));
  const lines = found.map(({ place, message }) => `${place.line ?? 1}:${place.column ?? 1} ${message}`).join("\n");
  const first = found[0]?.message ?? "";
  const body = failed
    ? `<failure message="${xmlText(first)}" type="${code}">${xmlText(lines)}</failure>`
    : `<system-out>${xmlText(lines)}</system-out>`;
  return {
    failed,
    xml: `    <testcase classname="${xmlText(file)}" name="${code}">\n      ${body}\n    </testcase>\n`,
  };
}

/** Text for XML 1.0: what it cannot hold at all (control characters, half surrogates) becomes U+FFFD. */
function xmlText(text: string): string {
  return text
    .replace(/[\p{Cs}\ufffe\uffff]|[^\P{Cc}\t\n\r]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
