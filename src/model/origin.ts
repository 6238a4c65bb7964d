/** `published`: the publisher's own file; `derived`: rebuilt from other public data; `own`: the user's file. */
export type OriginKind = "published" | "derived" | "own";

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
