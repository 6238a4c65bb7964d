import { decodeUtf8 } from "../base/source.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FileReport } from "./validate.js";

/** A finding that is known and left as it is: this code, so often, in this file. */
export interface KnownFinding {
  readonly file: string;
  readonly code: string;
  readonly count: number;
}

/** Known findings by file and code, each file's in the order of codes; as a text that diffs well. */
export function writeBaseline(reports: readonly FileReport[]): string {
  const known = reports.flatMap(({ file, diagnostics }) =>
    [...countsOf(diagnostics)].sort().map(([code, count]): KnownFinding => ({ file, code, count })),
  );
  const lines = known.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n");
  return `{\n  "known": [${lines === "" ? "" : `\n${lines}\n  `}]\n}\n`;
}

/** A baseline's entries; null, or a sentence on what is wrong, for a file that is none. */
export function parseBaseline(bytes: Uint8Array): readonly KnownFinding[] | string {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return "it is not UTF-8";
  try {
    const { known } = JSON.parse(decoded.text) as { readonly known?: unknown };
    if (!Array.isArray(known)) return "it has no list called known";
    return known.every(isKnownFinding) ? known : "an entry lacks file, code or count";
  } catch {
    return "it is not JSON"; // whatever else it is
  }
}

function isKnownFinding(entry: unknown): entry is KnownFinding {
  if (typeof entry !== "object" || entry === null) return false;
  const { file, code, count } = entry as Partial<Record<keyof KnownFinding, unknown>>;
  return typeof file === "string" && typeof code === "string" && Number.isInteger(count) && Number(count) > 0;
}

/**
 * Reports without the findings that are known. An entry that covers more than is there any more is stale, and an error
 * (TM0901): exceptions shrink. Where there are more of a code than known, all of them are shown, since nobody can tell
 * which ones are new. Entries of files that have no report are stale too: leave those out that nobody asked about.
 */
export function applyBaseline(reports: readonly FileReport[], known: readonly KnownFinding[]): readonly FileReport[] {
  const left = reports.map((report): FileReport => {
    const counts = countsOf(report.diagnostics);
    const own = new Map(known.filter(({ file }) => file === report.file).map((entry) => [entry.code, entry]));
    const shown = report.diagnostics.filter(({ code }) => (counts.get(code) ?? 0) > (own.get(code)?.count ?? 0));
    const gone = [...own.values()].flatMap((entry) => {
      const found = counts.get(entry.code) ?? 0;
      return found < entry.count ? [stale(entry, found)] : [];
    });
    return { ...report, diagnostics: [...shown, ...gone] };
  });
  const files = new Set(reports.map(({ file }) => file));
  const gone = [...new Set(known.map(({ file }) => file))].filter((file) => !files.has(file));
  return [
    ...left,
    ...gone.map((file): FileReport => {
      const entries = known.filter((entry) => entry.file === file);
      return { file, rows: 0, diagnostics: entries.map((entry) => stale(entry, 0)) };
    }),
  ];
}

function stale({ file, code, count }: KnownFinding, found: number): Diagnostic {
  return {
    code: "TM0901",
    severity: "error",
    place: { file, pointer: "" },
    message: `The baseline knows ${count} of ${code} in this file; ${found === 0 ? "none is" : `${found} are`} left.`,
    hint: "Lower the entry or take it out of the baseline: what is mended must stay mended.",
  };
}

function countsOf(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
