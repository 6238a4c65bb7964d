import { TidemapError } from "../model/diagnostic.js";
import type { MappingFile, MappingRow } from "../model/mapping-file.js";

/** What rows can be chosen by. To add one: a line. */
const fields = {
  technique: (row) => row.attackObjectId,
  capability: (row) => row.capabilityId,
  group: (row) => row.capabilityGroup,
  type: (row) => row.mappingType,
  category: (row) => row.scoreCategory,
  rating: (row) => row.scoreValue,
  status: (row) => row.status,
} as const satisfies Readonly<Record<string, (row: MappingRow) => string | null | undefined>>;

/**
 * `technique=T1550.001,group=AC`: the file with the rows that fit all conditions; of one field given twice either fits.
 * Outer blanks and case are forgiven. Throws a TidemapError (exit 2) for words that are no condition.
 */
export function rowsWhere(words: string | undefined): (file: MappingFile) => MappingFile {
  if (words === undefined) return (file) => file;
  const wanted = new Map<keyof typeof fields, Set<string>>();
  for (const word of words.split(",").flatMap((part) => part.trim() || [])) {
    const [name = "", ...rest] = word.split("=");
    const field = (Object.keys(fields) as (keyof typeof fields)[]).find((known) => known === name.trim());
    if (field === undefined || rest.length === 0) {
      throw new TidemapError("TM5045", `${JSON.stringify(word)} is no condition on rows.`, {
        hint: `Write one as technique=T1550.001; fields are ${Object.keys(fields).join(", ")}.`,
        exitCode: 2,
      });
    }
    const values = wanted.get(field) ?? new Set();
    values.add(folded(rest.join("=")));
    wanted.set(field, values);
  }
  const fits = (row: MappingRow) =>
    [...wanted].every(([field, values]) => values.has(folded(fields[field](row) ?? "")));
  return (file) => ({ ...file, rows: file.rows.filter(fits) });
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}
