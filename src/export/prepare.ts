import { Worker } from "node:worker_threads";
import { matchRoute } from "../site/route.js";
import { routes } from "../site/routes.js";
import { readAssets } from "../sources/assets-folder.js";
import { fileBeside, pageFile, twinFile } from "./file-name.js";
import { fixedFiles } from "./fixed-files.js";
import { plannedAddresses } from "./plan.js";
import type { MadeFile } from "./render-address.js";
import type { ExportSettings } from "./settings.js";
import { exportSurroundings, openExportKnowledge } from "./site-export.js";
import { type PlainError, revivedError } from "./thread-error.js";

/** What is known before the first page is rendered. */
export interface Prepared {
  readonly addresses: readonly string[];
  /** Of every file that the addresses make. */
  readonly names: readonly string[];
  /** Files that are no page's. */
  readonly fixed: readonly MadeFile[];
}

/** What a thread that prepares says. */
export type FromPreparer = { readonly prepared: Prepared } | { readonly error: PlainError };

export async function prepare(settings: ExportSettings): Promise<Prepared> {
  const kb = openExportKnowledge(settings);
  const assets = readAssets(settings.assets);
  const addresses = plannedAddresses(routes, kb, settings.selection);
  const surroundings = exportSurroundings(kb, settings, assets);
  // Its schemas are of no use to the threads that render, whose file this is too.
  const { openApi } = await import("../site/openapi.js");
  const description = JSON.stringify(openApi(routes, { version: settings.version, base: settings.base }));
  return {
    addresses,
    names: addresses.flatMap(namesOf),
    fixed: [...fixedFiles({ kb, settings, surroundings, assets, addresses, description })],
  };
}

/** The same in a thread, `script` being the built worker.ts: the knowledge base that it takes, some 100 MB, ends with the thread. */
export async function prepareApart(settings: ExportSettings, script: string): Promise<Prepared> {
  const worker = new Worker(script, { workerData: { prepare: settings } });
  try {
    const said = await new Promise<FromPreparer>((done, failed) => {
      worker.once("message", done);
      worker.once("error", failed);
      worker.once("exit", (code) => failed(new Error(`the preparing thread ended with ${code}`)));
    });
    if ("error" in said) throw revivedError(said.error);
    return said.prepared;
  } finally {
    await worker.terminate();
  }
}

function namesOf(address: string): readonly string[] {
  const match = matchRoute(routes, address);
  const files = match?.route.files.flatMap((file) => (file.onDemand ? [] : (file.at(match.params) ?? []))) ?? [];
  return [pageFile(address), twinFile(address), ...files.map((name) => fileBeside(address, name))];
}
