/** error: the row or file cannot be trusted; warning: probably wrong; note: worth knowing. */
export type Severity = "error" | "warning" | "note";

/** Where a finding stands. Lines and columns count from 1, offsets are UTF-16 units from 0. */
export interface Place {
  readonly file: string;
  /** JSON pointer (RFC 6901) into the file, "" for the whole file. */
  readonly pointer: string;
  readonly line?: number;
  readonly column?: number;
  /** `C14`: the cell, in a workbook; line and column are the sheet's. */
  readonly cell?: string;
}

/** One finding about input: a value, never thrown. `code` is stable (`TM1302`) and has a page in docs/rules. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** One plain sentence with the actual and, where there is one, the expected value. No colour, no markup. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly fixable?: boolean;
}

/** What every parser returns: as much of the value as could be read, and all that was found on the way. */
export interface Parsed<Value> {
  readonly value: Value | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Expected trouble at the rim (port busy, no such id, unwritable folder): `message` says what happened, `hint` what to
 * do, `exitCode` how the command ends. Anything else that is thrown is a fault of ours.
 */
export class TidemapError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly exitCode: 1 | 2 | 3;
  constructor(
    code: string,
    message: string,
    options: { readonly hint?: string; readonly exitCode?: 1 | 2 | 3; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "TidemapError";
    this.code = code;
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? 1;
  }
}

/** By its name: the command is built in parts, each with a TidemapError of its own, so `instanceof` would miss the others'. */
export function isTidemapError(error: unknown): error is TidemapError {
  return error instanceof Error && error.name === "TidemapError";
}
