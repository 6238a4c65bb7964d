import {
  type LayerMetric,
  layerMetrics,
  type MappingFormat,
  type UnifiedStyle,
  unifiedStyles,
  type WriteOptions,
} from "../../formats/mapping-format.js";
import { mappingFormats } from "../../formats/registry.js";
import { rowsWhere } from "../../formats/rows-where.js";
import { nearest } from "../../knowledge/suggest.js";
import { TidemapError } from "../../model/diagnostic.js";
import type { Context } from "../context.js";
import { openKnowledge } from "../open.js";
import { textOf } from "../options.js";
import type { Call } from "../program.js";
import { readMappingFiles } from "../read-mapping-files.js";
import { techniqueStixIds } from "../technique-stix-ids.js";
import { type Converted, printConverted, writeConverted } from "../write-converted.js";

/** `tidemap convert FILE… --to FORMAT`: all files are read before the first is written; 1 where one cannot be read. */
export async function convert({ context, args, options: given }: Call): Promise<number> {
  const format = formatNamed(textOf(given.to));
  const options = writeOptions(format, given, context);
  const out = textOf(given.out);
  if (args.length === 0) {
    throw new TidemapError("TM5040", "No file was named.", {
      hint: "tidemap convert mapping.json --to csv; a folder converts every mapping file in it; - reads standard input.",
      exitCode: 2,
    });
  }
  const wanted = rowsWhere(textOf(given.where));
  const converted: Converted[] = [];
  for (const { path, name, file: read } of await readMappingFiles(args, context)) {
    const file = wanted(read);
    const written = await format.serialize?.(file, { name, ...options });
    const [first] = written?.files ?? [];
    if (first === undefined) throw new Error(`${format.id} wrote no file`);
    converted.push({ path, file: first, rows: file.rows.length, lost: written?.lost ?? [] });
  }
  if (out === undefined) printConverted(converted, context);
  else writeConverted(converted, { context, args, out, force: given.force === true });
  return 0;
}

/** What the format takes of the options; refuses one that it does not know. */
function writeOptions(format: MappingFormat, given: Call["options"], context: Context): Omit<WriteOptions, "name"> {
  const style = styleNamed(textOf(given.style), format);
  const metric = metricNamed(textOf(given.metric), format);
  return {
    ...(style === undefined ? {} : { style }),
    ...(metric === undefined ? {} : { metric }),
    ...(format.id === "stix" ? { attack: techniqueStixIds(openKnowledge(context)) } : {}),
  };
}

function metricNamed(word: string | undefined, format: MappingFormat): LayerMetric | undefined {
  if (word === undefined) return undefined;
  const found = layerMetrics.find((metric) => metric === word);
  if (found !== undefined && format.id === "layer") return found;
  throw new TidemapError("TM5042", `${format.id} has no metric ${JSON.stringify(word)}.`, {
    hint: `layer takes ${layerMetrics.join(", ")}.`,
    exitCode: 2,
  });
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

function styleNamed(word: string | undefined, format: MappingFormat): UnifiedStyle | undefined {
  if (word === undefined) return undefined;
  const found = unifiedStyles.find((style) => style === word);
  if (found !== undefined && format.lossless) return found;
  throw new TidemapError("TM5042", `${format.id} has no style ${JSON.stringify(word)}.`, {
    hint: `json and yaml take ${unifiedStyles.join(", ")}.`,
    exitCode: 2,
  });
}
