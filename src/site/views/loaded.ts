import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Domain } from "../../model/domain.js";

/** What every page says about the facts it stands on. */
export interface LoadedView {
  readonly domains: readonly {
    readonly domain: Domain;
    readonly newest: string;
    /** The newest release is rebuilt from other public data, not the publisher's own file. */
    readonly derived: boolean;
    readonly newestPublished: string | null;
  }[];
  readonly sets: number;
  readonly rows: number;
  /** Whether texts of the newest published releases and of all sets are in the user's store. */
  readonly texts: "all" | "some" | "none";
  /** What is being loaded at the moment, in words; null when nothing is. */
  readonly notice: string | null;
}

export function loadedView(kb: KnowledgeBase, notice: string | null): LoadedView {
  const domains = kb.domains.map((domain) => {
    const releases = kb.releases(domain);
    const newest = kb.newestRelease(domain);
    const originOf = (version: string) => releases.find((release) => release.version === version)?.origin?.kind;
    return {
      domain,
      newest,
      derived: originOf(newest) === "derived",
      newestPublished: releases.findLast(({ origin }) => origin?.kind === "published")?.version ?? null,
      covered: releases.some(({ version }) => kb.texts.coversObjects(domain, version)),
    };
  });
  const parts = [...domains.map(({ covered }) => covered), ...kb.sets.map((set) => kb.texts.coversSet(set.id))];
  const loaded = parts.filter(Boolean).length;
  return {
    domains: domains.map(({ covered: _covered, ...shown }) => shown),
    sets: kb.sets.length,
    rows: kb.sets.reduce((total, set) => total + set.rows, 0),
    texts: loaded === 0 ? "none" : loaded === parts.length ? "all" : "some",
    notice,
  };
}
