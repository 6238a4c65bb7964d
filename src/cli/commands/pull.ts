import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { counted, number } from "../../base/counted.js";
import { TidemapError } from "../../model/diagnostic.js";
import { type AttackVersion, parseAttackVersion } from "../../model/version.js";
import { defaultLimits, download } from "../../sources/download.js";
import { homeFolder } from "../../sources/home.js";
import type { NewerRelease } from "../../sources/newer-releases.js";
import { type PullReport, pullTexts } from "../../sources/pull.js";
import type { Context } from "../context.js";
import { failureOf, tellFailure, tellingOf } from "../failure.js";
import { textOf } from "../options.js";
import type { Call } from "../program.js";
import { openProgress } from "../progress.js";
import { compileIntoStore } from "./compile.js";

/** `tidemap pull`: texts into the store; exit 1 where files that were asked for could not be loaded. */
export async function pull({ context, options }: Call): Promise<number> {
  const { host } = context;
  const releases = releasesOf(textOf(options.releases));
  const signal = host.interrupted();
  const progress = await openProgress(host, { verb: "Loading", unit: "bytes", quiet: context.options.quiet });
  const home = homeFolder(host);
  let report: PullReport;
  try {
    report = await pullTexts({
      home,
      host,
      from: textOf(options.from),
      releases,
      signal,
      onProgress: ({ file, doneBytes, totalBytes }) => progress.show(doneBytes, totalBytes, file),
    });
  } finally {
    progress.end();
  }
  summarize(context, report, home);
  if (options.from !== undefined && report.loaded.length === 0) {
    throw new TidemapError("TM3063", `${textOf(options.from)} holds no texts; nothing was written.`, {
      hint: "Expected are STIX bundles, mapping files and *_descriptions.json files, as their publishers name them.",
    });
  }
  if (options.facts === true) for (const release of report.newer) await compileRelease(context, release, signal);
  return report.failed.length > 0 ? 1 : 0;
}

function summarize({ host, options }: Context, report: PullReport, home: string): void {
  for (const { file, error } of report.failed) {
    const failure = failureOf(error);
    tellFailure(host, tellingOf(options), { ...failure, detail: `${file}: ${failure.detail}` });
  }
  for (const { severity, place, message, code, hint } of report.diagnostics)
    if (severity === "error" || leavesOut(code))
      host.err(`${place.file} ${severity} ${code}: ${message}${hint === undefined ? "" : ` ${hint}`}\n`);
  if (options.quiet) return;
  const texts = report.loaded.reduce((sum, { records }) => sum + records, 0);
  const skipped =
    report.skipped > 0 ? `; ${counted(report.skipped, "file")} left alone: there already, or of another kind` : "";
  host.err(`Loaded ${number(texts)} texts from ${counted(report.loaded.length, "file")} into ${home}${skipped}.\n`);
  if (report.newer.length > 0) {
    const names = report.newer.map(({ domain, version }) => `${domain} ${version}`).join(", ");
    host.err(`The publisher has newer releases: ${names}. tidemap pull --facts compiles them into your store.\n`);
  }
}

/** What the store lacks for it; what else is amiss in a file is for `validate` to say. */
function leavesOut(code: string): boolean {
  return code.startsWith("TM3");
}

const mostBytes = 256 * 1024 * 1024;

/** The publisher's bundle of a newer release, compiled over the embedded facts. The address is the publisher's own list's. */
async function compileRelease(
  context: Context,
  { domain, version, url }: NewerRelease,
  signal: AbortSignal,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tidemap-"));
  try {
    const part = join(folder, "download");
    const bytes = await download({ url, part, expected: {}, maxBytes: mostBytes, limits: defaultLimits, signal });
    const bundle = join(folder, `${domain}-attack-${version}.json`);
    writeFileSync(bundle, bytes);
    await compileIntoStore(context, bundle);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function releasesOf(text: string | undefined): readonly AttackVersion[] | "all" | undefined {
  if (text === undefined) return undefined;
  if (text.trim().toLowerCase() === "all") return "all";
  return text.split(",").map((part) => {
    const release = parseAttackVersion(part);
    if (release !== null) return release;
    throw new TidemapError("TM5006", `${JSON.stringify(part)} is no ATT&CK release.`, {
      hint: "Give a list such as 16.1,18.1 or the word all.",
      exitCode: 2,
    });
  });
}
