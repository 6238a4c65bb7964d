import { attackObjectView } from "../../site/views/attack-object.js";
import type { ObjectKind } from "../../site/views/object-kind.js";
import { gapQuestion } from "../gap-question.js";
import { openKnowledge } from "../open.js";
import { withoutTexts } from "../options.js";
import type { Call, Run } from "../program.js";
import { reply } from "../reply.js";

/**
 * `tidemap software|campaign|mitigation ID`: by id or by any name. CSV: its techniques, and what each rests on; of a
 * framework only those that it does not answer.
 */
export function attackObject(kind: ObjectKind): Run {
  return (call: Call) => {
    const { context, options } = call;
    return reply(context, attackObjectView(openKnowledge(context), kind, gapQuestion(call)), {
      screen: async () => withoutTexts(options, (await import("../screens/attack-object.js")).renderAttackObject),
      records: ({ domains }) =>
        domains.flatMap(({ techniques, bySoftware, gap }) =>
          gap !== null // in every domain where a framework was asked for
            ? gap.techniques.map((row) => ({ ...row, basis: "direct" }))
            : [
                ...techniques.map((row) => ({ ...row, basis: "direct" })),
                ...bySoftware.map((row) => ({ ...row, basis: "software" })),
              ],
        ),
    });
  };
}
