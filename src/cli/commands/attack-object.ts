import { attackObjectView } from "../../site/views/attack-object.js";
import type { ObjectKind } from "../../site/views/object-kind.js";
import { openKnowledge } from "../open.js";
import { textOf, withoutTexts } from "../options.js";
import type { Call, Run } from "../program.js";
import { reply } from "../reply.js";

/** `tidemap software|campaign|mitigation ID`: by id or by any name. CSV: its techniques, and what each rests on; of a framework
 * only those that it does not answer. */
export function attackObject(kind: ObjectKind): Run {
  return ({ context, args: [id = ""], options }: Call) => {
    const question = {
      id,
      attack: textOf(options.attack),
      aligned: textOf(options.alignedTo),
      framework: textOf(options.framework),
      function: textOf(options.function),
    };
    return reply(context, attackObjectView(openKnowledge(context), kind, question), {
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
