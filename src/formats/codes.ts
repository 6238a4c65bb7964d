import type { Severity } from "../model/diagnostic.js";

export interface FormatCode {
  readonly severity: Severity;
  /** A few words for reports, where no rule has them. */
  readonly title?: string;
  /** What the code says, for docs/rules. */
  readonly meaning: string;
}

/**
 * What parsers find by themselves. Those from TM1001 on are rules too (src/rules), which explain them. Codes are stable.
 * To add one: the next free number, never a re-used one.
 */
export const formatCodes = {
  TM0001: {
    title: "file too large",
    severity: "error",
    meaning: "The file is larger than the bound on bytes; it is not read.",
  },
  TM0002: {
    title: "nested too deep",
    severity: "error",
    meaning: "The file is nested deeper than the bound; it is not walked.",
  },
  TM0003: {
    title: "too many rows",
    severity: "error",
    meaning: "The file has more rows than the bound; it is not read.",
  },
  TM0004: {
    title: "too many YAML aliases",
    severity: "error",
    meaning: "The YAML uses more aliases than the bound; it is not built.",
  },
  TM0005: {
    title: "byte order mark",
    severity: "note",
    meaning: "The file begins with a byte order mark; it is skipped.",
  },
  TM0006: {
    title: "key __proto__",
    severity: "note",
    meaning: "An object has the key __proto__; it is kept as data and changes nothing.",
  },
  TM0007: {
    title: "inflates to too much",
    severity: "error",
    meaning: "A compressed file inflates to more than the bound; it is not read.",
  },
  TM0008: {
    title: "table or archive that cannot be read",
    severity: "error",
    meaning: "A table or archive cannot be read, lacks columns of its kind, or has a line that is none.",
  },
  TM0009: {
    title: "file that belongs to this one missing",
    severity: "warning",
    meaning: "A file that belongs to this one is not there; what it says is left out.",
  },
  TM0010: {
    title: "cell or column that means nothing",
    severity: "warning",
    meaning: "A cell or a column of a table means nothing there; it is left out.",
  },
  TM0011: {
    title: "no list of controls",
    severity: "error",
    meaning: "An OSCAL document lists no controls by itself.",
  },
  TM0012: {
    title: "columns of a table not known",
    severity: "error",
    meaning: "What the columns of a table mean is not known.",
  },
  TM0013: {
    title: "Navigator layer in place of mappings",
    severity: "error",
    meaning: "A Navigator layer of a format that is not read, or a layer where mappings are wanted.",
  },
  TM1001: { severity: "error", meaning: "The file is not UTF-8 JSON or YAML of the unified shape." },
  TM1002: { severity: "warning", meaning: "The same key stands twice in one object; the last one counts." },
  TM1007: { severity: "note", meaning: "The file does not end with a line break." },
} as const satisfies Readonly<Record<string, FormatCode>>;

export type FormatCodeId = keyof typeof formatCodes;
