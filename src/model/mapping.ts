import type { CarriedClass, CarriedLabel } from "./attack.js";
import type { Domain } from "./domain.js";
import type { Side } from "./framework.js";
import type { AttackVersion } from "./version.js";

/** protect lowers the chance or effect beforehand, detect reveals, respond acts after. Never added to each other. */
export const mappingFunctions = ["protect", "detect", "respond"] as const;
export type MappingFunction = (typeof mappingFunctions)[number];

/** Ordinal, weakest first; never a number, never averaged. */
export const ratings = ["minimal", "partial", "significant"] as const;
export type Rating = (typeof ratings)[number];

/** How a row with a function is scored. */
export const scoredAs = [...ratings, "not-scored"] as const;
export type ScoredAs = (typeof scoredAs)[number];

/**
 * One row of a mapping set, as the library, the API, the command line and every export give it. Ids, names, types and
 * scores are as the source writes them; `function`, `rating`, `side` and `carried` are ours.
 */
export interface Mapping {
  /** `framework/frameworkVersion/attackVersion/domain`. */
  readonly set: string;
  /** Index in the file's `mapping_objects`, from 0. */
  readonly row: number;
  readonly framework: string;
  readonly frameworkVersion: string;
  readonly attackVersion: AttackVersion;
  readonly domain: Domain;
  readonly side: Side;
  readonly capabilityId: string | null;
  readonly capabilityName: string | null;
  readonly capabilityGroup: string | null;
  readonly techniqueId: string | null;
  readonly techniqueName: string | null;
  readonly mappingType: string | null;
  readonly status: string;
  readonly scoreCategory: string | null;
  readonly scoreValue: string | null;
  readonly function: MappingFunction | null;
  readonly rating: Rating | null;
  /** As written, pieces of cut addresses included; only those that start with http(s) may become links. */
  readonly references: readonly string[];
  readonly hasComment: boolean;
  /** null while texts are not loaded, and where the row has none (`hasComment`). */
  readonly comments: string | null;
  readonly carried: CarriedLabel | null;
}

/** Mapping types that say "acts against" without a score: read as protect, not scored, and said so on the page. */
const protectingTypes: ReadonlySet<string> = new Set(["mitigates", "protects"]);

/**
 * The function of a row: its score category; else protect where the type says mitigates or protects; else none.
 * Threat rows (VERIS, KEV, CVE) have none. Source: docs/data-rules.md, "function and rating".
 */
export function functionOf(
  side: Side,
  mappingType: string | null,
  scoreCategory: string | null,
): MappingFunction | null {
  if (side === "threat") return null;
  const category = (scoreCategory ?? "").trim().toLowerCase();
  for (const known of mappingFunctions) if (known === category) return known;
  if (category === "" && protectingTypes.has((mappingType ?? "").trim().toLowerCase())) return "protect";
  return null;
}

/** Whether a row says that something answers something, and not that nothing does. */
export function isMapped({ status }: { readonly status: string }): boolean {
  return status !== "non_mappable";
}

/** The rating of a row; null both for "not scored" (NIST, CRI, CSA) and for a value that the source leaves out. */
export function ratingOf(side: Side, scoreValue: string | null): Rating | null {
  if (side === "threat") return null;
  const value = (scoreValue ?? "").trim().toLowerCase();
  for (const known of ratings) if (known === value) return known;
  return null;
}

/** Whether carrying led a row to a living technique. */
const stands = {
  unchanged: true,
  renamed: true,
  meaning: true,
  rewritten: true,
  decision: false,
  "no-technique": false,
  predecessor: true,
  "not-yet": false,
  ambiguous: false,
} as const satisfies Record<CarriedClass, boolean>;

/** The technique that a row stands on: the one it names, or where carrying led it; null where it found no living one. */
export function standsOn({ carried, techniqueId }: Pick<Mapping, "carried" | "techniqueId">): string | null {
  if (carried === null) return techniqueId?.trim() ?? null;
  return stands[carried.class] ? (carried.path.at(-1) ?? null) : null;
}

/** Not scored and without function are two things: null for a row that nobody would score. */
export function scoredAsOf({ rating, function: of }: Pick<Mapping, "rating" | "function">): ScoredAs | null {
  return of === null ? rating : (rating ?? "not-scored");
}

/** True where `rating` reaches `least`; a row without rating reaches nothing. */
export function reaches(rating: Rating | null, least: Rating): boolean {
  return rating !== null && ratings.indexOf(rating) >= ratings.indexOf(least);
}
