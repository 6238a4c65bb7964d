import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Answer, answer } from "../answer.js";
import type { Query } from "../route.js";
import { type ListedKinds, type ObjectEntry, type ObjectList, objectList } from "./attack-object-list.js";

/** Threat groups of a release. */
export interface GroupsView extends Omit<ObjectList, "objects"> {
  /** Those that pass, by id unless asked otherwise. */
  readonly groups: readonly ObjectEntry[];
}

/** Groups as a list has them; their techniques are the direct ones. */
export const listedGroups: ListedKinds = { kinds: ["group"], relation: "uses", one: "Group" };

/** The active groups that pass, over the domains at a release. */
export function groupsView(kb: KnowledgeBase, question: Query): Answer<GroupsView> {
  const listed = objectList(kb, listedGroups, question);
  if (!listed.ok) return listed;
  const { objects: groups, ...rest } = listed.view;
  return answer({ ...rest, groups });
}
