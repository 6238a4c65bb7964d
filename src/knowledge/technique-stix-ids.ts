import type { TechniqueStixId } from "../formats/mapping-format.js";
import { parseAttackVersion } from "../model/version.js";
import type { KnowledgeBase } from "./knowledge-base.js";

/** STIX ids of techniques, revoked ones too, as the releases that are loaded state them. */
export function techniqueStixIds(kb: KnowledgeBase): TechniqueStixId {
  return (domain, release, technique) => {
    const known = kb.domains.find((one) => one === domain);
    const version = parseAttackVersion(release);
    if (known === undefined || version === null) return null;
    const timeline = kb.identifiedTimeline(known);
    const content = timeline.resolve(version);
    const object = content === null ? null : timeline.at(content).object("technique", technique);
    return object?.stixId || null;
  };
}
