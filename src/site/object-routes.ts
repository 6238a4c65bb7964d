import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import * as addresses from "./addresses.js";
import {
  campaignFields,
  campaignListFields,
  mitigationFields,
  mitigationListFields,
  softwareFields,
  softwareListFields,
} from "./fields.js";
import { toJson } from "./json.js";
import { attackObjectPage } from "./pages/attack-object.js";
import { attackObjectsPage } from "./pages/attack-objects.js";
import { type AnyRoute, type Params, type Query, route } from "./route.js";
import { refusal } from "./table/words.js";
import { releaseOf } from "./view-hrefs.js";
import { type AttackObjectView, attackObjectView } from "./views/attack-object.js";
import { type AttackObjectsView, attackObjectsView } from "./views/attack-object-list.js";
import { objectLayers } from "./views/layer-files.js";
import { objectListFiles } from "./views/object-files.js";
import { type ObjectKind, type ObjectKindFacts, objectKindFacts } from "./views/object-kind.js";

const alignedTo = (params: Params, query: Query) => ({ aligned: params.release ?? query.aligned ?? query.attack });

/** Lists and pages of software, campaigns or mitigations: current, and as of a release. */
export function objectRoutes(kind: ObjectKind): readonly AnyRoute[] {
  const words: ObjectKindFacts = objectKindFacts[kind];
  const at = words.list();
  const list = {
    summary: `${words.title} at a release.`,
    fields: takes[kind].list,
    view: (kb: KnowledgeBase, params: Params, query: Query) =>
      attackObjectsView(kb, kind, { ...query, attack: undefined, ...alignedTo(params, query) }),
    page: attackObjectsPage,
    json: toJson,
    files: objectListFiles(kind),
    refuse: ({ page }: AttackObjectsView) => refusal(page.unknown),
    canonical: ({ views: [first] }: AttackObjectsView) => words.list(first ? releaseOf(first) : null),
  };
  const one = {
    summary: `${summaries[kind]}, and how far each framework answers the same techniques.`,
    fields: takes[kind].one,
    view: (kb: KnowledgeBase, params: Params, query: Query) =>
      attackObjectView(kb, kind, {
        id: params.id ?? "",
        framework: query.framework,
        function: query.function,
        ...alignedTo(params, query),
      }),
    page: attackObjectPage,
    json: toJson,
    files: objectLayers,
    canonical: ({ object, domains: [first] }: AttackObjectView) =>
      words.page(object.id, first ? releaseOf(first.view) : null),
  };
  return [
    route({ ...list, name: `${kind}List`, pattern: at, all: () => [at] }),
    route({
      ...list,
      name: `${kind}ListOfRelease`,
      pattern: `${at}v/:release/`,
      all: (kb) => addresses.versionedLists(kb, words.list),
    }),
    route({
      ...one,
      name: kind,
      pattern: `${at}:id/`,
      all: (kb) => addresses.currentObjects(kb, words.kinds, words.page),
    }),
    route({
      ...one,
      name: `${kind}OfRelease`,
      pattern: `${at}:id/v/:release/`,
      all: (kb) => addresses.versionedObjects(kb, words.kinds, words.page),
    }),
  ];
}

const summaries = {
  software: "One piece of software: what it can do",
  campaign: "One campaign: the techniques it is reported to have used",
  mitigation: "One ATT&CK mitigation: the techniques it is advised against",
} as const;

const takes = {
  software: { one: softwareFields, list: softwareListFields },
  campaign: { one: campaignFields, list: campaignListFields },
  mitigation: { one: mitigationFields, list: mitigationListFields },
} as const;
