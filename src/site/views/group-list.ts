import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Answer, answer } from "../answer.js";
import { type ObjectEntry, type ObjectList, objectList } from "./attack-object-list.js";
import type { FrameQuestion } from "./frame.js";

/** Every threat group of a release. */
export interface GroupsView extends Omit<ObjectList, "objects"> {
  readonly groups: readonly Omit<ObjectEntry, "type">[];
}

/** All active groups over the domains at a release, by id; techniques are the direct ones. */
export function groupsView(
  kb: KnowledgeBase,
  question: FrameQuestion & { readonly q?: string | undefined },
): Answer<GroupsView> {
  const listed = objectList(kb, { kinds: ["group"], relation: "uses" }, question);
  if (!listed.ok) return listed;
  const { views, lacking, objects, q } = listed.view;
  const groups = objects.map(({ id, name, aliases, domains, techniques }) => ({
    id,
    name,
    aliases,
    domains,
    techniques,
  }));
  return answer({ views, lacking, groups, q });
}
