import { answer } from "../../site/answer.js";
import { frameworksView, frameworkView } from "../../site/views/framework.js";
import { openKnowledge } from "../open.js";
import type { Call } from "../program.js";
import { reply } from "../reply.js";

/** `tidemap framework [ID]`. CSV: its capabilities; without an id the newest sets of all frameworks. */
export function framework({ context, args: [id] }: Call): Promise<number> {
  const kb = openKnowledge(context);
  if (id === undefined) {
    return reply(context, answer(frameworksView(kb)), {
      screen: async () => (await import("../screens/framework.js")).renderFrameworks,
      records: ({ frameworks }) => frameworks.flatMap(({ newest }) => newest),
    });
  }
  return reply(context, frameworkView(kb, { framework: id }), {
    screen: async () => (await import("../screens/framework.js")).renderFramework,
    records: ({ capabilities }) => capabilities.map(({ functions: _counts, ...capability }) => capability),
  });
}
