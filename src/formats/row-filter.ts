import { TidemapError } from "../model/diagnostic.js";
import type { MappingFile, MappingRow } from "../model/mapping-file.js";
import { fieldWords, type RowField, rowFieldNames, spelledIn, valuesOf } from "./row-fields.js";

/** What rows are to have, by field; of several values of one field either does. */
export type Conditions = ReadonlyMap<RowField, readonly string[]>;

/** `technique=T1550.001,group=AC`; a comma inside a value is written `\,`. Throws a TidemapError (exit 2) for words that are no condition, or a function or baseline that is none. */
export function conditionsOf(words: string | undefined): Conditions {
  const wanted = new Map<RowField, string[]>();
  const parts = (words ?? "").match(/(?:\\,|[^,])+/g) ?? [];
  for (const word of parts.flatMap((part) => part.replaceAll("\\,", ",").trim() || [])) {
    const [name = "", ...rest] = word.split("=");
    if (rest.length === 0)
      throw noField(word, `Write one as technique=T1550.001; fields are ${rowFieldNames.join(", ")}.`);
    const field = rowFieldNamed(name);
    if (field === null) throw noField(word, `Fields are ${rowFieldNames.join(", ")}.`);
    const value = rest.join("=");
    const known = fieldWords[field];
    if (known?.includes(value.trim().toLowerCase()) === false) throw noField(word, `There are ${known.join(", ")}.`);
    wanted.set(field, [...(wanted.get(field) ?? []), value]);
  }
  return wanted;
}

/**
 * The file with the rows that fit all conditions. Outer blanks and case are forgiven, and so are spellings of a capability
 * (`AC-2`).
 */
export function rowFilter(wanted: Conditions): (file: MappingFile) => MappingFile {
  if (wanted.size === 0) return (file) => file;
  return (file) => {
    const conditions = [...wanted].map(([field, values]) => {
      return { field, accepted: new Set(values.map((value) => spelledIn(field, value, file))) };
    });
    const fits = (row: MappingRow) =>
      conditions.every(({ field, accepted }) => valuesOf(field, row, file).some((value) => accepted.has(value)));
    return { ...file, rows: file.rows.filter(fits) };
  };
}

/** A part of a file: its rows that have a value in common. */
export interface FilePart {
  /** null: rows that have none. */
  readonly value: string | null;
  readonly file: MappingFile;
}

/** The file's rows by what they say in a field, values in the order of the rows; a row with two values is in two parts. */
export function partsBy(field: RowField, file: MappingFile): readonly FilePart[] {
  const parts = new Map<string | null, MappingRow[]>();
  for (const row of file.rows) {
    const values = valuesOf(field, row, file);
    for (const value of values.length === 0 ? [null] : values) {
      const rows = parts.get(value);
      if (rows === undefined) parts.set(value, [row]);
      else rows.push(row);
    }
  }
  return [...parts].map(([value, rows]) => ({ value, file: { ...file, rows } }));
}

/** The field that files are split by. Throws a TidemapError (exit 2) for a word that is none. */
export function splitFieldNamed(word: string): RowField {
  const field = rowFieldNamed(word);
  if (field !== null) return field;
  throw new TidemapError("TM5045", `Rows have no field ${JSON.stringify(word)} to be split by.`, {
    hint: `--split takes ${rowFieldNames.join(", ")}.`,
    exitCode: 2,
  });
}

function rowFieldNamed(name: string): RowField | null {
  return rowFieldNames.find((known) => known === name.trim().toLowerCase()) ?? null;
}

function noField(word: string, hint: string): TidemapError {
  return new TidemapError("TM5045", `${JSON.stringify(word)} is no condition on rows.`, { hint, exitCode: 2 });
}
