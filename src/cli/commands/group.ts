import { groupView } from "../../site/views/group.js";
import { openKnowledge } from "../open.js";
import { textOf, withoutTexts } from "../options.js";
import type { Call } from "../program.js";
import { reply } from "../reply.js";

/** `tidemap group ID`: by id or by any of its names. CSV: its techniques, and what each rests on. */
export function group({ context, args: [id = ""], options }: Call): Promise<number> {
  const attack = textOf(options.attack);
  const aligned = textOf(options.alignedTo);
  return reply(context, groupView(openKnowledge(context), { id, attack, aligned }), {
    screen: async () => withoutTexts(options, (await import("../screens/group.js")).renderGroup),
    records: ({ domains }) =>
      domains.flatMap(({ direct, byCampaign, bySoftware }) => [
        ...direct.map((row) => ({ ...row, basis: "direct" })),
        ...byCampaign.map((row) => ({ ...row, basis: "campaign" })),
        ...bySoftware.map((row) => ({ ...row, basis: "software" })),
      ]),
  });
}
