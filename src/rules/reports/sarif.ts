import { formatCodes } from "../../formats/codes.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { ruleByCode } from "../registry.js";
import { titleOf } from "../title-of.js";
import type { FileReport } from "../validate.js";

/** The log of one run in SARIF 2.1.0 (OASIS), with a description of every rule that found something. */
export function sarifReport(reports: readonly FileReport[], version: string): object {
  const found = reports.flatMap(({ diagnostics }) => diagnostics);
  const codes = [...new Set(found.map(({ code }) => code))].sort();
  // The standard wants artifacts to differ, and somebody may name a file twice.
  const files = [...new Set(reports.map(({ file }) => file))];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "tidemap", semanticVersion: version, rules: codes.map((code) => describe(code, found)) },
        },
        columnKind: "utf16CodeUnits",
        artifacts: files.map((file) => ({ location: { uri: uriOf(file) } })),
        results: found.map((diagnostic) => toResult(diagnostic, codes, files)),
      },
    ],
  };
}

function describe(code: string, found: readonly Diagnostic[]): object {
  const rule = ruleByCode(code);
  const level = found.find((diagnostic) => diagnostic.code === code)?.severity ?? "warning";
  const title = titleOf(code);
  const explanation = rule?.explanation ?? formatCodes[code as keyof typeof formatCodes]?.meaning ?? title;
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: rule === null ? explanation : `${explanation}\n\nFound, for example, in: ${rule.example}` },
    defaultConfiguration: { level },
  };
}

function toResult(
  { code, severity, place, message, hint }: Diagnostic,
  codes: readonly string[],
  files: readonly string[],
): object {
  const { file, pointer, line, column } = place;
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  const logical = pointer === "" ? {} : { logicalLocations: [{ fullyQualifiedName: pointer }] };
  const index = files.indexOf(file);
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file), ...(index < 0 ? {} : { index }) }, ...region },
        ...logical,
      },
    ],
  };
}

/** A path as a relative URI reference; an absolute one stays absolute. Half surrogates have no place in a URI. */
function uriOf(file: string): string {
  return file
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}
