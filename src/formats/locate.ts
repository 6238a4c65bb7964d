import { jsonPlaces } from "../base/json-places.js";
import { type Source, textOfSource } from "../base/source.js";
import { yamlPlaces } from "../base/yaml-read.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { syntaxOf } from "./document.js";
import { cellPlaces, type RowsOfTable } from "./table/cell-places.js";

/**
 * Line and column (from 1) of the values that JSON pointers name in a JSON or YAML file. Reads the text once more, so it
 * is for what gets reported only; pointers to nothing, and files that cannot be read, have no places. Deep nesting does no
 * harm: nothing is entered that no pointer names.
 */
export function locate(
  source: Source,
  pointers: Iterable<string>,
): ReadonlyMap<string, { readonly line: number; readonly column: number }> {
  const wanted = new Set(pointers);
  if (wanted.size === 0) return new Map();
  const text = textOfSource(source);
  if (syntaxOf(source.path, text) === "yaml") return yamlPlaces(text, wanted);
  return jsonPlaces(text, wanted);
}

/**
 * Diagnostics of one file with line and column where their pointer has a place; those that have one keep it. `table`: the one
 * that the file was read of.
 */
export function withLines(
  source: Source,
  diagnostics: readonly Diagnostic[],
  table: RowsOfTable | null = null,
): readonly Diagnostic[] {
  const open = diagnostics.filter(({ place }) => place.line === undefined && place.pointer !== "");
  const pointers = open.map(({ place }) => place.pointer);
  const places = table === null ? locate(source, pointers) : cellPlaces(source, table, pointers);
  return diagnostics.map((diagnostic) => {
    const found = diagnostic.place.line === undefined ? places.get(diagnostic.place.pointer) : undefined;
    return found ? { ...diagnostic, place: { ...diagnostic.place, ...found } } : diagnostic;
  });
}
