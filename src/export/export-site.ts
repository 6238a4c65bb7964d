import { matchRoute } from "../site/route.js";
import { routes } from "../site/routes.js";
import { readAssets } from "../sources/assets-folder.js";
import { ExportTree, type ExportWords } from "./export-tree.js";
import { fileBeside, pageFile, twinFile } from "./file-name.js";
import { FileWriter } from "./file-writer.js";
import { fixedFiles } from "./fixed-files.js";
import { jobsOf, plannedAddresses } from "./plan.js";
import { doJobs } from "./pool.js";
import type { MadeFile } from "./render-address.js";
import type { ExportedFile, ExportSettings } from "./settings.js";
import { exportSurroundings, openExportKnowledge } from "./site-export.js";

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
  const { settings } = options;
  const tree = ExportTree.open(settings.out, options.force);
  const { addresses, fixed } = prepare(settings);
  const words: ExportWords = {
    version: settings.version,
    origin: settings.origin,
    base: `${settings.base}/`,
    ...settings.selection,
    pages: addresses.length,
  };
  const names = addresses.flatMap(namesOf);
  tree.begin([...names, ...fixed.map(({ name }) => name)], words);
  const writer = new FileWriter(settings.out);
  const files: ExportedFile[] = fixed.map((file) => writer.write(file));
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

function prepare(settings: ExportSettings): {
  readonly addresses: readonly string[];
  readonly fixed: readonly MadeFile[];
} {
  const kb = openExportKnowledge(settings);
  const assets = readAssets(settings.assets);
  const addresses = plannedAddresses(routes, kb, settings.selection);
  const surroundings = exportSurroundings(kb, settings, assets);
  return { addresses, fixed: [...fixedFiles({ kb, settings, surroundings, assets, addresses })] };
}

function namesOf(address: string): readonly string[] {
  const match = matchRoute(routes, address);
  const files = match?.route.files.flatMap((file) => (file.onDemand ? [] : (file.at(match.params) ?? []))) ?? [];
  return [pageFile(address), twinFile(address), ...files.map((name) => fileBeside(address, name))];
}
