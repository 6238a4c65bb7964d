import { existsSync } from "node:fs";
import { join } from "node:path";
import { withoutSets } from "../../compile/overlay.js";
import { type Manifest, manifestFile } from "../../knowledge/facts/manifest.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { TidemapError } from "../../model/diagnostic.js";
import { publishedSetHash } from "../../model/published-sets.js";
import { type Answer, answer } from "../../site/answer.js";
import { findSet } from "../../site/views/capability-lookup.js";
import { storeFacts } from "../../sources/facts-folder.js";
import { finishSwap, stageFacts } from "../../sources/facts-writer.js";
import { homeFolder, overlayFolder } from "../../sources/home.js";
import { forgetLoaded, withStore } from "../../sources/store.js";
import { setShelf, textsFolder } from "../../sources/text-store.js";
import { removeShelf } from "../../sources/write-shelf.js";
import type { Context } from "../context.js";
import { openKnowledge } from "../open.js";
import { reportProblem } from "../problem.js";
import type { Call } from "../program.js";

/** `tidemap remove SET…`: takes sets that were compiled, with their comments, out of the store; `all` is every one. */
export function remove({ context, args }: Call): Promise<number> {
  const home = homeFolder(context.host);
  const work = async () => removeFrom(home, context, args);
  // Where there is no store yet, none is made to find nothing in it.
  return existsSync(home) ? withStore(home, work) : work();
}

function removeFrom(home: string, context: Context, args: readonly string[]): number {
  const overlay = overlayFolder(home);
  finishSwap(overlay);
  const facts = storeFacts(home);
  const own = facts === null ? [] : (JSON.parse(facts.text(manifestFile)) as Manifest).sets.map(({ id }) => id);
  const asked = askedOf(openKnowledge(context), args, own);
  if (!asked.ok) return reportProblem(context, asked.problem);
  const ids = new Set(asked.view);
  const foreign = [...ids].find((id) => !own.includes(id));
  if (facts === null || foreign !== undefined || ids.size === 0) throw notOwn(foreign, own);
  // The facts are on the disk before any comment goes: what cannot be written leaves the store as it was.
  const left = stageFacts(overlay, withoutSets(facts, ids));
  try {
    removeComments(home, ids);
  } catch (cause) {
    left.discard();
    throw cause;
  }
  left.commit();
  if (!context.options.quiet) for (const id of ids) context.host.err(`${wordsOn(id, home)}\n`);
  return 0;
}

/**
 * Before the facts become current: cut off here, an own set lacks its comments, while a published one below it would show those
 * of another file. The notes go first, since a note without its shelf says that there is nothing to pull.
 */
function removeComments(home: string, ids: ReadonlySet<string>): void {
  forgetLoaded(home, new Set([...ids].map((id) => `texts/${setShelf(id)}`)));
  for (const id of ids) removeShelf(join(textsFolder(home), setShelf(id)));
}

/** Ids of the sets, each as it is loaded; a problem for one that is not. */
function askedOf(kb: KnowledgeBase, args: readonly string[], own: readonly string[]): Answer<readonly string[]> {
  const ids: string[] = [];
  for (const word of args) {
    const found = word === "all" ? null : findSet(kb, word);
    if (found?.ok === false) return found;
    ids.push(...(found === null ? own : [found.view.id]));
  }
  return answer(ids);
}

function notOwn(foreign: string | undefined, own: readonly string[]): TidemapError {
  const message =
    foreign === undefined ? "Your store holds no set of its own." : `${foreign} comes with Tidemap and stays.`;
  const hint = own.length === 0 ? "What tidemap compile added can be removed." : `Yours are ${own.join(", ")}.`;
  return new TidemapError("TM5061", message, { hint });
}

function wordsOn(id: string, home: string): string {
  const removed = `Removed ${id} from ${home}.`;
  if (publishedSetHash(id) === null) return removed;
  return `${removed} The published set is shown again; tidemap pull loads its comments.`;
}
