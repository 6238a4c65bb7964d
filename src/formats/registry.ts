/**
 * Every format that holds mappings. To add one: a folder with a `format.ts` that exports a MappingFormat, a line here, a
 * page in docs/formats/; the contract test (test/contract/formats.test.ts) holds it to its word. Nothing heavy is
 * imported at the top of a `format.ts`: libraries are loaded inside `parse` and `serialize`.
 */
import { layer } from "./layer/format.js";
import type { MappingFormat } from "./mapping-format.js";
import { oscal } from "./oscal/format.js";
import { parquet } from "./parquet/format.js";
import { rowsCsv, rowsJsonl, rowsXlsx } from "./rows/format.js";
import { stix } from "./stix/format.js";
import { unifiedJson, unifiedYaml } from "./unified/format.js";

/** In the order that help and documents name them. */
export const mappingFormats: readonly MappingFormat[] = [
  unifiedJson,
  unifiedYaml,
  rowsCsv,
  rowsXlsx,
  rowsJsonl,
  stix,
  layer,
  oscal,
  parquet,
];

/** Where a format is as sure as another the first of the table is taken; null where none knows the file. */
export function detectFormat(head: Uint8Array, path: string): MappingFormat | null {
  let best: { readonly format: MappingFormat; readonly sure: number } | null = null;
  for (const format of mappingFormats) {
    if (format.parse === undefined) continue;
    const sure = format.detect(head, path);
    if (sure > 0 && (best === null || sure > best.sure)) best = { format, sure };
  }
  return best?.format ?? null;
}
