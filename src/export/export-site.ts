import { ExportTree, type ExportWords } from "./export-tree.js";
import { FileWriter } from "./file-writer.js";
import { jobsOf } from "./plan.js";
import { doJobs } from "./pool.js";
import { prepare, prepareApart } from "./prepare.js";
import type { ExportedFile, ExportSettings } from "./settings.js";

export interface ExportOptions {
  readonly settings: ExportSettings;
  /** Write into a folder that holds other things. */
  readonly force: boolean;
  readonly threads: number;
  readonly script: string;
  readonly signal: AbortSignal;
  onProgress(done: number, all: number): void;
}

export interface ExportReport {
  /** Addresses, each a page and its JSON twin. */
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * Writes the whole site as files. Throws a TidemapError for a folder that is not ours, the system's error where it cannot
 * write, the signal's reason when interrupted: the folder then says that it is incomplete, and the next run finishes it.
 */
export async function exportSite(options: ExportOptions): Promise<ExportReport> {
  const { tree, words, addresses, files } = await begin(options);
  let done = 0;
  await doJobs(jobsOf(addresses), {
    ...options,
    addresses: new Set(addresses),
    onBatch(batch) {
      files.push(...batch.files);
      done += batch.addresses;
      options.onProgress(done, addresses.length);
    },
  });
  const { removed } = tree.finish(files, words);
  return {
    pages: addresses.length,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    changed: files.filter(({ changed }) => changed).length,
    removed,
  };
}

/** Marks the folder as begun and writes what is no page's. A function of its own, so that nothing of it stays in memory. */
async function begin({ settings, force, threads, script }: ExportOptions): Promise<{
  readonly tree: ExportTree;
  readonly words: ExportWords;
  readonly addresses: readonly string[];
  readonly files: ExportedFile[];
}> {
  const tree = ExportTree.open(settings.out, force);
  const { addresses, names, fixed } = await (threads === 0 ? prepare(settings) : prepareApart(settings, script));
  const words: ExportWords = {
    version: settings.version,
    origin: settings.origin,
    base: `${settings.base}/`,
    ...settings.selection,
    pages: addresses.length,
  };
  tree.begin([...names, ...fixed.map(({ name }) => name)], words);
  const writer = new FileWriter(settings.out);
  return { tree, words, addresses, files: fixed.map((file) => writer.write(file)) };
}
