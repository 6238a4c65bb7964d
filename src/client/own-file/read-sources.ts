import type { Source } from "../../base/source.js";
import { checkSize } from "../../formats/format.js";

export type OwnSource = Source;

/** The bytes of files; of one beyond the bound nothing is read, and its parser says so. */
export async function readSources(files: readonly File[]): Promise<readonly OwnSource[]> {
  const sources: OwnSource[] = [];
  for (const file of files) {
    const bytes =
      checkSize(file.name, file.size) === null ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    sources.push({ path: file.name, bytes });
  }
  return sources;
}
