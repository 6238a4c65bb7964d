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

/** Every page is asked for once: of views only those that its neighbours show as well are worth keeping. */
const keptViews = 64;

/** A knowledge base over the facts and texts that an export is made of. */
export function openExportKnowledge({ facts, home }: Pick<ExportSettings, "facts" | "home">): KnowledgeBase {
  return new KnowledgeBase(factLayers(facts, home), openTexts(home), { views: keptViews });
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

/** After so many needs all is read anew: decoded facts keep every release that was asked of them, 2 MB each. */
const needsOfOneReading = 5;

/** How many addresses are done before others are let in: news of progress, Ctrl+C. */
const batch = 24;

/** Does jobs one after the other, each a batch of files at a time. */
export class JobRenderer {
  readonly #settings: ExportSettings;
  readonly #assets: Assets;
  /** Where links lead is the same for every job. */
  readonly #leads: Leads;
  #facts: KnowledgeBase | null = null;
  #needs = 0;
  #opened: { readonly needs: string; readonly kb: KnowledgeBase } | null = null;

  constructor({ settings, addresses }: JobSurroundings) {
    this.#settings = settings;
    this.#assets = readAssets(settings.assets);
    this.#leads = new Leads(routes, addresses);
  }

  /** What one release's pages need is large, and of no use to the next: a knowledge base goes with the jobs of one need. */
  async *render({ addresses, needs }: Job): AsyncGenerator<Batch> {
    const settings = this.#settings;
    if (this.#opened?.needs !== needs) this.#opened = { needs, kb: this.#open() };
    const { kb } = this.#opened;
    const surroundings = exportSurroundings(kb, settings, this.#assets);
    const context = { routes, kb, surroundings, leads: this.#leads };
    const writer = new FileWriter(settings.out);
    for (let from = 0; from < addresses.length; from += batch) {
      const part = addresses.slice(from, from + batch);
      const files: ExportedFile[] = [];
      for (const address of part) {
        for (const file of await renderAddress(address, context)) files.push(writer.write(file));
      }
      yield { addresses: part.length, files };
    }
  }

  #open(): KnowledgeBase {
    if (this.#needs++ % needsOfOneReading === 0) this.#facts = null;
    this.#facts ??= openExportKnowledge(this.#settings);
    return this.#facts.afresh();
  }
}

/** So many addresses are done, and these are their files. */
export interface Batch {
  readonly addresses: number;
  readonly files: readonly ExportedFile[];
}
