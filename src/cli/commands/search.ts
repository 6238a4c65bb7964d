import { entryKinds } from "../../knowledge/search-entries.js";
import { nearest } from "../../knowledge/suggest.js";
import { TidemapError } from "../../model/diagnostic.js";
import { searchView } from "../../site/views/search.js";
import { openKnowledge } from "../open.js";
import { textOf } from "../options.js";
import type { Call } from "../program.js";
import { reply } from "../reply.js";

/** `tidemap search WORDS`. Nothing found is an answer. Throws a TidemapError for a kind that there is not. */
export function search({ context, args, options }: Call): Promise<number> {
  const kind = textOf(options.kind)?.trim().toLowerCase();
  if (kind !== undefined && !entryKinds.some((known) => known === kind)) {
    const near = nearest(kind, entryKinds);
    throw new TidemapError("TM5002", `There is no kind ${JSON.stringify(kind)}.`, {
      hint: near.length > 0 ? `Did you mean ${near.join(", ")}?` : `Kinds are ${entryKinds.join(", ")}.`,
      exitCode: 2,
    });
  }
  return reply(context, searchView(openKnowledge(context), { q: args.join(" "), kind }), {
    screen: async () => (await import("../screens/search.js")).renderSearch,
    records: ({ hits }) => hits.map(({ entry, why }) => ({ ...entry, matched: why.field, matchedText: why.text })),
  });
}
