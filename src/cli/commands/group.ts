import { groupView } from "../../site/views/group.js";
import { openKnowledge } from "../open.js";
import { textOf, withoutTexts } from "../options.js";
import type { Call } from "../program.js";
import { reply } from "../reply.js";

/**
 * `tidemap group ID`: by id or by any of its names. CSV: its techniques, and what each rests on; of a framework only those
 * that it does not answer.
 */
export function group({ context, args: [id = ""], options }: Call): Promise<number> {
  const question = {
    id,
    attack: textOf(options.attack),
    aligned: textOf(options.alignedTo),
    framework: textOf(options.framework),
    function: textOf(options.function),
  };
  return reply(context, groupView(openKnowledge(context), question), {
    screen: async () => withoutTexts(options, (await import("../screens/group.js")).renderGroup),
    records: ({ domains }) =>
      domains.flatMap(({ direct, byCampaign, bySoftware, gap }) =>
        gap !== null // in every domain where a framework was asked for
          ? gap.techniques.map((row) => ({ ...row, basis: "direct" }))
          : [
              ...direct.map((row) => ({ ...row, basis: "direct" })),
              ...byCampaign.map((row) => ({ ...row, basis: "campaign" })),
              ...bySoftware.map((row) => ({ ...row, basis: "software" })),
            ],
      ),
  });
}
