import { textOf } from "./options.js";
import type { Call } from "./program.js";

/** What a group, software, a campaign or a mitigation is asked: at which release, and what a framework does not answer. */
export function gapQuestion({ args: [id = ""], options }: Call) {
  return {
    id,
    attack: textOf(options.attack),
    aligned: textOf(options.alignedTo),
    framework: textOf(options.framework),
    function: textOf(options.function),
  };
}
