import type { AttackKind } from "./attack.js";
import type { Domain } from "./domain.js";
import type { AttackVersion } from "./version.js";

/** A citation that a description names, as the publisher gives it. */
export interface Citation {
  readonly name: string;
  readonly description: string | null;
  readonly url: string | null;
}

/** A publisher's text, raw as published: `(Citation: …)`, Markdown links and `<code>` are resolved by attack/prose. */
export interface ObjectText {
  readonly text: string;
  /** The release the text is taken from; may be older than the one shown (19.0 has no texts of its own). */
  readonly release: AttackVersion;
  readonly citations: readonly Citation[];
}

/**
 * The user's texts: publishers' sentences, never part of the facts. Every look-up answers null both for "not loaded" and
 * for "the publisher wrote none"; facts (`hasComment`) and `covers…` tell the two apart.
 */
export interface Texts {
  /** Newest loaded text of an object at or before `release`. `id` is the ATT&CK id. */
  object(
    of: { readonly domain: Domain; readonly kind: AttackKind; readonly id: string },
    release: AttackVersion,
  ): ObjectText | null;
  /** The comment of a row (0-based) of a set, raw. */
  comment(setId: string, row: number): string | null;
  /** What a publisher says of a capability (descriptions files by foldCapabilityId, VERIS's sentences by capabilityKey). */
  capability(setId: string, key: string): string | null;
  coversObjects(domain: Domain, release: AttackVersion): boolean;
  coversSet(setId: string): boolean;
}

/** What a knowledge base has when nothing is loaded. */
export const noTexts: Texts = {
  object: () => null,
  comment: () => null,
  capability: () => null,
  coversObjects: () => false,
  coversSet: () => false,
};
