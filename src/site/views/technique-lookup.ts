import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { nearest } from "../../knowledge/suggest.js";
import { type Domain, domainNames } from "../../model/domain.js";
import { parseTechniqueId } from "../../model/technique-id.js";
import { type Answer, answer, problem } from "../answer.js";
import { hrefs } from "../hrefs.js";

export interface TechniqueKey {
  readonly domain: Domain;
  /** The publisher's spelling. */
  readonly id: string;
}

/**
 * The technique that was meant, in any release of any domain. Technique ids stand in one domain only (checked when
 * compiling). A problem suggests ids near to the one asked for.
 */
export function findTechnique(kb: KnowledgeBase, asked: string): Answer<TechniqueKey> {
  // One release spells an id unlike any other (ICS 8.0, 0T800): what is no technique id by its form may still be one.
  for (const id of new Set([parseTechniqueId(asked), asked.trim().toUpperCase()])) {
    if (id === null) continue;
    for (const domain of kb.domains) {
      const known = kb
        .timeline(domain)
        .findAnywhere(id)
        .some((object) => object.kind === "technique");
      if (known) return answer({ domain, id });
    }
  }
  return unknownTechnique(kb, asked);
}

function unknownTechnique(kb: KnowledgeBase, asked: string) {
  const names = new Map<string, { id: string; name: string }>();
  for (const domain of kb.domains)
    for (const { id, name } of kb.timeline(domain).at(kb.newestRelease(domain)).activeTechniques())
      if (id !== null) {
        names.set(id, { id, name });
        names.set(name, { id, name });
      }
  const near = nearest(asked, names.keys()).flatMap((name) => names.get(name) ?? []);
  const newest = kb.domains.map((domain) => `${domainNames[domain]} ${kb.newestRelease(domain)}`).join(", ");
  return problem(404, "TM4010", {
    title: "No such technique",
    detail: `No loaded release has a technique ${JSON.stringify(asked.trim())} (newest: ${newest}).${near.length > 0 ? ` Did you mean ${near.map(({ id, name }) => `${id} ${name}`).join(", ")}?` : ""}`,
    suggestions: near.map(({ id, name }) => ({ label: `${id} ${name}`, href: hrefs.technique(id) })),
  });
}
