import type { Diagnostic } from "../model/diagnostic.js";
import { type FormatCodeId, formatCodes } from "./codes.js";

/** A file can repeat one trouble ten thousand times; after this many of a code only their number is told. */
const capPerCode = 100;

interface Finding {
  readonly message: string;
  /** JSON pointer; "" for the whole file. */
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
  readonly hint?: string;
}

/** A finding of a parser as a diagnostic, with the severity of its code. */
export function formatFinding(code: FormatCodeId, file: string, finding: Finding): Diagnostic {
  const { message, pointer = "", line, column, hint } = finding;
  return {
    code,
    severity: formatCodes[code].severity,
    place: {
      file,
      pointer,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    },
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Collects what a parser finds in one file. */
export class Findings {
  readonly #file: string;
  readonly #found: Diagnostic[] = [];
  readonly #counts = new Map<FormatCodeId, number>();

  constructor(file: string) {
    this.#file = file;
  }

  add(code: FormatCodeId, finding: Finding): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= capPerCode) this.#found.push(formatFinding(code, this.#file, finding));
  }

  /** In the order found; codes beyond their cap end with one line that counts the rest. */
  all(): readonly Diagnostic[] {
    const rest = [...this.#counts]
      .filter(([, count]) => count > capPerCode)
      .map(([code, count]) =>
        formatFinding(code, this.#file, {
          message: `${count - capPerCode} more of ${code}: ${formatCodes[code].meaning}`,
        }),
      );
    return [...this.#found, ...rest];
  }
}
