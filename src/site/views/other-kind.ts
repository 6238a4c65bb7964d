import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackKind } from "../../model/attack.js";
import { hrefs } from "../hrefs.js";
import type { DidYouMean } from "./did-you-mean.js";
import { objectKindFacts, objectKinds } from "./object-kind.js";

interface Kind {
  readonly one: string;
  readonly page: (id: string) => string;
}

/** Kinds that are asked for by id, each at its own address. */
const kinds: ReadonlyMap<AttackKind, Kind> = new Map<AttackKind, Kind>([
  ["technique", { one: "technique", page: hrefs.technique }],
  ["tactic", { one: "tactic", page: hrefs.tactic }],
  ["group", { one: "group", page: hrefs.group }],
  ...objectKinds.flatMap((of) => objectKindFacts[of].kinds.map((kind) => [kind, objectKindFacts[of]] as const)),
]);

/** The thing of another kind that has just this id: TA0008 asked for as a technique. null where there is none. */
export function otherKind(kb: KnowledgeBase, asked: string): DidYouMean | null {
  const id = asked.trim().toUpperCase();
  for (const domain of kb.domains)
    for (const { kind, name } of kb.timeline(domain).findAnywhere(id)) {
      const known = kinds.get(kind);
      if (known === undefined) continue;
      return {
        words: ` ${id} is ${known.one === "software" ? "" : "a "}${known.one}: ${name}.`,
        suggestions: [{ label: `${id} ${name}`, href: known.page(id) }],
      };
    }
  return null;
}
