/**
 * The one key of a capability over all editions of a framework, whatever spelling a set uses: outer blanks, case, NIST's
 * zero padding (`AC-2`, `ac-02 `) and the alias tables (renamed M365, Azure, Google Cloud and VERIS ids) fold to it. Within
 * one set it is too coarse: two products that became one have the same key (foldCapabilityId).
 * Aliases: capability-aliases.ts.
 */
import { capabilityAliases } from "./capability-aliases.js";

export function capabilityKey(framework: string, id: string): string {
  const folded = foldCapabilityId(framework, id);
  return capabilityAliases(framework).get(folded) ?? folded;
}

/**
 * Within one set: outer blanks, case and, of NIST's controls, padding aside. Names of other editions stay other
 * capabilities. Elsewhere padding may tell two ids apart, so only look-ups drop it, and only where that finds one.
 */
export function foldCapabilityId(framework: string, id: string): string {
  const text = id.trim().toLowerCase();
  if (framework !== "nist_800_53") return text;
  return text.replace(/^([a-z]{2})[-\s]?0*(\d+)/, "$1-$2");
}

/** A text's numbers without leading zeros: `iam-02` as `iam-2`. For look-ups, never a key: two ids may become one. */
export function unpadded(text: string): string {
  return text.replace(/(?<!\d)0+(?=\d)/g, "");
}

/**
 * A capability id as a path segment: blank → `_`, `/` → `~`, then encodeURIComponent. `I&S-05` → `I%26S-05`.
 */
export function capabilitySlug(id: string): string {
  // Nearly every id is its own slug.
  return /^[\w.-]+$/.test(id) ? id : encodeURIComponent(id.trim().replaceAll(" ", "_").replaceAll("/", "~"));
}

/** `action.hacking.variety.Use of stolen creds` → `Use of stolen creds`: the name where a framework's ids carry it. */
export function nameFromId(id: string): string {
  const parts = id.trim().split(".");
  return (parts.length > 3 ? parts.slice(3).join(".") : parts.at(-1)) ?? id;
}
