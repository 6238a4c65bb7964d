import { join } from "node:path";
import { withoutSets } from "../../compile/overlay.js";
import { type Manifest, manifestFile } from "../../knowledge/facts/manifest.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { TidemapError } from "../../model/diagnostic.js";
import { publishedSetHash } from "../../model/published-sets.js";
import { type Answer, answer } from "../../site/answer.js";
import { findSet } from "../../site/views/capability-lookup.js";
import { storeFacts } from "../../sources/facts-folder.js";
import { finishSwap, writeFacts } from "../../sources/facts-writer.js";
import { homeFolder, overlayFolder } from "../../sources/home.js";
import { forgetLoaded, withStore } from "../../sources/store.js";
import { setShelf, textsFolder } from "../../sources/text-store.js";
import { removeShelf } from "../../sources/write-shelf.js";
import { openKnowledge } from "../open.js";
import { reportProblem } from "../problem.js";
import type { Call } from "../program.js";

/** `tidemap remove SET…`: takes sets that were compiled, with their comments, out of the store; `all` is every one. */
export async function remove({ context, args }: Call): Promise<number> {
  const home = homeFolder(context.host);
  const overlay = overlayFolder(home);
  const kb = openKnowledge(context);
  return withStore(home, async () => {
    finishSwap(overlay);
    const facts = storeFacts(home);
    const own = facts === null ? [] : (JSON.parse(facts.text(manifestFile)) as Manifest).sets.map(({ id }) => id);
    const asked = askedOf(kb, args, own);
    if (!asked.ok) return reportProblem(context, asked.problem);
    const ids = new Set(asked.view);
    const foreign = [...ids].find((id) => !own.includes(id));
    if (facts === null || foreign !== undefined || ids.size === 0) throw notOwn(foreign, own);
    // Comments first: cut off here, an own set lacks them, while a published one below it would show those of another file.
    for (const id of ids) removeShelf(join(textsFolder(home), setShelf(id)));
    forgetLoaded(home, new Set([...ids].map((id) => `texts/${setShelf(id)}`)));
    writeFacts(overlay, withoutSets(facts, ids));
    if (!context.options.quiet) for (const id of ids) context.host.err(`${wordsOn(id, home)}\n`);
    return 0;
  });
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
