import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { sync as writeFileAtomic } from "write-file-atomic";
import type { Source } from "../../base/source.js";
import { defaultBounds, type FormatFile } from "../../formats/format.js";
import { type MappingFormat, type UnifiedStyle, unifiedStyles } from "../../formats/mapping-format.js";
import { detectFormat, mappingFormats } from "../../formats/registry.js";
import { rowsWhere } from "../../formats/rows-where.js";
import { nearest } from "../../knowledge/suggest.js";
import { TidemapError } from "../../model/diagnostic.js";
import type { MappingFile } from "../../model/mapping-file.js";
import { counted } from "../../site/html.js";
import { makeFolder } from "../../sources/make-folder.js";
import type { Context } from "../context.js";
import { textOf } from "../options.js";
import type { Call } from "../program.js";
import { isFolder, readMappingSources } from "../read-mapping-sources.js";

/** A converted file: where it goes, what it is made of, and what the new format has no room for. */
interface Converted {
  readonly source: Source;
  readonly file: FormatFile;
  readonly rows: number;
  readonly lost: readonly string[];
}

/** `tidemap convert FILE… --to FORMAT`: all files are read before the first is written; 1 where one cannot be read. */
export async function convert({ context, args, options: given }: Call): Promise<number> {
  const format = formatNamed(textOf(given.to));
  const style = styleNamed(textOf(given.style), format);
  const out = textOf(given.out);
  if (args.length === 0) {
    throw new TidemapError("TM5040", "No file was named.", {
      hint: "tidemap convert mapping.json --to csv; a folder converts every mapping file in it; - reads standard input.",
      exitCode: 2,
    });
  }
  const wanted = rowsWhere(textOf(given.where));
  const converted: Converted[] = [];
  for (const source of readMappingSources(args, context)) {
    const file = wanted(await read(source, context));
    const name = basename(source.path).replace(/\.[^.]+$/, "");
    const written = await format.serialize?.(file, { name, ...(style === undefined ? {} : { style }) });
    const [first] = written?.files ?? [];
    if (first === undefined) throw new Error(`${format.id} wrote no file`);
    converted.push({ source, file: first, rows: file.rows.length, lost: written?.lost ?? [] });
  }
  if (out === undefined) print(converted, context);
  else write(converted, { context, force: given.force === true, targets: targetsIn(out, converted, args) });
  return 0;
}

async function read(source: Source, { host, options }: Context): Promise<MappingFile> {
  const format = detectFormat(source.bytes.subarray(0, 65_536), source.path) ?? mappingFormats[0];
  const parsed = await format?.parse?.(source, defaultBounds);
  const error = parsed?.diagnostics.find(({ severity }) => severity === "error");
  if (!parsed?.value) {
    throw new TidemapError(error?.code ?? "TM1001", `${source.path}: ${error?.message ?? "no mapping file"}`, {
      hint: error?.hint ?? "tidemap validate says what is wrong.",
    });
  }
  if (error !== undefined && !options.quiet) host.err(`${source.path}: ${error.message} (${error.code})\n`);
  return parsed.value;
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

function print(converted: readonly Converted[], { host, options }: Context): void {
  const [only, ...more] = converted;
  if (only === undefined) return;
  if (more.length > 0 || typeof only.file.body !== "string") {
    throw new TidemapError(
      "TM5043",
      more.length > 0 ? "Several files do not fit into one output." : `${only.file.name} is no text.`,
      {
        hint: "Name a place with --out.",
        exitCode: 2,
      },
    );
  }
  host.out(only.file.body);
  if (!options.quiet) for (const line of only.lost) host.err(`Not in it: ${line}.\n`);
}

/** In a folder named as a source, files keep their folders; elsewhere they stand side by side. */
function targetsIn(out: string, converted: readonly Converted[], args: readonly string[]): readonly string[] {
  const folder = out.endsWith("/") || converted.length > 1 || args.some(isFolder) || isFolder(out);
  if (!folder) return [out];
  return converted.map(({ source, file }) => {
    const root = args.find((arg) => isFolder(arg) && source.path.startsWith(`${arg.replace(/[\\/]+$/, "")}/`));
    const below = root === undefined ? "" : dirname(source.path.slice(root.replace(/[\\/]+$/, "").length + 1));
    return join(out, below, file.name);
  });
}

interface Writing {
  readonly context: Context;
  readonly force: boolean;
  readonly targets: readonly string[];
}

/** Nothing is written where anything would be replaced. */
function write(converted: readonly Converted[], { context: { host, options }, force, targets }: Writing): void {
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  const there = force ? undefined : targets.find((target) => existsSync(target));
  if (twice !== undefined || there !== undefined) {
    throw new TidemapError(
      "TM5044",
      twice === undefined
        ? `${there} is there already; nothing was written.`
        : `Two files would become ${twice}; nothing was written.`,
      {
        hint: twice === undefined ? "--force replaces it." : "Convert them into folders of their own.",
      },
    );
  }
  converted.forEach(({ source, file, rows, lost }, index) => {
    const target = targets[index] ?? file.name;
    makeFolder(dirname(target));
    writeFileAtomic(target, typeof file.body === "string" ? file.body : Buffer.from(file.body));
    if (options.quiet) return;
    const left = lost.length === 0 ? "" : ` Not in it: ${lost.join("; ")}.`;
    host.err(`${source.path} to ${target}: ${counted(rows, "row")}.${left}\n`);
  });
}
