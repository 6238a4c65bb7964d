import type { ManifestRelease } from "../../knowledge/facts/manifest.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Domain } from "../../model/domain.js";
import type { Origin } from "../../model/origin.js";
import { type SetRef, toSetRef } from "./set-ref.js";

/** A release of a domain; its texts are a publisher's and stand in the user's store. */
export interface LoadedRelease extends ManifestRelease {
  readonly textsLoaded: boolean;
}

/** A set; its comments are the publisher's and stand in the user's store. */
export interface LoadedSet extends SetRef {
  readonly origin: Origin;
  readonly textsLoaded: boolean;
}

/** What is loaded, from where, under which licence, with or without its texts. */
export interface SourcesView {
  readonly attack: readonly {
    readonly domain: Domain;
    readonly newest: string;
    /** The newest release whose source is the publisher's own file. */
    readonly newestPublished: string | null;
    /** Newest first. */
    readonly releases: readonly LoadedRelease[];
  }[];
  readonly sets: readonly LoadedSet[];
}

/** Everything that is loaded: from where, under which licence, derived or published, with or without its texts. */
export function sourcesView(kb: KnowledgeBase): SourcesView {
  return {
    attack: kb.domains.map((domain) => {
      const releases = kb.releases(domain).toReversed();
      return {
        domain,
        newest: kb.newestRelease(domain),
        newestPublished: releases.find(({ origin }) => origin?.kind === "published")?.version ?? null,
        releases: releases.map((release) => ({
          ...release,
          textsLoaded: kb.texts.coversObjects(domain, release.version),
        })),
      };
    }),
    sets: kb.sets.map((set) => ({
      ...toSetRef(kb, set.id),
      origin: set.origin,
      textsLoaded: kb.texts.coversSet(set.id),
    })),
  };
}
