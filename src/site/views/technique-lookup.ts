import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Domain, domainNames } from "../../model/domain.js";
import { parseTechniqueId } from "../../model/technique-id.js";
import { type Answer, answer, problem } from "../answer.js";
import { hrefs } from "../hrefs.js";
import { didYouMean } from "./did-you-mean.js";
import { otherKind } from "./other-kind.js";

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
  const named = kb.domains.flatMap((domain) =>
    kb
      .timeline(domain)
      .at(kb.newestRelease(domain))
      .activeTechniques()
      .flatMap(({ id, name }) => {
        if (id === null) return [];
        const meant = {
          label: `${id} ${name}${domain === "enterprise" ? "" : ` (${domainNames[domain]})`}`,
          href: hrefs.technique(id),
        };
        return [id, name].map((text) => ({ text, meant }));
      }),
  );
  const { words, suggestions } = otherKind(kb, asked) ?? didYouMean(asked, named);
  const newest = kb.domains.map((domain) => `${domainNames[domain]} ${kb.newestRelease(domain)}`).join(", ");
  return problem(404, "TM4010", {
    title: "No such technique",
    detail: `No loaded release has a technique ${JSON.stringify(asked.trim())} (newest: ${newest}).${words}`,
    suggestions,
  });
}
