import type { MappingMetadata } from "../../model/mapping-file.js";

/** What the notes of our workbooks say of a file, and the field that it is; read back from there. To add one: a line. */
const notedFields = {
  Author: "author",
  Contact: "contact",
  Organization: "organization",
  Created: "creationDate",
  "Last update": "lastUpdate",
  Edition: "mappingVersion",
} as const satisfies Readonly<Record<string, keyof MappingMetadata>>;

const entries = Object.entries(notedFields);

/** The notes of a file: a word and a value each, of what it says. */
export function notesOf(metadata: MappingMetadata): readonly (readonly [word: string, value: string])[] {
  return entries.flatMap(([word, field]) => (metadata[field] ? [[word, metadata[field]] as const] : []));
}

/** What such notes say of a file. */
export function notedIn(notes: ReadonlyMap<string, string> = new Map()): Partial<MappingMetadata> {
  return Object.fromEntries(
    entries.flatMap(([word, field]) => (notes.has(word) ? [[field, notes.get(word)] as const] : [])),
  );
}
