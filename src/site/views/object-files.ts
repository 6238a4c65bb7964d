import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { domainNames } from "../../model/domain.js";
import { onDemand, type RouteFile } from "../route.js";
import { tableFiles } from "../table/table-files.js";
import type { TableFrame } from "../table/table-view.js";
import {
  type AttackObjectsView,
  type ListedKinds,
  listedKinds,
  type ObjectEntry,
  objectTableOf,
} from "./attack-object-list.js";
import type { Frame } from "./frame.js";
import { type GroupsView, listedGroups } from "./group-list.js";
import { listFilesOf, type ObjectKind, objectKindFacts } from "./object-kind.js";

/** The groups of a list that pass, as files. */
export const groupListFiles: readonly RouteFile<GroupsView>[] = listFiles<GroupsView>({
  base: "groups",
  title: "Threat groups",
  listed: listedGroups,
  rows: ({ groups }) => groups,
  note: "Techniques are those reported of the group itself: observation, not frequency.",
});

/** The software, campaigns or mitigations of a list that pass, as files. */
export function objectListFiles(kind: ObjectKind): readonly RouteFile<AttackObjectsView>[] {
  const { title, verb } = objectKindFacts[kind];
  return listFiles<AttackObjectsView>({
    base: listFilesOf(kind),
    title,
    listed: listedKinds(kind),
    rows: ({ objects }) => objects,
    note: `Techniques are those that an entry ${verb}, counted over its domains.`,
  });
}

interface Listed {
  readonly views: readonly Frame[];
  readonly page: TableFrame;
}

/** Made when asked for: there is a list a release. */
function listFiles<View extends Listed>(of: {
  readonly base: string;
  readonly title: string;
  readonly listed: ListedKinds;
  readonly rows: (view: View) => readonly ObjectEntry[];
  readonly note: string;
}): readonly RouteFile<View>[] {
  return tableFiles<View, ObjectEntry>(of.base, {
    named: ({ views }) => `attack_${views.map(({ domain, release }) => `${domain}-${release}`).join("_")}`,
    filed: (view: View, kb: KnowledgeBase) => ({
      spec: objectTableOf(kb, of.listed, view.views).spec,
      view: { ...view.page, rows: of.rows(view) },
      title: `${of.title}, ${view.views.map(({ domain, release }) => `${domainNames[domain]} ${release}`).join(", ")}`,
      notes: [of.note],
    }),
  }).map(onDemand);
}
