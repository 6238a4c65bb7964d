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
import { type Converted, printConverted, refuseSeveral, targetsOf, writeConverted } from "./write-converted.js";

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

/**
 * Writes every file in every format, one at a time, so that a thousand take no more memory than one; `args` are the folders
 * whose own folders are kept. What would be replaced, or does not fit, is known before the first is written.
 */
export async function convertFiles(
  files: readonly ReadMappingFile[],
  { formats, wanted, out, force }: Conversion,
  { context, args }: { readonly context: Context; readonly args: readonly string[] },
): Promise<void> {
  const planned = files.flatMap(({ path, name, file }) =>
    formats.map(({ format, options }) => ({
      path,
      name: name + (format.extensions[0] ?? ""),
      file,
      format,
      options: { ...options, name },
    })),
  );
  if (out === undefined) refuseSeveral(planned);
  const targets = out === undefined ? [] : targetsOf(planned, { args, out, force });
  for (const [index, { path, file, format, options }] of planned.entries()) {
    const rows = wanted(file);
    const written = await format.serialize?.(rows, options);
    const [first] = written?.files ?? [];
    if (first === undefined) throw new Error(`${format.id} wrote no file`);
    const converted: Converted = { file: first, rows: rows.rows.length, lost: written?.lost ?? [] };
    const target = targets[index];
    if (target === undefined) printConverted(converted, context);
    else writeConverted(converted, { path, target }, context);
  }
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
