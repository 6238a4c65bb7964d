import type { Diagnostic } from "../model/diagnostic.js";
import { formatFinding } from "./findings.js";

/** How much input a parser takes on; each bound has its own code. */
export interface Bounds {
  /** Size of a file, TM0001. The caller checks it before reading (`checkSize`), the parser again. */
  readonly bytes: number;
  /** Levels of nesting, TM0002. */
  readonly depth: number;
  /** Rows of a mapping file, TM0003. */
  readonly rows: number;
  /** YAML aliases in a document, TM0004. */
  readonly aliases: number;
}

/** The largest published mapping file has 2 MB, 5,410 rows, 4 levels and no alias. */
export const defaultBounds: Bounds = { bytes: 64 * 1024 * 1024, depth: 64, rows: 200_000, aliases: 10 };

/** A finding for a file larger than the bound, to be asked for before it is read; null for one that may be read. */
export function checkSize(file: string, bytes: number, bounds: Bounds = defaultBounds): Diagnostic | null {
  if (bytes <= bounds.bytes) return null;
  return formatFinding("TM0001", file, {
    message: `The file has ${bytes} bytes; at most ${bounds.bytes} are read.`,
    hint: "Split it: a mapping file holds one framework, one release and one domain.",
  });
}
