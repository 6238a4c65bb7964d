import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { newestHolding } from "../../knowledge/newest-holding.js";
import type { AttackObject, LifeState } from "../../model/attack.js";
import type { Domain } from "../../model/domain.js";
import type { AttackVersion } from "../../model/version.js";
import { problem } from "../answer.js";
import { didYouMean } from "./did-you-mean.js";
import { type ObjectKind, objectKindFacts } from "./object-kind.js";
import { otherKind } from "./other-kind.js";

/** Where an object stood, release by release, over the kinds that the data knows it as. */
export function statesOf(
  kb: KnowledgeBase,
  domain: Domain,
  { kind, id }: { readonly kind: ObjectKind; readonly id: string },
): readonly { readonly release: AttackVersion; readonly state: LifeState; readonly name: string }[] {
  const timeline = kb.timeline(domain);
  const order = new Map(timeline.releases.map((release, index) => [release, index]));
  return objectKindFacts[kind].kinds
    .flatMap((known) => timeline.states(known, id))
    .sort((a, b) => (order.get(a.release) ?? 0) - (order.get(b.release) ?? 0));
}

/** An object's id by id, padded or not (`s154`), or by any of its names; null when no release has it. */
export function findObjectId(kb: KnowledgeBase, kind: ObjectKind, asked: string): string | null {
  const { letter } = objectKindFacts[kind];
  const text = asked.trim();
  const numbered = new RegExp(`^${letter}[-\\s]?0*(\\d{1,4})$`, "i").exec(text);
  const spelled = numbered ? `${letter}${(numbered[1] ?? "").padStart(4, "0")}` : text.toUpperCase();
  if (kb.domains.some((domain) => statesOf(kb, domain, { kind, id: spelled }).length > 0)) return spelled;
  const folded = text.toLowerCase();
  for (const { id, names } of named(kb, kind)) if (names.some((known) => known.toLowerCase() === folded)) return id;
  return null;
}

/** Objects of the newest releases with all their names. */
function* named(kb: KnowledgeBase, kind: ObjectKind): Generator<{ id: string; name: string; names: string[] }> {
  for (const domain of kb.domains)
    for (const { id, name, aliases } of objectsOf(kb, domain, kind))
      if (id !== null) yield { id, name, names: [id, name, ...aliases] };
}

function objectsOf(kb: KnowledgeBase, domain: Domain, kind: ObjectKind): readonly AttackObject[] {
  const { kinds } = objectKindFacts[kind];
  const release = kb.timeline(domain).at(newestHolding(kb, domain, kinds));
  return kinds.flatMap((known) => release.objects(known));
}

export function unknownObject(kb: KnowledgeBase, kind: ObjectKind, asked: string) {
  const { one, page } = objectKindFacts[kind];
  const entries = [...named(kb, kind)].flatMap(({ id, name, names }) =>
    names.map((text) => ({ text, meant: { label: `${id} ${name}`, href: page(id) } })),
  );
  const { words, suggestions } = otherKind(kb, asked) ?? didYouMean(asked, entries);
  return problem(404, "TM4042", {
    title: `No such ${one}`,
    detail: `No loaded release has a ${one} ${JSON.stringify(asked.trim())}.${words}`,
    suggestions,
  });
}
