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
  /** Bytes that a compressed file (a workbook, a zip) may inflate to, TM0007. */
  readonly inflated: number;
}

/** The largest published mapping file has 2 MB, 5,410 rows, 4 levels and no alias; its workbook inflates to 4 MB. */
export const defaultBounds: Bounds = {
  bytes: 64 * 1024 * 1024,
  depth: 64,
  rows: 200_000,
  aliases: 10,
  inflated: 128 * 1024 * 1024,
};

/** A finding for a file larger than the bound, to be asked for before it is read; null for one that may be read. */
export function checkSize(file: string, bytes: number, bounds: Bounds = defaultBounds): Diagnostic | null {
  if (bytes <= bounds.bytes) return null;
  return formatFinding("TM0001", file, {
    message: `The file has ${bytes} bytes; at most ${bounds.bytes} are read.`,
    hint: "Split it: a mapping file holds one framework, one release and one domain.",
  });
}

/** A file that a format wrote. */
export interface FormatFile {
  /** A name without a folder: the stem that was asked for, and the format's ending. */
  readonly name: string;
  /** Text is UTF-8. */
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** What writing gave. */
export interface Written {
  readonly files: readonly FormatFile[];
  /** What the model holds and the files do not, a sentence each; empty where reading them gives the same model. */
  readonly lost: readonly string[];
}

/** A file format. `Model` is a MappingFile for all formats that hold mappings. */
export interface Format<Model, Options> {
  /** Word for `--to` and `--from-format`: `xlsx`. */
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** Endings of its files with their dot, the one that is written first. */
  readonly extensions: readonly string[];
  /** Media type of what is written. */
  readonly media: string;
  /** Reading what was written gives the same model, whatever it holds. */
  readonly lossless: boolean;
  /** 0 not mine … 1 certain, by the first 64 KiB of a file and its name. Loads nothing. */
  detect(head: Uint8Array, path: string): number;
  /** Absent for formats that are only written. Never throws on input; libraries are loaded when it is called. */
  readonly parse?: (source: Source, bounds: Bounds) => Promise<Parsed<Model>>;
  /** Absent for formats that are only read. The same model gives the same bytes. */
  readonly serialize?: (model: Model, options: Options) => Promise<Written>;
}
