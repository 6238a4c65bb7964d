import type { Diagnostic } from "../model/diagnostic.js";
import { type BundleCodeId, bundleCodes } from "./codes.js";

/** A file can repeat one trouble ten thousand times; after this many of a code only their number is told. */
const capPerCode = 50;

interface Finding {
  readonly message: string;
  /** JSON pointer; "" for the whole file. */
  readonly pointer?: string;
  readonly hint?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Collects what is found about one file. */
export class Findings {
  readonly #file: string;
  readonly #found: Diagnostic[] = [];
  readonly #counts = new Map<BundleCodeId, number>();

  constructor(file: string) {
    this.#file = file;
  }

  add(code: BundleCodeId, finding: Finding): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > capPerCode) return;
    const { message, hint, pointer = "", line, column } = finding;
    this.#found.push({
      code,
      severity: bundleCodes[code].severity,
      place: {
        file: this.#file,
        pointer,
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
      },
      message,
      ...(hint === undefined ? {} : { hint }),
    });
  }

  /** In the order found; codes beyond their cap end with one line that counts the rest. */
  all(): readonly Diagnostic[] {
    const rest: Diagnostic[] = [];
    for (const [code, count] of this.#counts) {
      if (count <= capPerCode) continue;
      rest.push({
        code,
        severity: bundleCodes[code].severity,
        place: { file: this.#file, pointer: "" },
        message: `${count - capPerCode} more of ${code}: ${bundleCodes[code].meaning}`,
      });
    }
    return [...this.#found, ...rest];
  }
}
