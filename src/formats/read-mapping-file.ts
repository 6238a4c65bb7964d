import { shownList } from "../base/shown.js";
import { decodeLossy, type Source } from "../base/source.js";
import type { Parsed } from "../model/diagnostic.js";
import type { MappingFile } from "../model/mapping-file.js";
import { Findings } from "./findings.js";
import type { Bounds } from "./format.js";
import { beginsAsLayer } from "./layer/read-layer.js";
import { detectFormat, mappingFormats } from "./registry.js";
import { columnMapWords, guessColumns } from "./rows/column-map.js";
import { layoutOf, type TableLayout } from "./rows/layout.js";
import { isTable } from "./rows/mapping-table.js";
import { type ReadTable, readTable } from "./table/read-table.js";

/** A mapping file that was read, and the table that it was, if it was one. */
export interface ReadMappingFile extends Parsed<MappingFile> {
  readonly table: { readonly read: ReadTable; readonly layout: TableLayout } | null;
}

/**
 * A mapping file of whatever format knows it: by its name and beginning, unified JSON where none does. A table of a layout
 * that is not known needs `map`; without one it is refused, and the map that its heads suggest is told. Never throws on input.
 */
export async function readMappingFile(source: Source, bounds: Bounds, map?: TableLayout): Promise<ReadMappingFile> {
  if (isTable(source)) return readRows(source, bounds, map);
  if (beginsAsLayer(decodeLossy(source.bytes.subarray(0, 65_536)))) return refusedLayer(source);
  const format = detectFormat(source.bytes.subarray(0, 65_536), source.path) ?? mappingFormats[0];
  const parsed = (await format?.parse?.(source, bounds)) ?? { value: null, diagnostics: [] };
  return { ...parsed, table: null };
}

/** Nothing is made up: which capability answers its techniques no layer says. */
function refusedLayer({ path }: Source): ReadMappingFile {
  const findings = new Findings(path);
  findings.add("TM0013", {
    message: "The file is a Navigator layer: it marks techniques and maps no capability to them.",
    hint: "The matrix page outlines its techniques.",
  });
  return { value: null, diagnostics: findings.all(), table: null };
}

async function readRows(source: Source, bounds: Bounds, map: TableLayout | undefined): Promise<ReadMappingFile> {
  const { value: read, diagnostics } = await readTable(source, bounds);
  if (read === null) return { value: null, diagnostics, table: null };
  const findings = new Findings(source.path);
  const layout = map ?? layoutOf(read.head);
  if (layout === null) {
    tellOfColumns(read, findings);
    return { value: null, diagnostics: [...diagnostics, ...findings.all()], table: null };
  }
  const { fileOf } = await import("./rows/parse.js");
  const value = fileOf(read, layout, findings);
  return { value, diagnostics: [...diagnostics, ...findings.all()], table: { read, layout } };
}

function tellOfColumns({ head }: ReadTable, findings: Findings): void {
  const guessed = guessColumns(head);
  const whole = guessed.has("capability_id") && guessed.has("attack_object_id");
  findings.add("TM0012", {
    line: 1,
    column: 1,
    message: `What its columns mean is not known. They are ${shownList(head)}.`,
    hint: whole
      ? `If this is right, say it with --map '${columnMapWords(guessed)}'`
      : "Say it with --map capability_id=COLUMN,attack_object_id=COLUMN; tidemap help convert names the fields.",
  });
}
