import type { Source } from "../../base/source.js";
import type { Bounds } from "../format.js";
import { cveCsv } from "./cve-csv.js";
import type { Gathered, GatheringFormat } from "./gathering.js";
import { nistWorkbook } from "./nist-workbook.js";
import { securityStack } from "./security-stack.js";
import { verisJson } from "./veris.js";

/** Every format from before the unified one. To add one: a file, a line here, a section in docs/formats/legacy.md. */
export const gatheringFormats: readonly GatheringFormat[] = [nistWorkbook, securityStack, verisJson, cveCsv];

/** The format of a source, by its path and first 64 KiB; null for any other file. */
export function gatheringFormatOf(head: Uint8Array, path: string): GatheringFormat | null {
  return gatheringFormats.find((format) => format.takes(head, path)) ?? null;
}

/** The mapping files that sources of these formats hold together, in the order of the formats. */
export async function gatherFiles(sources: readonly Source[], bounds: Bounds): Promise<readonly Gathered[]> {
  const of = new Map<GatheringFormat, Source[]>();
  for (const source of sources) {
    const format = gatheringFormatOf(source.bytes.subarray(0, 65_536), source.path);
    if (format !== null) of.set(format, [...(of.get(format) ?? []), source]);
  }
  const found = await Promise.all([...of].map(([format, own]) => format.gather(own, bounds)));
  return found.flat();
}
