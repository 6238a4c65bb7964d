import { createRequire } from "node:module";
import { default as Ajv4 } from "ajv-draft-04";
import { default as addFormats } from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { FileReport } from "../validate.js";
import { githubReport } from "./github.js";
import { jsonReport } from "./json.js";
import { junitReport } from "./junit.js";
import { sarifReport } from "./sarif.js";

const require = createRequire(import.meta.url);
/** The standard's own schema (OASIS SARIF 2.1.0, errata 01), as its publisher packs it. */
const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json") as object;
// The schema's own pattern for languages is no regular expression of the u mode.
const ajv = new Ajv4.default({ allErrors: true, unicodeRegExp: false });
// The plugin is typed for ajv's newer drafts; formats are the same.
addFormats.default(ajv as unknown as Parameters<typeof addFormats.default>[0]);
const isSarif = ajv.compile(schema);

const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom("%", ":", ",", "\n", "\r", "<", "&", '"', "]]>", "\u0000", "\ud800"), fc.string()),
});
const anyDiagnostic: fc.Arbitrary<Diagnostic> = fc.record(
  {
    code: fc.constantFrom("TM1302", "TM1401", "TM0901", "TM1001"),
    severity: fc.constantFrom("error", "warning", "note"),
    place: fc.record(
      { file: anyText, pointer: anyText, line: fc.integer({ min: 1 }), column: fc.integer({ min: 1 }) },
      { requiredKeys: ["file", "pointer"] },
    ),
    message: anyText,
    hint: anyText,
    fixable: fc.boolean(),
  },
  { requiredKeys: ["code", "severity", "place", "message"] },
);
const anyReports: fc.Arbitrary<readonly FileReport[]> = fc.array(
  fc.record({ file: anyText, rows: fc.nat(), diagnostics: fc.array(anyDiagnostic, { maxLength: 5 }) }),
  { maxLength: 4 },
);

const countOf = (reports: readonly FileReport[]) =>
  reports.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);

describe("whatever is found, in whatever file", () => {
  it("SARIF is valid by its schema, one result a finding, each with its rule", () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const log = sarifReport(reports, "1.2.3") as SarifLog;
        expect([isSarif(log), isSarif.errors]).toEqual([true, null]);
        const [run] = log.runs;
        expect(run.results).toHaveLength(countOf(reports));
        for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      }),
    );
  });

  it("JUnit is well-formed XML 1.0 and counts itself right", () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const xml = junitReport(reports);
        expect(xml).not.toMatch(/[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/u);
        const tag = /<\/?[a-z-]+(?: [a-z]+="[^"<>&]*(?:&(?:amp|lt|gt|quot);[^"<>&]*)*")*\/?>|<\?xml [^?]*\?>/g;
        const text = xml.replace(tag, "");
        expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
        expect(attribute(xml, "testsuites", "tests")).toBe(xml.split("<testcase ").length - 1);
        expect(attribute(xml, "testsuites", "failures")).toBe(xml.split("<failure ").length - 1);
      }),
    );
  });

  it("annotations are one line a finding and cannot end early", () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const lines = githubReport(reports).split("\n");
        expect(lines.pop()).toBe("");
        expect(lines).toHaveLength(countOf(reports));
        for (const line of lines) {
          expect(line).toMatch(/^::(error|warning|notice) file=[^,:\r]*(,(line|col)=\d+)*,title=TM\d{4}::[^\r]*$/);
        }
      }),
    );
  });

  it("JSON has every key of every finding, and sums that agree", () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const { diagnostics, summary } = jsonReport(reports);
        for (const found of diagnostics) {
          expect(Object.keys(found).join(" ")).toBe("code severity file pointer line column message hint fixable");
        }
        expect(summary.errors + summary.warnings + summary.notes).toBe(summary.findings);
        expect(Object.values(summary.codes).reduce((sum, count) => sum + count, 0)).toBe(summary.findings);
        expect(summary.findings).toBe(countOf(reports));
      }),
    );
  });
});

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
    },
  ];
}

function attribute(xml: string, element: string, name: string): number {
  return Number(new RegExp(`<${element} [^>]*\\b${name}="(\\d+)"`).exec(xml)?.[1]);
}
