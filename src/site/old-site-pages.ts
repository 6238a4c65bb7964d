import { groupsInSets } from "../knowledge/group-names.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { capabilitySlug } from "../model/capability.js";
import type { Domain } from "../model/domain.js";
import { publishedSetIds } from "../model/published-sets.js";
import { parseAttackVersion } from "../model/version.js";

/** Releases that the site we succeed had technique and tactic pages for: a fact of a site that is frozen. */
const shownReleases: Readonly<Record<Domain, readonly string[]>> = {
  enterprise: words("8.2 9.0 10.0 10.1 11.0 11.1 11.2 11.3 12.0 12.1 14.1 15.1 16.1 17.1"),
  mobile: words("8.2 9.0 10.0 10.1 12.0 12.1 16.1"),
  ics: words("8.2 9.0 10.0 10.1 11.0 11.1 11.2 11.3 12.0 12.1 15.1 16.1"),
};

const otherPages = [
  ...["external/", "attack/matrix/", "search/", "about/", "about/use-cases/", "about/scoring/"],
  ...["about/related-projects/", "about/methodology/"],
  ...words("cve nist ssm veris").map((name) => `about/methodology/${name}-methodology/`),
  ...words("nist cri-profile csa-ccm").map((name) => `about/methodology/${name}-scope/`),
];

/**
 * Every page of the site we succeed, by the rules it was built by, as a path with a slash in front; of what is loaded.
 * Source: its builder's folders, one per framework, set, release and domain.
 */
export function* oldSitePages(kb: KnowledgeBase): Generator<string> {
  for (const page of otherPages) yield `/${page}`;
  yield* setPages(kb);
  yield* attackPages(kb);
}

/** Pages of each set, and once more below the framework alone, where the newest one was copied to. */
function* setPages(kb: KnowledgeBase): Generator<string> {
  const copies = new Set<string>();
  for (const { id, framework, frameworkVersion, attackVersion, domain } of kb.sets) {
    if (!publishedSetIds.includes(id)) continue;
    const name = framework === "nist_800_53" ? "nist" : framework;
    const root = `/external/${name}/`;
    const folder = `${root}attack-${attackVersion}/domain-${domain}/${name}-${frameworkVersion}/`;
    const facts = kb.facts(id);
    const capabilities = new Set(facts.capabilities.flatMap((capability) => capability.id ?? []));
    const below = [
      ...["", "all-data.html"],
      ...groupsInSets([facts]).map((group) => `capability-groups/${capabilitySlug(group.id)}/`),
      ...[...capabilities].map((capability) => `${capabilitySlug(capability)}/`),
    ];
    for (const page of new Set(below)) {
      yield folder + page;
      copies.add(root + page);
    }
  }
  yield* copies;
}

function* attackPages(kb: KnowledgeBase): Generator<string> {
  for (const domain of kb.domains)
    for (const version of shownReleases[domain]) {
      const parsed = parseAttackVersion(version);
      const content = parsed === null ? null : kb.timeline(domain).resolve(parsed);
      if (content === null) continue;
      const folder = `/attack/attack-${version}/domain-${domain}/`;
      const release = kb.timeline(domain).at(content);
      for (const kind of ["technique", "tactic"] as const) {
        yield `${folder}${kind}s/`;
        for (const { id, state } of release.objects(kind)) {
          if (state === "active" && id !== null) yield `${folder}${kind}s/${id}/`;
        }
      }
    }
}

function words(text: string): readonly string[] {
  return text.split(" ");
}
