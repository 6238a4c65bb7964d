import { spelledIn, valuesOf } from "../formats/row-fields.js";
import type { Conditions } from "../formats/row-filter.js";
import { nearest } from "../knowledge/suggest.js";
import type { MappingFile } from "../model/mapping-file.js";
import type { Context } from "./context.js";

/**
 * Says on stderr which values of a filter no row of any file has, and what may have been meant: beside values that rows do have,
 * a mistyped one leaves no trace in what is written.
 */
export function tellUnmet(
  conditions: Conditions,
  files: readonly MappingFile[],
  { host, options }: Pick<Context, "host" | "options">,
): void {
  if (options.quiet) return;
  for (const [field, values] of conditions) {
    const stated = files.map((file) => ({
      file,
      known: new Set(file.rows.flatMap((row) => valuesOf(field, row, file))),
    }));
    for (const value of values) {
      if (stated.some(({ file, known }) => known.has(spelledIn(field, value, file)))) continue;
      const near = nearest(value, new Set(stated.flatMap(({ known }) => [...known])));
      const hint = near.length === 0 ? "" : ` Did you mean ${near.join(", ")}?`;
      host.err(`No row has the ${field} ${JSON.stringify(value.trim())}.${hint}\n`);
    }
  }
}
