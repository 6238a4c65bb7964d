import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Domain } from "../../model/domain.js";
import { type Answer, answer } from "../answer.js";
import type { Frame, FrameQuestion } from "./frame.js";
import { frameOfKinds, type Lacking, lackingIn } from "./object-frame.js";

/** Every threat group of a release. */
export interface GroupsView {
  readonly views: readonly Frame[];
  /** Releases that were asked for and whose source holds no groups. */
  readonly lacking: readonly Lacking[];
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly domains: readonly Domain[];
    readonly techniques: number;
  }[];
  readonly q: string | null;
}

/** All active groups over the domains at a release, by id; techniques are the direct ones. */
export function groupsView(
  kb: KnowledgeBase,
  question: FrameQuestion & { readonly q?: string | undefined },
): Answer<GroupsView> {
  const views: Frame[] = [];
  const groups = new Map<
    string,
    { id: string; name: string; aliases: readonly string[]; domains: Domain[]; techniques: number }
  >();
  let refused: Answer<never> | null = null;
  for (const domain of kb.domains) {
    const framed = frameOfKinds(kb, { domain, kinds: ["group"] }, question);
    if (!framed.ok) {
      refused ??= framed;
      continue;
    }
    views.push(framed.view);
    const timeline = kb.timeline(domain);
    const release = timeline.at(timeline.resolve(framed.view.release) ?? framed.view.release);
    for (const group of release.objects("group")) {
      if (group.state !== "active" || group.id === null) continue;
      const techniques = release.targets(group, "uses").filter(({ kind }) => kind === "technique").length;
      const entry = groups.get(group.id) ?? {
        id: group.id,
        name: group.name,
        aliases: group.aliases,
        domains: [],
        techniques: 0,
      };
      entry.domains.push(domain);
      entry.techniques += techniques;
      groups.set(group.id, entry);
    }
  }
  if (views.length === 0 && refused !== null) return refused;
  const words = (question.q ?? "").toLowerCase().trim().split(/\s+/).filter(Boolean);
  const matching = [...groups.values()].filter(({ id, name, aliases }) =>
    words.every((word) => [id, name, ...aliases].join(" ").toLowerCase().includes(word)),
  );
  return answer({
    views,
    lacking: lackingIn(kb, ["group"], question),
    groups: matching.sort((a, b) => (a.id < b.id ? -1 : 1)),
    q: question.q ?? null,
  });
}
