import type { Source } from "../base/source.js";
import type { Diagnostic, Parsed } from "../model/diagnostic.js";
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

/** What a format that only writes files gives back. */
export interface Written {
  /** Path → text. */
  readonly files: ReadonlyMap<string, string>;
  /** What the format cannot hold, in words. */
  readonly lost: readonly string[];
}

/** One file format, read, written or both. */
export interface Format<Model, Options = undefined> {
  readonly id: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** How sure the format is that this is its own: 0 not mine … 1 certain. `head` is at most the first 64 KiB. */
  detect(head: Uint8Array, path: string): number;
  /** Never throws on input. */
  parse?(source: Source, bounds: Bounds): Parsed<Model>;
  serialize?(model: Model, options: Options): Written;
}

/** A finding for a file larger than the bound, to be asked for before it is read; null for one that may be read. */
export function checkSize(file: string, bytes: number, bounds: Bounds = defaultBounds): Diagnostic | null {
  if (bytes <= bounds.bytes) return null;
  return formatFinding("TM0001", file, {
    message: `The file has ${bytes} bytes; at most ${bounds.bytes} are read.`,
    hint: "Split it: a mapping file holds one framework, one release and one domain.",
  });
}
