import { groupView } from "../../site/views/group.js";
import { gapQuestion } from "../gap-question.js";
import { openKnowledge } from "../open.js";
import { withoutTexts } from "../options.js";
import type { Call } from "../program.js";
import { reply } from "../reply.js";

/**
 * `tidemap group ID`: by id or by any of its names. CSV: its techniques, and what each rests on; of a framework only those
 * that it does not answer.
 */
export function group(call: Call): Promise<number> {
  const { context, options } = call;
  return reply(context, groupView(openKnowledge(context), gapQuestion(call)), {
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
