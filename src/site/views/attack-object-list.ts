import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackKind } from "../../model/attack.js";
import type { Domain } from "../../model/domain.js";
import { type Answer, answer } from "../answer.js";
import type { Frame, FrameQuestion } from "./frame.js";
import { frameOfKinds, type Lacking, lackingIn } from "./object-frame.js";
import { type ObjectKind, objectKindFacts } from "./object-kind.js";

/** An object in a list; `techniques` over all its domains. */
export interface ObjectEntry {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Software: malware or tool. */
  readonly type: string;
  readonly domains: readonly Domain[];
  readonly techniques: number;
}

/** Objects over all domains, each domain at the release asked for. */
export interface ObjectList {
  readonly views: readonly Frame[];
  /** Releases that were asked for and whose source lacks the kind. */
  readonly lacking: readonly Lacking[];
  readonly objects: readonly ObjectEntry[];
  readonly q: string | null;
}

export interface AttackObjectsView extends ObjectList {
  readonly kind: ObjectKind;
}

export function attackObjectsView(
  kb: KnowledgeBase,
  kind: ObjectKind,
  question: ListQuestion,
): Answer<AttackObjectsView> {
  const relation = kind === "mitigation" ? "mitigates" : "uses";
  const listed = objectList(kb, { kinds: objectKindFacts[kind].kinds, relation }, question);
  return listed.ok ? answer({ kind, ...listed.view }) : listed;
}

type ListQuestion = FrameQuestion & { readonly q?: string | undefined };

/** All active objects of these kinds over the domains at a release, by id; `relation` is how they stand to techniques. */
export function objectList(
  kb: KnowledgeBase,
  { kinds, relation }: { readonly kinds: readonly AttackKind[]; readonly relation: "uses" | "mitigates" },
  question: ListQuestion,
): Answer<ObjectList> {
  const views: Frame[] = [];
  const entries = new Map<string, ObjectEntry>();
  let refused: Answer<never> | null = null;
  for (const domain of kb.domains) {
    const framed = frameOfKinds(kb, { domain, kinds }, question);
    if (!framed.ok) {
      refused ??= framed;
      continue;
    }
    views.push(framed.view);
    const timeline = kb.timeline(domain);
    const release = timeline.at(timeline.resolve(framed.view.release) ?? framed.view.release);
    for (const object of kinds.flatMap((known) => release.objects(known))) {
      if (object.state !== "active" || object.id === null) continue;
      const own = release.targets(object, relation).filter((target) => target.kind === "technique").length;
      const before = entries.get(object.id);
      entries.set(object.id, {
        id: object.id,
        name: object.name,
        aliases: object.aliases,
        type: object.kind,
        domains: [...(before?.domains ?? []), domain],
        techniques: (before?.techniques ?? 0) + own,
      });
    }
  }
  if (views.length === 0 && refused !== null) return refused;
  const words = (question.q ?? "").toLowerCase().trim().split(/\s+/).filter(Boolean);
  const objects = [...entries.values()]
    .filter(({ id, name, aliases }) =>
      words.every((word) => [id, name, ...aliases].join(" ").toLowerCase().includes(word)),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return answer({ views, lacking: lackingIn(kb, kinds, question), objects, q: question.q ?? null });
}
