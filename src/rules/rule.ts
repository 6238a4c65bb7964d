import type { Severity } from "../model/diagnostic.js";
import type { Repair } from "../model/repair.js";
import type { RuleContext } from "./context.js";

/** What one rule found at one place. */
export interface Finding {
  /** JSON pointer into the file. */
  readonly pointer: string;
  /** The row it speaks of, from 0, the first of several; null for the file, its metadata or a declaration. */
  readonly row: number | null;
  /** Every row it speaks of, ascending, where there are several. */
  readonly rows?: readonly number[];
  /** One plain sentence with the actual and, where there is one, the expected value. */
  readonly message: string;
  readonly hint?: string;
  /** What would mend it safely; absent where a person has to decide. */
  readonly repairs?: readonly Repair[];
}

/** What a rule says at one place. */
export type Said = Pick<Finding, "message" | "hint" | "repairs">;

/** One check of mapping files: a value, so that runner, documentation and tests read the same table. */
export interface Rule {
  /** Stable: `TM1302`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in a few words without a full stop. */
  readonly title: string;
  /** Why it matters and what Tidemap does with it. */
  readonly explanation: string;
  /** A piece of a file that the rule finds, of our own making. */
  readonly example: string;
  /** What a safe repair does; null where a person has to decide. */
  readonly fix: string | null;
  /** What one finding speaks of. */
  readonly scope: "file" | "metadata" | "declaration" | "row" | "id";
  check(context: RuleContext): Iterable<Finding>;
}

/** A finding about one field of one row, `key` as a pointer has it. */
export function atRow(row: number, key: string, said: Said): Finding {
  return { pointer: `/mapping_objects/${row}/${key}`, row, ...said };
}

/** A finding about one field of several rows; `rows` must not be empty. */
export function atRows(rows: readonly number[], key: string, said: Said): Finding {
  return { ...atRow(rows[0] ?? 0, key, said), rows };
}

/** A finding about a field of the metadata, `key` as a pointer has it, "" for all of it. */
export function atMetadata(key: string, message: string, more: Omit<Said, "message"> = {}): Finding {
  return { pointer: key === "" ? "/metadata" : `/metadata/${key}`, row: null, message, ...more };
}

/** The repair that writes another value into one field of a row. */
export function setField(row: number, key: string, value: string | readonly string[]): Pick<Said, "repairs"> {
  return { repairs: [{ kind: "set", pointer: `/mapping_objects/${row}/${key}`, value }] };
}
