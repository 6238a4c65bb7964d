import type { AttackKind } from "../model/attack.js";
import type { Domain } from "../model/domain.js";
import type { AttackVersion } from "../model/version.js";
import type { KnowledgeBase } from "./knowledge-base.js";

/** The newest release whose source holds objects of these kinds: a derived release may lack some. */
export function newestHolding(kb: KnowledgeBase, domain: Domain, kinds: readonly AttackKind[]): AttackVersion {
  const timeline = kb.timeline(domain);
  const holds = (release: AttackVersion) => kinds.some((kind) => timeline.heldKinds(release).has(kind));
  return timeline.releases.findLast(holds) ?? kb.newestRelease(domain);
}
