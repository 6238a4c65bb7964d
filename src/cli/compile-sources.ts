import { statSync } from "node:fs";
import type { Timeline } from "../attack/timeline.js";
import { type CompiledFacts, compileFacts } from "../compile/facts.js";
import { originOfBundle } from "../compile/origin.js";
import { checkSize } from "../formats/format.js";
import { type Diagnostic, TidemapError } from "../model/diagnostic.js";
import type { Domain } from "../model/domain.js";
import { readSource, readSourceFolder, type SourceFile, type SourceFolder } from "../sources/source-folder.js";

export interface CompileOptions {
  /** Timelines that are loaded already, for sets authored on releases that the folder does not hold. */
  readonly known: ReadonlyMap<Domain, Timeline>;
  readonly signal: AbortSignal;
  /** Told of each file before it is read; bytes over all files. */
  onFile(file: string, doneBytes: number, totalBytes: number): void;
  onDiagnostic(diagnostic: Diagnostic): void;
  /** Told of files that were not recognised, and are left alone: the first few, and how many. */
  onOthers(files: readonly string[], count: number): void;
}

export interface CompiledSources extends CompiledFacts {
  /** The files that were read for mapping sets, by the path that diagnostics name. */
  readonly mappings: ReadonlyMap<string, SourceFile>;
}

/**
 * The facts of a folder's (or one file's) bundles and mapping files. Throws a TidemapError where a file cannot be used,
 * or where there is none; an AbortError when interrupted. Reads one bundle at a time.
 */
export async function compileSources(path: string, options: CompileOptions): Promise<CompiledSources> {
  const folder = readSourceFolder(path);
  const usable = folder.bundles.length + folder.mappings.length > 0;
  const told = [...folder.diagnostics];
  // Nothing is recognised: the parser's words on what is there are better than "nothing found".
  const mappings = usable ? folder.mappings : readable(folder.others, told);
  tellOthers(path, leftAlone(folder.others, mappings, told), options);
  const reading = progressOf(folder, mappings, options);
  const compiled = await compileFacts({
    async *bundles(domain) {
      for (const file of folder.bundles.filter((bundle) => bundle.domain === domain)) {
        await pause(options.signal);
        reading(file);
        yield readBundle(file);
      }
    },
    mappings: readEach(mappings, reading, options.signal),
    identical: (domain) => folder.identical.get(domain) ?? new Map(),
    known: options.known,
  });
  await pause(options.signal);
  const diagnostics = [...told, ...compiled.diagnostics];
  for (const diagnostic of diagnostics) options.onDiagnostic(diagnostic);
  refuse(path, diagnostics, compiled);
  return { ...compiled, diagnostics, mappings: new Map(mappings.map((file) => [file.path, file])) };
}

/** Files that are not read, and that nothing else is said of. */
function leftAlone(
  others: readonly SourceFile[],
  read: readonly SourceFile[],
  told: readonly Diagnostic[],
): readonly SourceFile[] {
  const named = new Set([...read.map(({ path }) => path), ...told.map(({ place }) => place.file)]);
  return others.filter((file) => !named.has(file.path));
}

/** A file that was named itself is not skipped: the command ends by what it is. */
function tellOthers(path: string, left: readonly SourceFile[], { onOthers }: CompileOptions): void {
  if (left.length === 0 || statSync(path).isFile()) return;
  onOthers(
    left.slice(0, 5).map((file) => file.path),
    left.length,
  );
}

/** A function of its own: what waits for the next file would keep the bytes of this one, up to 33 MB, while it is parsed. */
function readBundle(file: SourceFile) {
  const { bytes, sha256 } = readSource(file);
  const text = new TextDecoder().decode(bytes);
  return { file: file.path, text, origin: originOfBundle({ path: file.path, text, sha256 }) };
}

async function* readEach(files: readonly SourceFile[], reading: (file: SourceFile) => void, signal: AbortSignal) {
  for (const file of files) {
    await pause(signal);
    reading(file);
    yield { path: file.path, ...readSource(file) };
  }
}

/** Nothing is written when a file that should hold facts cannot be read: half of a folder is no answer. */
function refuse(path: string, diagnostics: readonly Diagnostic[], { files }: CompiledFacts): void {
  const broken = new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ place }) => place.file));
  if (broken.size > 0) {
    const [first = ""] = broken;
    throw new TidemapError(
      "TM3062",
      `${broken.size === 1 ? first : `${broken.size} files`} cannot be used; nothing was written.`,
      {
        hint: "Mend what is named above, or take it out of the folder.",
      },
    );
  }
  if (files.size === 0) {
    throw new TidemapError("TM3063", `${path} holds no ATT&CK bundle and no mapping file; nothing was written.`, {
      hint: "Expected are STIX bundles such as enterprise-attack-18.1.json, and mapping files in JSON or YAML.",
    });
  }
}

/** Of files that nobody recognises, those that could be meant: named like data, and small enough to read. */
function readable(files: readonly SourceFile[], told: Diagnostic[]): readonly SourceFile[] {
  return files
    .filter(({ path }) => /\.(json|ya?ml)$/i.test(path))
    .slice(0, mostExplained)
    .filter((file) => {
      const tooLarge = checkSize(file.path, file.bytes);
      if (tooLarge) told.push(tooLarge);
      return tooLarge === null;
    });
}

const mostExplained = 20;

function progressOf(
  folder: SourceFolder,
  mappings: readonly SourceFile[],
  { onFile }: CompileOptions,
): (file: SourceFile) => void {
  const total = [...folder.bundles, ...mappings].reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  return (file) => {
    onFile(file.path, done, total);
    done += file.bytes;
  };
}

/** Lets a signal in between two files: two turns, since the first may fall into the part of one that hears none. */
async function pause(signal: AbortSignal): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
