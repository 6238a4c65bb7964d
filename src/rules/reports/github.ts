import type { Severity } from "../../model/diagnostic.js";
import type { FileReport } from "../validate.js";

const commands = { error: "error", warning: "warning", note: "notice" } as const satisfies Record<Severity, string>;

/** Workflow commands that GitHub Actions turns into annotations, one a line. */
export function githubReport(reports: readonly FileReport[]): string {
  const lines = reports.flatMap(({ diagnostics }) =>
    diagnostics.map(({ code, severity, place, message, hint }) => {
      const { file, line, column } = place;
      const where = [
        `file=${property(file)}`,
        ...(line === undefined ? [] : [`line=${line}`]),
        ...(column === undefined ? [] : [`col=${column}`]),
        `title=${property(code)}`,
      ];
      return `::${commands[severity]} ${where.join(",")}::${data(hint === undefined ? message : `${message} ${hint}`)}`;
    }),
  );
  return lines.map((line) => `${line}\n`).join("");
}

/** A command ends at a line break, a property at a comma or colon. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
