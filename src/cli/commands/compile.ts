import type { Timeline } from "../../attack/timeline.js";
import { counted } from "../../base/counted.js";
import { mergeFacts } from "../../compile/overlay.js";
import type { FactFiles } from "../../knowledge/facts/manifest.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Domain } from "../../model/domain.js";
import { storeFacts } from "../../sources/facts-folder.js";
import { finishSwap, stageFacts, writeFacts } from "../../sources/facts-writer.js";
import { homeFolder, overlayFolder } from "../../sources/home.js";
import { stageAll } from "../../sources/staged.js";
import { withStore } from "../../sources/store.js";
import { compileSources } from "../compile-sources.js";
import { stageComments, wordsOnReleases, wordsOnSets } from "../compiled-sets.js";
import type { Context } from "../context.js";
import { openKnowledge } from "../open.js";
import { textOf } from "../options.js";
import type { Call } from "../program.js";
import { openProgress } from "../progress.js";

/** `tidemap compile`: with --out a whole facts folder, else into the store, over the embedded facts. */
export async function compile({ context, options }: Call): Promise<number> {
  const from = textOf(options.from) ?? "";
  const out = textOf(options.out);
  if (out === undefined) await compileIntoStore(context, from);
  else await compileTo(context, from, out);
  return 0;
}

async function compileTo(context: Context, from: string, out: string): Promise<void> {
  const { files, releases, sets } = await compileWithProgress(context, from, new Map());
  writeFacts(out, files);
  say(
    context,
    `Wrote ${counted(files.size, "file")} to ${out}: ${counted(releases, "release")}, ${counted(sets.length, "set")}.`,
  );
}

/** Compiles a folder or file and adds it to the store, comments too: a release or set of the same id is replaced. */
export async function compileIntoStore(context: Context, from: string): Promise<void> {
  const home = homeFolder(context.host);
  const overlay = overlayFolder(home);
  await withStore(home, async () => {
    finishSwap(overlay);
    const compiled = await compileWithProgress(context, from, knownTimelines(context));
    const { files, releases, sets } = compiled;
    const below = storeFacts(home);
    const merged = below === null ? files : mergeFacts(below, inMemory(files));
    // All of it is on the disk before any of it counts: a disk that is full leaves the store as it was.
    stageAll([
      () => stageFacts(overlay, merged),
      () => stageComments({ home, now: () => context.host.now() }, sets, compiled.mappings),
    ]).commit();
    say(context, `Added ${counted(releases, "release")} and ${counted(sets.length, "set")} to ${home}.`);
    for (const words of wordsOnSets(sets)) say(context, words);
    for (const words of wordsOnReleases(openKnowledge(context), sets)) say(context, words);
  });
}

function compileWithProgress(context: Context, from: string, known: ReadonlyMap<Domain, Timeline>) {
  const { host, options } = context;
  const tally: Tally = { warnings: 0, hidden: [] };
  const signal = host.interrupted();
  return openProgress(host, { verb: "Compiling", unit: "bytes", quiet: options.quiet }).then(async (progress) => {
    try {
      return await compileSources(from, {
        known,
        signal,
        onFile: (file, done, total) => progress.show(done, total, file),
        onDiagnostic(diagnostic) {
          progress.end();
          report(context, diagnostic, tally);
        },
        onOthers(files, count) {
          const more = count > files.length ? ` and ${count - files.length} more` : "";
          say(context, `Skipped, not recognised as ATT&CK bundles or mapping files: ${files.join(", ")}${more}.`);
        },
      });
    } finally {
      progress.end();
      // To say that one is not shown takes as much room as to show it.
      const [first] = tally.hidden;
      if (tally.hidden.length > 1) say(context, `${counted(tally.hidden.length, "further note")} not shown.`);
      else if (first !== undefined) say(context, lineOf(first));
    }
  });
}

interface Tally {
  warnings: number;
  readonly hidden: Diagnostic[];
}

const mostShown = 20;

/** Errors all, warnings up to a cap, of notes the first of each kind that says what was done to the input. */
function report(context: Context, diagnostic: Diagnostic, tally: Tally): void {
  const { severity, code } = diagnostic;
  if (severity === "warning") tally.warnings++;
  if (severity === "error") context.host.err(`${lineOf(diagnostic)}\n`);
  else if (harmless.has(code) || (severity === "warning" && tally.warnings <= mostShown))
    say(context, lineOf(diagnostic));
  else tally.hidden.push(diagnostic);
}

function lineOf({ severity, place, message, hint, code }: Diagnostic): string {
  const at = [place.file, place.line, place.column].filter((part) => part !== undefined).join(":");
  return `${at} ${severity} ${code}: ${message}${hint === undefined ? "" : ` ${hint}`}`;
}

/** Notes on input that was read although it looks wrong: byte order marks, `__proto__` keys. */
const harmless: ReadonlySet<string> = new Set(["TM0005", "TM0006", "TM2012"]);

function knownTimelines(context: Context): ReadonlyMap<Domain, Timeline> {
  const kb = openKnowledge(context);
  return new Map(kb.domains.map((domain) => [domain, kb.timeline(domain)]));
}

function inMemory(files: ReadonlyMap<string, string>): FactFiles {
  return {
    text(name) {
      const text = files.get(name);
      if (text === undefined) throw new Error(`the compiled facts have no file ${name}`);
      return text;
    },
  };
}

function say({ host, options }: Context, text: string): void {
  if (!options.quiet) host.err(`${text}\n`);
}
