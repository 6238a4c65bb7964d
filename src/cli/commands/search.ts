import { searchView } from "../../site/views/search.js";
import { openKnowledge } from "../open.js";
import { textOf } from "../options.js";
import type { Call } from "../program.js";
import { reply } from "../reply.js";

/** `tidemap search WORDS`. Nothing found is an answer. */
export function search({ context, args, options }: Call): Promise<number> {
  const kind = textOf(options.kind)?.trim().toLowerCase();
  return reply(context, searchView(openKnowledge(context), { q: args.join(" "), kind }), {
    screen: async () => (await import("../screens/search.js")).renderSearch,
    records: ({ hits }) => hits.map(({ entry, why }) => ({ ...entry, matched: why.field, matchedText: why.text })),
  });
}
