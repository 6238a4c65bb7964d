import type { Diagnostic } from "../model/diagnostic.js";
import { type Domain, domains } from "../model/domain.js";
import { compareVersions } from "../model/version.js";
import { storeSetHashes } from "./facts-folder.js";
import {
  type Destination,
  loadBundle,
  loadControls,
  loadDescriptions,
  loadMappingFile,
  releaseOf,
  type TextSource,
} from "./load-texts.js";
import type { PullOptions, PullReport } from "./pull.js";
import { readSource, readSourceFolder, type SourceFile, type SourceFolder } from "./source-folder.js";
import { compileControlFile } from "./source-texts.js";
import type { LoadedSource } from "./store.js";

/**
 * Texts of a folder's files into the store: all mapping and descriptions files, and of the bundles the newest release of
 * each domain that has texts, or the releases asked for. Files of other kinds are counted and left alone.
 */
export async function pullFolder(dir: string, to: Destination, options: PullOptions): Promise<PullReport> {
  const folder = readSourceFolder(dir);
  const shown = storeSetHashes(to.home);
  const wanted = [
    ...folder.mappings.map((file) => ({ file, load: (source: TextSource) => loadMappingFile(to, source, shown) })),
    ...folder.descriptions
      .filter((file) => file.path.endsWith(".json"))
      .map((file) => ({ file, load: (source: TextSource) => loadDescriptions(to, source) })),
    ...bundlesWanted(folder, options.releases).map((file) => ({
      file,
      load: (source: TextSource) => loadBundle(to, source, file.domain),
    })),
  ];
  const loaded: LoadedSource[] = [];
  const diagnostics: Diagnostic[] = [...folder.diagnostics];
  const total = wanted.reduce((sum, { file }) => sum + file.bytes, 0);
  let done = 0;
  for (const { file, load } of publishedLast(wanted)) {
    options.signal?.throwIfAborted();
    options.onProgress?.({ file: file.path, doneBytes: done, totalBytes: total });
    const result = load(asText(file));
    diagnostics.push(...result.diagnostics);
    if (result.value !== null) loaded.push(result.value);
    done += file.bytes;
    // Lets a signal, a server's requests or a progress bar in between files.
    await new Promise((resolve) => setImmediate(resolve));
  }
  loaded.push(...loadControlFiles(folder, to));
  options.onProgress?.({ file: dir, doneBytes: total, totalBytes: total });
  return { loaded, failed: [], skipped: folder.others.length, newer: [], diagnostics };
}

/** Drafts and copies of a set come first, the publisher's tree last, so that its comments stay. */
function publishedLast<Entry extends { readonly file: SourceFile }>(entries: readonly Entry[]): readonly Entry[] {
  const published = ({ file }: Entry) =>
    Number(/(^|\/)attack-[\d.]+\/[^/]+\/(enterprise|mobile|ics)\//.test(file.path));
  return [...entries].sort((a, b) => published(a) - published(b));
}

function bundlesWanted(folder: SourceFolder, releases: PullOptions["releases"]): SourceFolder["bundles"] {
  const named = folder.bundles.filter(({ path }) => releaseOf(path) !== null);
  if (releases === "all") return named;
  if (releases !== undefined)
    return named.filter(({ path }) => releases.some((release) => release === releaseOf(path)));
  return domains.flatMap((domain: Domain) => {
    const own = named.filter((bundle) => bundle.domain === domain && !bundle.path.includes("derived"));
    return own.sort((a, b) => compareVersions(releaseOf(b.path) ?? "", releaseOf(a.path) ?? "")).slice(0, 1);
  });
}

function loadControlFiles(folder: SourceFolder, to: Destination): readonly LoadedSource[] {
  const gathered = new Map<string, { records: Map<string, unknown>; from: TextSource }>();
  for (const file of folder.descriptions) {
    if (file.path.endsWith(".json")) continue;
    const source = asText(file);
    const control = compileControlFile(new TextDecoder().decode(source.bytes), file.path);
    if (control === null) continue;
    const entry = gathered.get(control.framework) ?? { records: new Map<string, unknown>(), from: source };
    gathered.set(control.framework, entry);
    for (const [key, text] of control.records) entry.records.set(key, text);
  }
  return [...gathered].map(([framework, { records, from }]) => loadControls({ ...to, framework }, from, records));
}

function asText(file: SourceFile): TextSource {
  return { path: file.path, source: file.absolute, bytes: readSource(file).bytes };
}
