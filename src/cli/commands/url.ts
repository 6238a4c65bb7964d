import { TidemapError } from "../../model/diagnostic.js";
import { resolveOldAddress } from "../../site/old-addresses.js";
import { openKnowledge } from "../open.js";
import { originOf, textOf } from "../options.js";
import type { Call } from "../program.js";

/** A base for addresses that come without one; never shown, never asked. */
const anyHost = "http://old.invalid";

/**
 * `tidemap url ADDRESS`: where a page of the sites that Tidemap succeeds is now, as a path or below `--origin`. Ends with 1
 * for an address that names nothing, or that has no successor.
 */
export async function url({ context, args, options }: Call): Promise<number> {
  const [asked = ""] = args;
  const origin = originOf(textOf(options.origin)) ?? "";
  const address = URL.canParse(asked, anyHost) ? new URL(asked, anyHost) : null;
  const query = Object.fromEntries(address?.searchParams ?? []);
  const found = address === null ? null : resolveOldAddress(openKnowledge(context), address.pathname, query);
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
