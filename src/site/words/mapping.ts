import { capitalized } from "../../base/capitalized.js";
import type { CarriedClass, CarriedLabel } from "../../model/attack.js";
import type { Side } from "../../model/framework.js";
import type { Mapping, MappingFunction } from "../../model/mapping.js";

/** How pages and the terminal call the things that data writes as ids. Plain words, no markup. */
export const functionWords = {
  protect: "Protect",
  detect: "Detect",
  respond: "Respond",
} as const satisfies Record<MappingFunction, string>;

export const carriedWords = {
  unchanged: "unchanged",
  renamed: "renamed",
  meaning: "meaning may have changed",
  rewritten: "id rewritten",
  decision: "needs a decision",
  "no-technique": "names no technique",
  predecessor: "shown on its predecessor",
  "not-yet": "not in this release yet",
  ambiguous: "several predecessors",
} as const satisfies Record<CarriedClass, string>;

/** What carrying did to a row, the state first: "unchanged" never stands beside tactics that changed. */
export function carriedStates(carried: CarriedLabel): { readonly state: string; readonly flags: readonly string[] } {
  const { class: name, merged, tacticsChanged } = carried;
  const isMoved = name === "unchanged" && tacticsChanged;
  const flags = [merged ? "merged" : null, tacticsChanged && !isMoved ? "tactics changed" : null];
  return {
    state: isMoved ? "tactics changed" : carriedWords[name],
    flags: flags.filter((flag) => flag !== null),
  };
}

/** `technique_scores` → `Technique scores`, as a label; "no type" where the row has none. */
export function typeWords(mappingType: string | null): string {
  const text = (mappingType ?? "").trim().replace(/[_-]/g, " ");
  return text === "" ? "no type" : capitalized(text);
}

/** Types that say no more than function and rating say already. */
const plainTypes: ReadonlySet<string> = new Set(["technique_scores", "technique_score", "mitigates", "protects"]);

/** True where a row's type is a statement of its own: `cc`, `windows_11`, `related-to`. */
export function hasOwnType(row: Pick<Mapping, "mappingType">): boolean {
  const { mappingType: type } = row;
  if (type === null || plainTypes.has(type)) return false;
  return !plainTypes.has(type.trim().toLowerCase().replaceAll("-", "_"));
}

/** What a row of a framework says, and what it does not. */
export const meaningOfRow = {
  defense: "A mapping says that a capability can help, not that you are covered.",
  threat: "Its entries describe or cause techniques; they never count as defence.",
} as const satisfies Record<Side, string>;
