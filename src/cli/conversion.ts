import {
  type LayerMetric,
  layerMetrics,
  type MappingFormat,
  type UnifiedStyle,
  unifiedStyles,
  type WriteOptions,
} from "../formats/mapping-format.js";
import { mappingFormats } from "../formats/registry.js";
import { rowsWhere } from "../formats/rows-where.js";
import { nearest } from "../knowledge/suggest.js";
import { techniqueStixIds } from "../knowledge/technique-stix-ids.js";
import { TidemapError } from "../model/diagnostic.js";
import type { MappingFile } from "../model/mapping-file.js";
import type { Context } from "./context.js";
import { openKnowledge } from "./open.js";
import { textOf } from "./options.js";
import type { Call } from "./program.js";
import type { ReadMappingFile } from "./read-mapping-files.js";
import { type Converted, printConverted, writeConverted } from "./write-converted.js";

/** What `convert` and `export` were asked to make of mapping files. */
export interface Conversion {
  readonly formats: readonly { readonly format: MappingFormat; readonly options: Omit<WriteOptions, "name"> }[];
  /** Keeps the rows that fit. */
  readonly wanted: (file: MappingFile) => MappingFile;
  /** A folder or a file; undefined is standard output. */
  readonly out: string | undefined;
  readonly force: boolean;
}

/** Throws a TidemapError (exit 2) for a format, style, metric or condition that is none. */
export function conversionOf(given: Call["options"], context: Context): Conversion {
  const formats = formatsNamed(textOf(given.to));
  const style = styleNamed(textOf(given.style), formats);
  const metric = metricNamed(textOf(given.metric), formats);
  return {
    formats: formats.map((format) => ({ format, options: writeOptions(format, { style, metric, context }) })),
    wanted: rowsWhere(textOf(given.where)),
    out: textOf(given.out),
    force: given.force === true,
  };
}

interface Asked {
  readonly style: UnifiedStyle | undefined;
  readonly metric: LayerMetric | undefined;
  readonly context: Context;
}

/** Writes every file in every format; `args` are the folders whose own folders are kept. */
export async function convertFiles(
  files: readonly ReadMappingFile[],
  { formats, wanted, out, force }: Conversion,
  { context, args }: { readonly context: Context; readonly args: readonly string[] },
): Promise<void> {
  const converted: Converted[] = [];
  for (const { path, name, file: read } of files) {
    const file = wanted(read);
    for (const { format, options } of formats) {
      const written = await format.serialize?.(file, { name, ...options });
      const [first] = written?.files ?? [];
      if (first === undefined) throw new Error(`${format.id} wrote no file`);
      converted.push({ path, file: first, rows: file.rows.length, lost: written?.lost ?? [] });
    }
  }
  if (out === undefined) printConverted(converted, context);
  else writeConverted(converted, { context, args, out, force });
}

/** What a format takes of what was asked for. */
function writeOptions(format: MappingFormat, { style, metric, context }: Asked): Omit<WriteOptions, "name"> {
  return {
    ...(style !== undefined && format.lossless ? { style } : {}),
    ...(metric !== undefined && format.id === "layer" ? { metric } : {}),
    ...(format.id === "stix" ? { attack: techniqueStixIds(openKnowledge(context)) } : {}),
  };
}

function metricNamed(word: string | undefined, formats: readonly MappingFormat[]): LayerMetric | undefined {
  if (word === undefined) return undefined;
  const found = layerMetrics.find((metric) => metric === word);
  if (found !== undefined && formats.some(({ id }) => id === "layer")) return found;
  throw new TidemapError("TM5042", `${formats.map(({ id }) => id).join(", ")} has no metric ${JSON.stringify(word)}.`, {
    hint: `layer takes ${layerMetrics.join(", ")}.`,
    exitCode: 2,
  });
}

/** `csv,xlsx` → both. */
function formatsNamed(words: string | undefined): readonly MappingFormat[] {
  const named = (words ?? "").split(",").filter((word) => word.trim() !== "");
  return named.length === 0 ? [formatNamed(undefined)] : [...new Set(named.map(formatNamed))];
}

function formatNamed(word: string | undefined): MappingFormat {
  const formats = mappingFormats.filter(({ serialize }) => serialize !== undefined);
  const found = formats.find(({ id }) => id === word?.trim().toLowerCase());
  if (found !== undefined) return found;
  const known = formats.map(({ id }) => id);
  const [near] = word === undefined ? [] : nearest(word, known);
  throw new TidemapError(
    "TM5041",
    word === undefined ? "No format was named." : `There is no format ${JSON.stringify(word)}.`,
    {
      hint: near === undefined ? `--to takes ${known.join(", ")}.` : `Did you mean ${near}?`,
      exitCode: 2,
    },
  );
}

function styleNamed(word: string | undefined, formats: readonly MappingFormat[]): UnifiedStyle | undefined {
  if (word === undefined) return undefined;
  const found = unifiedStyles.find((style) => style === word);
  if (found !== undefined && formats.some(({ lossless }) => lossless)) return found;
  throw new TidemapError("TM5042", `${formats.map(({ id }) => id).join(", ")} has no style ${JSON.stringify(word)}.`, {
    hint: `json and yaml take ${unifiedStyles.join(", ")}.`,
    exitCode: 2,
  });
}
