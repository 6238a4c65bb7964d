import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackKind } from "../../model/attack.js";
import { hrefs } from "../hrefs.js";
import type { DidYouMean } from "./did-you-mean.js";

interface Kind {
  readonly one: string;
  readonly href: (id: string) => string;
}

const software: Kind = { one: "software", href: hrefs.software };

/** Kinds that are asked for by id, each at its own address. */
const kinds: Readonly<Partial<Record<AttackKind, Kind>>> = {
  technique: { one: "a technique", href: hrefs.technique },
  tactic: { one: "a tactic", href: hrefs.tactic },
  group: { one: "a group", href: hrefs.group },
  malware: software,
  tool: software,
  campaign: { one: "a campaign", href: hrefs.campaign },
  mitigation: { one: "a mitigation", href: hrefs.mitigation },
};

/** The thing of another kind that has just this id: TA0008 asked for as a technique. null where there is none. */
export function otherKind(kb: KnowledgeBase, asked: string): DidYouMean | null {
  const id = asked.trim().toUpperCase();
  for (const domain of kb.domains)
    for (const { kind, name } of kb.timeline(domain).findAnywhere(id)) {
      const known = kinds[kind];
      if (known === undefined) continue;
      return {
        words: ` ${id} is ${known.one}: ${name}.`,
        suggestions: [{ label: `${id} ${name}`, href: known.href(id) }],
      };
    }
  return null;
}
