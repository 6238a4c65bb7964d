/** `published`: the publisher's own file; `derived`: rebuilt from other public data; `own`: the user's file. */
export type OriginKind = "published" | "derived" | "own";

/** An own release stands before the publisher's, that before one derived from other data; of equals the later one stands. */
export const rankOfOrigin = { own: 2, published: 1, derived: 0 } as const satisfies Record<OriginKind, number>;

/** Where a release or a set comes from. No clock: the date is the publisher's, or that of the user's file. */
export interface Origin {
  readonly kind: OriginKind;
  /** Who publishes it, as a page names them. */
  readonly publisher: string;
  /** Where it was taken from: an address or a repository with path and commit. */
  readonly source: string;
  /** Version or commit of the source, where it has one. */
  readonly version: string | null;
  /** SPDX id or the licence's name. */
  readonly licence: string;
  /** SHA-256 of the source file, 64 lower-case hex digits. */
  readonly sha256: string;
}
