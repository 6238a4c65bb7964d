/** Every address of each kind of page: for the sitemap, the export and the dead-link test. */

import { capabilitiesOf } from "../knowledge/capability-index.js";
import { groupsInSets } from "../knowledge/group-names.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { newestHolding } from "../knowledge/newest-holding.js";
import type { AttackKind } from "../model/attack.js";
import { stepsOf, stepsTo } from "../versions/set-steps.js";
import { hrefs } from "./hrefs.js";

/** Objects of the newest releases that hold such, dead ones included: people still cite them. Each id once over the domains. */
export function* currentObjects(
  kb: KnowledgeBase,
  kinds: AttackKind | readonly AttackKind[],
  href: (id: string) => string,
): Generator<string> {
  const seen = new Set<string>();
  for (const domain of kb.domains) {
    const release = kb.timeline(domain).at(newestHolding(kb, domain, [kinds].flat()));
    for (const { id } of [kinds].flat().flatMap((kind) => release.objects(kind))) {
      if (id === null || seen.has(id)) continue;
      seen.add(id);
      yield href(id);
    }
  }
}

/** Objects of every release with content of its own, dead ones included: release menus lead to them. Each address once. */
export function* versionedObjects(
  kb: KnowledgeBase,
  kinds: AttackKind | readonly AttackKind[],
  href: (id: string, release: string) => string,
): Generator<string> {
  const seen = new Set<string>();
  for (const domain of kb.domains) {
    const timeline = kb.timeline(domain);
    for (const release of timeline.releases)
      for (const { id } of [kinds].flat().flatMap((kind) => timeline.at(release).objects(kind))) {
        if (id === null) continue;
        const address = href(id, release);
        if (seen.has(address)) continue;
        seen.add(address);
        yield address;
      }
  }
}

export function* domainLists(
  kb: KnowledgeBase,
  href: (domain: KnowledgeBase["domains"][number], release?: string) => string,
): Generator<string> {
  for (const domain of kb.domains) yield href(domain);
}

export function* versionedDomainLists(
  kb: KnowledgeBase,
  href: (domain: KnowledgeBase["domains"][number], release: string) => string,
): Generator<string> {
  for (const domain of kb.domains) for (const release of kb.timeline(domain).releases) yield href(domain, release);
}

export function* frameworkAddresses(kb: KnowledgeBase): Generator<string> {
  for (const framework of kb.frameworkIds) yield hrefs.framework(framework);
}

export function* capabilityAddresses(kb: KnowledgeBase): Generator<string> {
  for (const framework of kb.frameworkIds)
    for (const { id } of kb.capabilities(framework).all) yield hrefs.capability(framework, id);
}

/** Of living techniques: dead ones are answered by what they are now. */
export function* techniqueChangesAddresses(kb: KnowledgeBase): Generator<string> {
  for (const domain of kb.domains) {
    const release = kb.timeline(domain).at(kb.newestRelease(domain));
    for (const { id } of release.activeTechniques()) if (id !== null) yield hrefs.techniqueChanges(id);
  }
}

/** Of frameworks that have a set which follows another. */
export function* capabilityChangesAddresses(kb: KnowledgeBase): Generator<string> {
  for (const framework of kb.frameworkIds) {
    if (stepsOf(kb, framework).length === 0) continue;
    for (const { id } of kb.capabilities(framework).all) yield hrefs.capabilityChanges(framework, id);
  }
}

export function* capabilityGroupAddresses(kb: KnowledgeBase): Generator<string> {
  for (const framework of kb.frameworkIds) {
    const sets = kb.sets.filter((set) => set.framework === framework).map((set) => kb.facts(set.id));
    for (const { id } of groupsInSets(sets)) yield hrefs.capabilityGroup(framework, id);
  }
}

export function* setAddresses(kb: KnowledgeBase): Generator<string> {
  for (const { id } of kb.sets) yield hrefs.set(id);
}

export function* setDownloadsAddresses(kb: KnowledgeBase): Generator<string> {
  for (const { id } of kb.sets) yield hrefs.setDownloads(id);
}

/** Each set with the sets that it follows. */
export function* setChangesAddresses(kb: KnowledgeBase): Generator<string> {
  for (const set of kb.sets) for (const { older } of stepsTo(kb, set)) yield hrefs.setChanges(set.id, older.id);
}

export function* setCapabilityAddresses(kb: KnowledgeBase): Generator<string> {
  for (const set of kb.sets)
    for (const { id } of capabilitiesOf(kb.facts(set.id)).values()) yield hrefs.setCapability(set.id, id);
}

export function* setGroupAddresses(kb: KnowledgeBase): Generator<string> {
  for (const set of kb.sets) for (const { id } of groupsInSets([kb.facts(set.id)])) yield hrefs.setGroup(set.id, id);
}

/** Lists over all domains, one for every release of any. */
export function* versionedLists(kb: KnowledgeBase, href: (release: string) => string): Generator<string> {
  const releases = new Set<string>(kb.domains.flatMap((domain) => kb.timeline(domain).releases));
  for (const release of releases) yield href(release);
}
