import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { counted, number } from "../../base/counted.js";
import { type ExportReport, exportSite } from "../../export/export-site.js";
import { parseSelection, type SelectionWords } from "../../export/selection.js";
import type { ExportSettings } from "../../export/settings.js";
import { TidemapError } from "../../model/diagnostic.js";
import { routes } from "../../site/routes.js";
import { homeFolder } from "../../sources/home.js";
import { makeFolder } from "../../sources/make-folder.js";
import { writeWhole } from "../../sources/write-whole.js";
import type { Context } from "../context.js";
import { embeddedFolder, openKnowledge } from "../open.js";
import { originOf, textOf } from "../options.js";
import type { Call } from "../program.js";
import { openProgress } from "../progress.js";
import { packageVersion } from "../version.js";

/** `tidemap build`: the whole site as files, for any host that sends files. */
export async function build({ context, options }: Call): Promise<number> {
  const { host } = context;
  const out = textOf(options.out);
  const single = textOf(options.single);
  if (single !== undefined) return buildSingle(context, single, options.force === true);
  if (out === undefined) {
    throw new TidemapError("TM7002", "There is no folder to write to.", {
      hint: "Name one with --out, or a file with --single.",
      exitCode: 2,
    });
  }
  const settings: ExportSettings = {
    facts: embeddedFolder(host),
    home: homeFolder(host),
    assets: join(host.root, "dist", "assets"),
    version: packageVersion(host.root),
    out: resolve(out),
    base: baseOf(textOf(options.base)),
    origin: originOf(textOf(options.origin)),
    selection: selectionOf(context, options),
    redirectPages: options.redirectPages === true,
  };
  const threads = threadsOf(textOf(options.jobs));
  await exportWithProgress(context, { settings, force: options.force === true, threads });
  return 0;
}

/** The whole explorer as one HTML file. */
async function buildSingle(context: Context, path: string, force: boolean): Promise<number> {
  const { host, options } = context;
  if (!force && existsSync(path)) {
    throw new TidemapError("TM7007", `${path} is there already; nothing was written.`, {
      hint: "--force replaces it.",
    });
  }
  const { singlePage } = await import("../../export/single-page.js");
  const parts = join(host.root, "dist", "single");
  const text = singlePage(openKnowledge(context), { facts: embeddedFolder(host), home: homeFolder(host), parts });
  makeFolder(dirname(resolve(path)));
  writeWhole(path, text);
  if (!options.quiet)
    host.err(`${path}: ${number(Math.round(Buffer.byteLength(text) / 1000))} kB; open it in a browser.\n`);
  return 0;
}

async function exportWithProgress(
  context: Context,
  what: { readonly settings: ExportSettings; readonly force: boolean; readonly threads: number },
): Promise<void> {
  const { host, options } = context;
  const started = host.now();
  const progress = await openProgress(host, { verb: "Building", unit: "pages", quiet: options.quiet });
  const signal = host.interrupted();
  let report: ExportReport;
  try {
    report = await exportSite({
      ...what,
      script: join(host.root, "dist", "node", "export-worker.js"),
      signal,
      onProgress: (done, all) => progress.show(done, all, ""),
    });
  } catch (error) {
    progress.end();
    if (signal.aborted) host.err(`${what.settings.out} is incomplete; the same command finishes it.\n`);
    throw error;
  }
  progress.end();
  const seconds = (host.now() - started) / 1000;
  if (options.format === "json") {
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    host.out(`${JSON.stringify({ ...report, seconds, peakBytes }, null, 2)}\n`);
  }
  if (options.quiet) return;
  host.err(`${summary(report, seconds)}\n`);
}

function summary({ pages, files, bytes, changed, removed }: ExportReport, seconds: number): string {
  const peak = process.resourceUsage().maxRSS / 1000;
  const rate = pages === 0 ? 0 : (seconds / pages) * 1000;
  return [
    `${counted(pages, "page")} in ${counted(files, "file")}, ${number(Math.round(bytes / 1e6))} MB`,
    `${number(changed)} written, ${number(removed)} removed`,
    `${seconds.toFixed(1)} s (${rate.toFixed(2)} s per 1,000 pages), peak memory ${Math.round(peak)} MB`,
  ].join("; ");
}

function selectionOf(context: Context, options: Call["options"]): SelectionWords {
  const words = { releases: textOf(options.releases), only: textOf(options.only) };
  if (words.releases === undefined && words.only === undefined) return { releases: null, sections: null };
  return parseSelection(words, routes, openKnowledge(context));
}

/** `/tidemap/`, `tidemap` and `/` as a path without a final slash. */
function baseOf(text = ""): string {
  const names = text.split("/").filter(Boolean);
  if (names.every((name) => /^[\w.~-]+$/.test(name) && !/^\.+$/.test(name)))
    return names.map((name) => `/${name}`).join("");
  throw new TidemapError("TM7005", `${JSON.stringify(text)} is no path that a site can stand below.`, {
    hint: "Give a path of plain signs: --base /tidemap/. Scheme and host are --origin's.",
    exitCode: 2,
  });
}

/** Two threads are enough for a disk, and small in memory. */
function threadsOf(text: string | undefined): number {
  if (text === undefined) return Math.min(2, availableParallelism());
  const threads = Number(text);
  if (/^\d{1,2}$/.test(text)) return threads;
  throw new TidemapError("TM7006", `${JSON.stringify(text)} is no number of threads.`, {
    hint: "Give 0 (none beside the command's own) to 99.",
    exitCode: 2,
  });
}
