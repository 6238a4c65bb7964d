import { existsSync } from "node:fs";
import { isMappingTable } from "../../formats/rows/mapping-table.js";
import { isDataFile, isWellFormed } from "../../formats/well-formed.js";
import { TidemapError } from "../../model/diagnostic.js";
import { attackOf } from "../../rules/attack-facts.js";
import { applyBaseline, type KnownFinding } from "../../rules/baseline.js";
import { jsonReport } from "../../rules/reports/json.js";
import { isAtLeast } from "../../rules/reports/summary.js";
import { type FileReport, validate as validateSources } from "../../rules/validate.js";
import type { Context } from "../context.js";
import { readKnown, refuseToLose, writeKnown } from "../known-findings.js";
import { mapNamed } from "../map-named.js";
import { mendFiles } from "../mend-files.js";
import { openKnowledge } from "../open.js";
import { textOf } from "../options.js";
import type { Call } from "../program.js";
import { isArchive } from "../read-archive.js";
import { type OtherFile, readMappingSources } from "../read-mapping-sources.js";
import { type ValidateOptions, validateOptions } from "../validate-options.js";
import { packageVersion } from "../version.js";

/**
 * `tidemap validate FILE…`: what the rules find in mapping files. Exit 3 where something found is as bad as `--fail-on`
 * (an error, where nothing else is said), else 0; 1 where a file cannot be opened.
 */
export async function validate({ context, args, options: given }: Call): Promise<number> {
  const options = validateOptions(given);
  const map = mapNamed(textOf(given.map));
  if (options.listRules) {
    const { renderRules } = await import("../screens/validate.js");
    context.host.out(await renderRules(context));
    return 0;
  }
  if (args.length === 0) {
    throw new TidemapError("TM5030", "No file was named.", {
      hint: "tidemap validate mapping.json; a folder validates every mapping file in it; - reads standard input.",
      exitCode: 2,
    });
  }
  if (options.writeBaseline !== undefined) refuseToLose(options.writeBaseline, options);
  const read = await readMappingSources(args, context, (file) => isBroken(file) || isMappingTable(file, map));
  if (options.fix && args.some(isArchive)) {
    throw new TidemapError("TM3065", "Files in an archive are not repaired.", { hint: "Unpack it first." });
  }
  const attack = attackOf(openKnowledge(context));
  const { sources, targets } = options.fix
    ? mendFiles(context, read, { attack, options })
    : { sources: read, targets: new Map<string, string>() };
  const reported = await validateSources(sources, attack, map === undefined ? {} : { map });
  const found = chosen(reported, ({ code }) => options.codes(code));
  const bad = ({ severity }: FileReport["diagnostics"][number]) => isAtLeast(severity, options.severity);
  if (options.writeBaseline !== undefined) {
    writeKnown(context, options.writeBaseline, chosen(found, bad));
    return 0;
  }
  const known = options.baseline === undefined ? [] : readKnown(options.baseline).filter(isAskedFor(found, options));
  const reports = chosen(applyBaseline(found, known), bad).map((report) => ofFile(report, targets.get(report.file)));
  context.host.out(await written(context, reports, given.all === true));
  const { failOn } = options;
  return failOn !== null &&
    reports.some(({ diagnostics }) => diagnostics.some((found) => isAtLeast(found.severity, failOn)))
    ? 3
    : 0;
}

/** Nothing says whether a broken file was to hold mappings; where it was, to pass it by would be to call it good. */
function isBroken({ path, bytes }: OtherFile): boolean {
  return isDataFile(path) && !isWellFormed({ path, bytes: bytes() });
}

function chosen(
  reports: readonly FileReport[],
  wanted: (found: FileReport["diagnostics"][number]) => boolean,
): readonly FileReport[] {
  return reports.map((report) => ({ ...report, diagnostics: report.diagnostics.filter(wanted) }));
}

/** What is left in a repaired file has its lines, which are not those of the file it was made from. */
function ofFile(report: FileReport, file: string | undefined): FileReport {
  if (file === undefined) return report;
  const diagnostics = report.diagnostics.map((found) => ({ ...found, place: { ...found.place, file } }));
  return { ...report, file, diagnostics };
}

/** A commit hook names the changed files only: entries of other files say nothing, unless their file is gone. */
function isAskedFor(reports: readonly FileReport[], { codes }: ValidateOptions) {
  const files = new Set(reports.map(({ file }) => file));
  return ({ file, code }: KnownFinding) => codes(code) && (files.has(file) || !existsSync(file));
}

async function written(context: Context, reports: readonly FileReport[], all: boolean): Promise<string> {
  const { host, options } = context;
  const writers = {
    sarif: async () => {
      const { sarifReport } = await import("../../rules/reports/sarif.js");
      return `${JSON.stringify(sarifReport(reports, packageVersion(host.root)), null, 2)}\n`;
    },
    github: async () => (await import("../../rules/reports/github.js")).githubReport(reports),
    junit: async () => (await import("../../rules/reports/junit.js")).junitReport(reports),
    json: async () => `${JSON.stringify(jsonReport(reports), null, 2)}\n`,
    csv: async () => (await import("../csv.js")).toCsv(jsonReport(reports).diagnostics),
    table: async () => {
      const [{ renderReports }, { screenOf }] = await Promise.all([
        import("../screens/validate.js"),
        import("../layout/screen.js"),
      ]);
      return renderReports(reports, screenOf(host, options.color), all);
    },
  } as const;
  return await writers[options.report ?? options.format]();
}
