import type { Domain } from "../../model/domain.js";
import type { EncodedColumn } from "./timeline-columns.js";
import type { EncodedStixIds } from "./timeline-ids.js";

/** The JSON of `attack/DOMAIN.json`; docs/formats/facts.md describes it field by field. */
export interface EncodedTimeline {
  readonly format: 1;
  readonly domain: Domain;
  /** Version, origin, indexes of kinds in `attackKinds`, silent fields. */
  readonly releases: readonly (readonly [string, string, readonly number[], readonly string[]])[];
  readonly identical: readonly (readonly [string, string])[];
  readonly tables: readonly EncodedTable[];
  /** Runs of a presence pattern, the first of absence: `[2, 3]` = 00111. */
  readonly patterns: readonly (readonly number[])[];
  /** Index of the type in `relationTypes`, of the pattern, then sources with their targets as differences. */
  readonly relations: readonly (readonly [type: number, pattern: number, pairs: readonly number[]])[];
}

export interface EncodedTable {
  /** Index in `attackKinds`. */
  readonly kind: number;
  readonly size: number;
  readonly minted: readonly number[];
  readonly since: readonly number[];
  readonly state: EncodedColumn;
  readonly id: EncodedColumn;
  readonly name: EncodedColumn;
  readonly platforms: EncodedColumn;
  readonly aliases: EncodedColumn;
  readonly phases: EncodedColumn;
  readonly shortname: EncodedColumn;
  readonly objectVersion: EncodedColumn;
  readonly tactics: EncodedColumn;
  readonly text: EncodedColumn;
}

/** The JSON of `attack/DOMAIN.ids.json`, a table for each of the timeline's. */
export interface EncodedIds {
  readonly format: 1;
  readonly domain: Domain;
  readonly tables: readonly (EncodedStixIds & { readonly marks: string })[];
}

/** States by their code. */
export const stateCodes = [null, "active", "revoked", "deprecated"] as const;

/** Analytics are named after their ids, so that the name need not be written. */
export function impliedName(kind: string, id: string | null | undefined): string | null {
  return kind === "analytic" && id?.startsWith("AN") ? `Analytic ${id.slice(2)}` : null;
}
