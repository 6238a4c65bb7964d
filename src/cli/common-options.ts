import { type Command, Option } from "commander";
import { nearest } from "../knowledge/suggest.js";
import { TidemapError } from "../model/diagnostic.js";
import { type CommonOptions, outputFormats, type ReportFormat, reportFormats } from "./context.js";
import type { Telling } from "./failure.js";

/** Options that every command takes. */
export const commonOptions: readonly Option[] = [
  new Option(
    "--format <format>",
    `how answers are written: ${outputFormats.join(", ")}; findings also as ${reportFormats.join(", ")}`,
  )
    .default("table")
    .argParser(parseFormat),
  new Option("--json", "short for --format json"),
  new Option("--no-color", "no colours (so does NO_COLOR; a pipe never has any)"),
  new Option("--quiet", "say nothing but errors on stderr"),
];

const formats = [...outputFormats, ...reportFormats] as const;

function parseFormat(text: string): (typeof formats)[number] {
  const found = formats.find((format) => format === text.trim().toLowerCase());
  if (found !== undefined) return found;
  const [near] = nearest(text, formats);
  throw new TidemapError("TM5001", `There is no format ${JSON.stringify(text)}.`, {
    hint:
      near === undefined
        ? `Formats are ${outputFormats.join(", ")}; findings also ${reportFormats.join(", ")}.`
        : `Did you mean ${near}?`,
    exitCode: 2,
  });
}

/** What was asked for with them. Throws a TidemapError (exit 2) for two formats at once. */
export function commonOf(program: Command): CommonOptions {
  const { format, json, color, quiet } = program.opts<{
    format: (typeof formats)[number];
    json?: boolean;
    color: boolean;
    quiet?: boolean;
  }>();
  if (json === true && format !== "json" && program.getOptionValueSource("format") === "cli") throw twoFormats(format);
  const report = json === true ? undefined : reportFormats.find((known) => known === format);
  const plainFormat = outputFormats.find((known) => known === format) ?? "table";
  return { format: json === true ? "json" : plainFormat, report, color, quiet: quiet === true };
}

/** How a failure is to be told, as far as the line was read when it came up: nothing is refused here. */
export function tellingSoFar(program: Command): Telling {
  const { format, json, color } = program.opts<{ format: string; json?: boolean; color: boolean }>();
  return { json: json === true || format === "json", color };
}

function twoFormats(format: string): TidemapError {
  return new TidemapError("TM5009", `--json and --format ${format} ask for two formats.`, {
    hint: "Give one of them: --json is short for --format json.",
    exitCode: 2,
  });
}

/** For a command that finds nothing. */
export function noReport(command: string, report: ReportFormat): TidemapError {
  return new TidemapError("TM5001", `${command} has no answer in the format ${report}.`, {
    hint: `Its formats are ${outputFormats.join(", ")}; findings of validate come as ${reportFormats.join(", ")} too.`,
    exitCode: 2,
  });
}
