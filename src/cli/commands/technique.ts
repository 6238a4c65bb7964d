import { techniqueView } from "../../site/views/technique.js";
import { openKnowledge } from "../open.js";
import { textOf, withoutTexts } from "../options.js";
import type { Call } from "../program.js";
import { reply } from "../reply.js";

/** `tidemap technique ID`: every row on it, as of now, aligned to a release or as authored on one. CSV: non-mappable ones behind, as in its page's files. */
export function technique({ context, args: [id = ""], options }: Call): Promise<number> {
  const view = techniqueView(openKnowledge(context), {
    id,
    attack: textOf(options.attack),
    aligned: textOf(options.alignedTo),
    framework: textOf(options.framework),
    function: textOf(options.function),
    "min-rating": textOf(options.minRating),
    rating: textOf(options.rating),
  });
  return reply(context, view, {
    screen: async () => withoutTexts(options, (await import("../screens/technique.js")).renderTechnique),
    records: ({ mappings, nonMappable }) => [...mappings, ...nonMappable],
  });
}
