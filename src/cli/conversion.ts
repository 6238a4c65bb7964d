import { number } from "../base/counted.js";
import type { Compat, LayerMetric, MappingFormat, UnifiedStyle, WriteOptions } from "../formats/mapping-format.js";
import type { RowField } from "../formats/row-fields.js";
import { type Conditions, conditionsOf, partsBy, rowFilter, splitFieldNamed } from "../formats/row-filter.js";
import { techniqueStixIds } from "../knowledge/technique-stix-ids.js";
import type { MappingFile } from "../model/mapping-file.js";
import { type AlignFile, alignerTo } from "./align-file.js";
import { baselineFilter } from "./baseline-filter.js";
import type { Context } from "./context.js";
import { compatNamed, formatsNamed, hasLayouts, metricNamed, styleNamed } from "./conversion-words.js";
import { openKnowledge } from "./open.js";
import { textOf } from "./options.js";
import type { Call } from "./program.js";
import type { ReadMappingFile } from "./read-mapping-files.js";
import { type Jobs, jobsNamed, threadFor } from "./threads/thread.js";
import { writeTogether } from "./threads/write-together.js";
import { tellUnmet } from "./unmet-conditions.js";
import { type Converted, printConverted, refuseSeveral, targetsOf, writeConverted } from "./write-converted.js";

/** What `convert` and `export` were asked to make of mapping files. */
export interface Conversion {
  readonly formats: readonly { readonly format: MappingFormat; readonly options: Omit<WriteOptions, "name"> }[];
  /** The release that files are carried to; undefined leaves them where they were authored. */
  readonly release: string | undefined;
  readonly align: AlignFile | undefined;
  /** What rows are to have, as they stand after they were carried. */
  readonly conditions: Conditions;
  /** Keeps the rows that fit, as they stand after they were carried. */
  readonly wanted: (file: MappingFile) => MappingFile;
  /** What was chosen, a sentence each. */
  readonly selection: readonly string[];
  /** A file for each value that rows have there; undefined makes one of all. */
  readonly splitBy: RowField | undefined;
  /** A folder or a file; undefined is standard output. */
  readonly out: string | undefined;
  readonly force: boolean;
  /** Threads beside the command's own; undefined: as it is worth. */
  readonly jobs: Jobs | undefined;
}

/** Throws a TidemapError (exit 2) for a format, style, metric, layout, release or condition that is none. */
export function conversionOf(given: Call["options"], context: Context): Conversion {
  const formats = formatsNamed(textOf(given.to));
  const style = styleNamed(textOf(given.style), formats);
  const metric = metricNamed(textOf(given.metric), formats);
  const compat = compatNamed(textOf(given.compat), formats);
  const release = textOf(given.alignedTo);
  const splitBy = textOf(given.split);
  const conditions = conditionsOf(textOf(given.filter));
  return {
    formats: formats.map((format) => ({ format, options: writeOptions(format, { style, metric, compat, context }) })),
    release,
    align: release === undefined ? undefined : alignerTo(release, context),
    conditions,
    wanted: wantedRows(conditions, textOf(given.baseline)),
    selection: [
      ...(textOf(given.baseline) === undefined ? [] : [`Only controls of the baseline ${textOf(given.baseline)}.`]),
      ...(textOf(given.filter) === undefined ? [] : [`Only rows with ${textOf(given.filter)}.`]),
    ],
    splitBy: splitBy === undefined ? undefined : splitFieldNamed(splitBy),
    out: textOf(given.out),
    force: given.force === true,
    jobs: jobsNamed(textOf(given.jobs)),
  };
}

interface Asked {
  readonly style: UnifiedStyle | undefined;
  readonly metric: LayerMetric | undefined;
  readonly compat: Compat | undefined;
  readonly context: Context;
}

/** Rows that fit all conditions, and stand in the baseline. */
function wantedRows(conditions: Conditions, baseline: string | undefined): Conversion["wanted"] {
  const filtered = rowFilter(conditions);
  if (baseline === undefined) return filtered;
  const inBaseline = baselineFilter(baseline);
  return (file) => inBaseline(filtered(file));
}

/**
 * Writes every file in every format, by two threads where that is worth it; `args` are the folders whose own folders are kept. What would be
 * replaced, or does not fit, is known before the first is written.
 */
export async function convertFiles(
  files: readonly ReadMappingFile[],
  conversion: Conversion,
  { context, args }: { readonly context: Context; readonly args: readonly string[] },
): Promise<void> {
  const { formats, out, force, splitBy } = conversion;
  const carried = files.map((file) => carriedFile(file, conversion));
  tellUnmet(
    conversion.conditions,
    carried.map(({ file }) => file),
    context,
  );
  const parts = carried.flatMap((file) => partsOf(file, conversion));
  for (const file of files) tellIfNoneFits(file, parts, { conversion, context });
  const planned = parts.flatMap(({ path, name }) =>
    formats.map(({ format }) => ({ path, name: name + (format.extensions[0] ?? "") })),
  );
  if (out === undefined) refuseSeveral(planned);
  const targets = out === undefined ? [] : targetsOf(planned, { args, out, force, several: splitBy !== undefined });
  const jobs = parts.map(({ name, file, part, about }) => ({
    file,
    formats: formats.map(({ format, options }) => ({
      format,
      options: { ...options, name, about, ...(part === undefined ? {} : { part }) },
    })),
  }));
  const rows = parts.reduce((sum, { file }) => sum + file.rows.length, 0);
  const thread = parts.length > 1 ? threadFor(rows * formats.length * bytesOfRow, conversion.jobs, context) : null;
  const told: string[] = [];
  try {
    await writeTogether(jobs, thread, (job, written) => {
      for (const [index, { files: made, lost }] of written.entries()) {
        const at = job * formats.length + index;
        const { path, file } = parts[job] as Part;
        const [first] = made;
        if (first === undefined) throw new Error("a format wrote no file");
        const converted: Converted = { file: first, rows: file.rows.length, lost };
        const target = targets[at];
        if (target === undefined) printConverted(converted, context);
        else told[at] = writeConverted(converted, { path, target });
      }
    });
  } finally {
    await thread?.end();
    if (!context.options.quiet) for (const line of told.filter(Boolean)) context.host.err(line);
  }
}

/** An empty file could be a typing error as well as an answer: which it is, the reader should not have to guess. */
function tellIfNoneFits(
  { path, file }: ReadMappingFile,
  parts: readonly Part[],
  { conversion, context }: { readonly conversion: Conversion; readonly context: Context },
): void {
  const left = parts.some((part) => part.path === path && part.file.rows.length > 0);
  if (left || file.rows.length === 0 || conversion.selection.length === 0 || context.options.quiet) return;
  const none =
    file.rows.length === 1 ? "its one row does not fit" : `none of its ${number(file.rows.length)} rows fits`;
  context.host.err(`${path}: ${none}. ${conversion.selection.join(" ")}\n`);
}

/** About what a row takes in a format. */
const bytesOfRow = 300;

/** The file on the release that was asked for; all its rows. */
function carriedFile({ path, name, file }: ReadMappingFile, { align, selection }: Conversion): Part {
  const aligned = align?.(file, path);
  const authored = `As authored on ATT&CK ${file.metadata.attackVersion ?? ""}.`;
  return { path, name, file: aligned?.file ?? file, about: [aligned?.about ?? authored, ...selection] };
}

/** The file as it was asked for: its rows chosen, and parted. */
function partsOf({ path, name, file, about }: Part, { wanted, splitBy }: Conversion): readonly Part[] {
  const chosen = wanted(file);
  if (splitBy === undefined) return [{ path, name, file: chosen, about }];
  return partsBy(splitBy, chosen).map(({ value, file: rows }) => {
    return { path, name: `${name}.${fileWord(value)}`, file: rows, about, part: `${splitBy} ${value ?? "none"}` };
  });
}

interface Part extends ReadMappingFile {
  /** What was done to its rows. */
  readonly about: readonly string[];
  /** What its rows have in common: `licence e3`. */
  readonly part?: string;
}

/** A value as part of a file's name: letters, digits and what no system minds. Ids from data never make a path. */
function fileWord(value: string | null): string {
  return value === null
    ? "none"
    : value
        .replace(/[^a-z0-9.&()_-]+/gi, "_")
        .slice(0, 80)
        .replace(/^\.+/, "_");
}

/** What a format takes of what was asked for. */
function writeOptions(format: MappingFormat, { style, metric, compat, context }: Asked): Omit<WriteOptions, "name"> {
  return {
    ...(compat !== undefined && hasLayouts(format) ? { compat } : {}),
    ...(style !== undefined && format.lossless ? { style } : {}),
    ...(metric !== undefined && format.id === "layer" ? { metric } : {}),
    ...(format.id === "stix" ? { attack: techniqueStixIds(openKnowledge(context)) } : {}),
  };
}
