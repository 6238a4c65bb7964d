import type { Source } from "../base/source.js";
import { isJsonSource } from "../formats/document.js";
import { withLines } from "../formats/locate.js";
import { parseUnified } from "../formats/unified/parse.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { MappingFile } from "../model/mapping-file.js";
import type { AttackFacts } from "./context.js";
import { ruleByCode } from "./registry.js";
import { type Hit, runRules } from "./run.js";

/** What validation found in one file. */
export interface FileReport {
  readonly file: string;
  /** Rows read; 0 for a file that could not be read. */
  readonly rows: number;
  /** By code, then as the rule goes through the file; every one with line and column where its pointer has a place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What parsers and rules find in mapping files, a report per file in the order given. Files of one framework version are
 * compared with each other (TM1113), so a set's domains belong into one call. Never throws on input.
 */
export function validate(sources: readonly Source[], attack: AttackFacts): readonly FileReport[] {
  const read = sources.map((source) => ({ source, ...parseUnified(source.bytes, source.path) }));
  return read.map(({ source, value, diagnostics }) => {
    if (value === null) return { file: source.path, rows: 0, diagnostics };
    const siblings = read.flatMap((other) =>
      other.source !== source && other.value !== null && isSibling(other.value, value) ? [other.value.metadata] : [],
    );
    const hits = runRules({ file: value, path: source.path, attack, siblings, found: diagnostics });
    // What the parser told under a rule's code comes back as that rule's finding.
    const told = diagnostics.filter(({ code }) => ruleByCode(code) === null);
    const isJson = isJsonSource(source);
    const found = hits.map((hit) => toDiagnostic(hit, source.path, isJson));
    return { file: source.path, rows: value.rows.length, diagnostics: withLines(source, [...told, ...found]) };
  });
}

/** Another domain of the same framework version, authored on the same release. */
function isSibling({ metadata: a }: MappingFile, { metadata: b }: MappingFile): boolean {
  return (
    a.mappingFramework === b.mappingFramework &&
    a.mappingFrameworkVersion === b.mappingFrameworkVersion &&
    a.technologyDomain !== b.technologyDomain
  );
}

/** Repairs are written into JSON only. */
function toDiagnostic({ code, pointer, message, hint, repairs }: Hit, file: string, isJson: boolean): Diagnostic {
  const rule = ruleByCode(code);
  return {
    code,
    severity: rule?.severity ?? "error",
    place: { file, pointer },
    message,
    ...(hint === undefined ? {} : { hint }),
    fixable: isJson && (repairs?.length ?? 0) > 0,
  };
}
