import { KnowledgeBase } from "../knowledge/knowledge-base.js";
import type { Surroundings } from "../site/render.js";
import { routes } from "../site/routes.js";
import { loadedView } from "../site/views/loaded.js";
import { type Assets, assetAddress, readAssets } from "../sources/assets-folder.js";
import { factLayers } from "../sources/facts-folder.js";
import { openTexts } from "../sources/text-store.js";
import { FileWriter } from "./file-writer.js";
import { Leads } from "./leads.js";
import type { Job } from "./plan.js";
import { renderAddress } from "./render-address.js";
import type { ExportedFile, ExportSettings } from "./settings.js";

/** A knowledge base over the facts and texts that an export is made of. */
export function openExportKnowledge({ facts, home }: Pick<ExportSettings, "facts" | "home">): KnowledgeBase {
  return new KnowledgeBase(factLayers(facts, home), openTexts(home));
}

export function exportSurroundings(kb: KnowledgeBase, settings: ExportSettings, assets: Assets): Surroundings {
  return {
    origin: settings.origin,
    staticBase: settings.base,
    asset: (name) => assetAddress(assets, name),
    loaded: loadedView(kb, null),
  };
}

/** What every job is done with. */
export interface JobSurroundings {
  readonly settings: ExportSettings;
  /** Every address that is exported. */
  readonly addresses: ReadonlySet<string>;
}

/** How many addresses are done before others are let in: news of progress, Ctrl+C. */
const batch = 24;

/**
 * Writes a job's addresses, a batch of files at a time. The knowledge base is the job's own and goes with it: what one
 * release's pages need is large, and of no use to the next.
 */
export async function* renderJob(job: Job, { settings, addresses }: JobSurroundings): AsyncGenerator<Batch> {
  const kb = openExportKnowledge(settings);
  const writer = new FileWriter(settings.out);
  const surroundings = exportSurroundings(kb, settings, readAssets(settings.assets));
  const leads = new Leads({ routes, kb, there: addresses });
  const context = { routes, kb, surroundings, leads };
  for (let from = 0; from < job.length; from += batch) {
    const part = job.slice(from, from + batch);
    const files: ExportedFile[] = [];
    for (const address of part) {
      for (const file of await renderAddress(address, context)) files.push(writer.write(file));
    }
    yield { addresses: part.length, files };
  }
}

/** So many addresses are done, and these are their files. */
export interface Batch {
  readonly addresses: number;
  readonly files: readonly ExportedFile[];
}
