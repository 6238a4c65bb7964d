import { groupsInSets } from "../knowledge/group-names.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { capabilitySlug } from "../model/capability.js";
import type { Domain } from "../model/domain.js";
import type { AttackVersion } from "../model/version.js";
import { hrefs } from "./hrefs.js";
import type { Query } from "./route.js";
import { findSet } from "./views/capability-lookup.js";

/** The named parts of a matched address, decoded. */
export type Parts = Readonly<Record<string, string | undefined>>;

/** One kind of old address. */
export interface OldKind {
  /** On the decoded path below the old site's root, outer slashes and `index.html` taken off. */
  readonly pattern: RegExp;
  /** The new path; null where the address names something that is not loaded. */
  to(kb: KnowledgeBase, parts: Parts, query: Query): string | null;
}

/** The address that `href` makes of a set, where the set is loaded. */
export function knownSet(kb: KnowledgeBase, id: string, href: (set: string) => string | null): string | null {
  const found = findSet(kb, id);
  return found.ok ? href(found.view.id) : null;
}

/** A group's page in a set, where rows of the set use the group. */
export function groupOfSet(kb: KnowledgeBase, set: string, group = ""): string | null {
  const found = groupsInSets([kb.facts(set)]).find(({ id }) => sameGroup(id, group));
  return found ? hrefs.setGroup(set, found.id) : null;
}

/** Whether an address's spelling of a group (blanks as `_`, any case) means the group. */
export function sameGroup(id: string, asked: string): boolean {
  const folded = (text: string) => decodeURIComponent(capabilitySlug(text)).toLowerCase();
  return folded(id) === folded(asked);
}

/**
 * As the release that is asked of its domain knew it; where that does not hold it, as it is now. Its domain is not part of
 * its address.
 */
export function attackObject(
  kb: KnowledgeBase,
  { kind, id }: { readonly kind: "technique" | "tactic"; readonly id: string },
  releaseIn: (domain: Domain) => AttackVersion | null,
): string | null {
  const asked = id.toUpperCase();
  for (const domain of kb.domains) {
    const timeline = kb.timeline(domain);
    if (timeline.states(kind, asked).length === 0) continue;
    const version = releaseIn(domain);
    const content = version === null ? null : timeline.resolve(version);
    const held = content !== null && timeline.at(content).object(kind, asked) !== null;
    return hrefs[kind](asked, held ? version : null);
  }
  return null;
}
