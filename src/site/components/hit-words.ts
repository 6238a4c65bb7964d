import type { SearchEntry } from "../../knowledge/search-entries.js";

/** Kinds whose context says where they are, not what: `NIST 800-53 control` needs no more. */
const named: ReadonlySet<SearchEntry["kind"]> = new Set([
  "technique",
  "tactic",
  "group",
  "software",
  "campaign",
  "mitigation",
  "set",
]);

/** What a hit is, beside its name: `technique · Enterprise`, `NIST 800-53 control`. */
export function hitContext({ kind, context }: SearchEntry): string {
  return named.has(kind) ? `${kind} · ${context}` : context;
}
