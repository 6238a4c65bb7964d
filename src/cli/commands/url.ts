import { TidemapError } from "../../model/diagnostic.js";
import { resolvePastedAddress } from "../../site/pasted-address.js";
import { openKnowledge } from "../open.js";
import { originOf, textOf } from "../options.js";
import type { Call } from "../program.js";

/**
 * `tidemap url ADDRESS`: where a page of the sites that Tidemap succeeds is now, as a path or below `--origin`. Ends with 1
 * for an address that names nothing, or that has no successor.
 */
export async function url({ context, args, options }: Call): Promise<number> {
  const [asked = ""] = args;
  const origin = originOf(textOf(options.origin)) ?? "";
  const found = resolvePastedAddress(openKnowledge(context), asked);
  if (found === null) {
    throw new TidemapError("TM5050", `${JSON.stringify(asked)} is no address of the sites that Tidemap succeeds.`, {
      hint: "tidemap search finds a technique, control or set by its id.",
    });
  }
  if (found.href === null) {
    throw new TidemapError("TM5051", `What stood at ${asked} was retired, and has no successor.`);
  }
  const record = { asked, href: origin + found.href };
  context.host.out(context.options.format === "json" ? `${JSON.stringify(record)}\n` : `${record.href}\n`);
  return 0;
}
