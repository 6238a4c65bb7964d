import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Domain } from "../../model/domain.js";
import { type FrameworksView, frameworksView } from "./framework.js";
import { type SetRef, toSetRef } from "./set-ref.js";
import { type SourcesView, sourcesView } from "./sources.js";

/** What is loaded, with live figures. */
export interface HomeView {
  readonly totals: FrameworksView["totals"];
  readonly frameworks: FrameworksView["frameworks"];
  /** Every set, for the timeline of sets over ATT&CK releases. */
  readonly sets: readonly SetRef[];
  readonly domains: readonly {
    readonly domain: Domain;
    readonly newest: string;
    readonly newestPublished: string | null;
    readonly releases: number;
    /** Active techniques, subs included, of the newest release. */
    readonly techniques: number;
    /** Active groups of it; null where its source holds none, so that nothing is known of them. */
    readonly groups: number | null;
    readonly textsLoaded: boolean;
  }[];
}

/** Live figures of everything that is loaded. */
export function homeView(kb: KnowledgeBase): HomeView {
  const { totals, frameworks } = frameworksView(kb);
  const sources: SourcesView = sourcesView(kb);
  return {
    totals,
    frameworks,
    sets: kb.sets.map((set) => toSetRef(kb, set.id)),
    domains: sources.attack.map(({ domain, newest, newestPublished, releases }) => {
      const timeline = kb.timeline(domain);
      const release = timeline.at(kb.newestRelease(domain));
      const groups = release.objects("group").filter(({ state }) => state === "active");
      return {
        domain,
        newest,
        newestPublished,
        releases: releases.length,
        techniques: release.activeTechniques().length,
        groups: timeline.heldKinds(release.version).has("group") ? groups.length : null,
        textsLoaded: releases[0]?.textsLoaded ?? false,
      };
    }),
  };
}
