import type { SetKey } from "../../model/set-id.js";

/** A capability as one set spells it. `id` is null on rows that say "no capability addresses this technique". */
export interface SpelledCapability {
  readonly id: string | null;
  readonly name: string | null;
  readonly group: string | null;
}

/** A technique as one set spells it; null ids stand on rows that say "this capability addresses no technique". */
export interface SpelledTechnique {
  readonly id: string | null;
  readonly name: string | null;
}

/** What a row claims, apart from whom: distinct combinations, few per set. */
export interface Claim {
  readonly mappingType: string | null;
  readonly status: string;
  readonly scoreCategory: string | null;
  readonly scoreValue: string | null;
}

/** What a rule of `validate` found in the set's file. */
export interface SetFinding {
  readonly code: string;
  /** Findings: one may speak of several rows, or of none. */
  readonly hits: number;
  /** Every row that one of them speaks of, once, ascending. */
  readonly rows: readonly number[];
}

/** Metadata of a set as its file writes it; null where it writes nothing. */
export interface SetMetadata {
  readonly mappingVersion: string | null;
  readonly author: string | null;
  readonly contact: string | null;
  readonly organization: string | null;
  /** MM/DD/YYYY. */
  readonly created: string | null;
  readonly updated: string | null;
}

/**
 * One mapping set, column by column: `capability[row]` is an index into `capabilities`, and so on. Rows stand in file
 * order, counted from 0. Texts are not here.
 */
export interface SetFacts {
  readonly id: string;
  readonly key: SetKey;
  readonly serialisation: string;
  readonly metadata: SetMetadata;
  /** Declared mapping types: id → name, in file order. */
  readonly types: ReadonlyMap<string, string>;
  /** Declared capability groups: id → name, in file order. */
  readonly groups: ReadonlyMap<string, string>;
  readonly rows: number;
  readonly capabilities: readonly SpelledCapability[];
  readonly capability: Uint32Array;
  readonly techniques: readonly SpelledTechnique[];
  readonly technique: Uint32Array;
  readonly claims: readonly Claim[];
  readonly claim: Uint32Array;
  /** Distinct lists of reference addresses, as written; the first is the empty list. */
  readonly referenceLists: readonly (readonly string[])[];
  readonly referenceList: Uint32Array;
  /** 1 where the file has a comment. */
  readonly commented: Uint8Array;
  readonly findings: readonly SetFinding[];
}
