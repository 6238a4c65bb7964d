import { tacticView } from "../../site/views/tactic.js";
import { openKnowledge } from "../open.js";
import { textOf, withoutTexts } from "../options.js";
import type { Call } from "../program.js";
import { reply } from "../reply.js";

/** `tidemap tactic ID`: what the id means at a release. CSV: its techniques. */
export function tactic({ context, args: [id = ""], options }: Call): Promise<number> {
  const attack = textOf(options.attack);
  const aligned = textOf(options.alignedTo);
  return reply(context, tacticView(openKnowledge(context), { id, attack, aligned }), {
    screen: async () => withoutTexts(options, (await import("../screens/tactic.js")).renderTactic),
    records: ({ techniques }) => techniques,
  });
}
