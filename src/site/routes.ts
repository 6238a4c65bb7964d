/**
 * The one table of pages. To add a kind: a view in views/, a page in pages/, a line here, its address in hrefs.ts, and what
 * its JSON is in api-answers.ts.
 */
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { searchIndexOf } from "../knowledge/search.js";
import { toSearchList } from "../knowledge/search-list.js";
import { aboutRoutes } from "./about-routes.js";
import * as addresses from "./addresses.js";
import { answer } from "./answer.js";
import { changeRoutes } from "./change-routes.js";
import { checkRoutes } from "./check-routes.js";
import { noFields } from "./field-lists.js";
import * as fields from "./fields.js";
import { hrefs } from "./hrefs.js";
import { toJson } from "./json.js";
import { matrixRoutes } from "./matrix-routes.js";
import { objectRoutes } from "./object-routes.js";
import { capabilityPage } from "./pages/capability.js";
import { capabilityGroupPage } from "./pages/capability-group.js";
import { frameworkPage } from "./pages/framework.js";
import { frameworksPage } from "./pages/frameworks.js";
import { groupPage } from "./pages/group.js";
import { groupsPage } from "./pages/groups.js";
import { homePage } from "./pages/home.js";
import { searchPage } from "./pages/search.js";
import { setsPage } from "./pages/sets.js";
import { sourcesPage } from "./pages/sources.js";
import { tacticPage } from "./pages/tactic.js";
import { tacticsPage } from "./pages/tactics.js";
import { techniquePage } from "./pages/technique.js";
import { techniquesPage } from "./pages/techniques.js";
import { type AnyRoute, type Params, type Query, route } from "./route.js";
import { setIdIn, setRoutes } from "./set-routes.js";
import { refusal } from "./table/words.js";
import { withQuery } from "./view-hrefs.js";
import { type CapabilityView, capabilityView } from "./views/capability.js";
import { capabilityFiles } from "./views/capability-files.js";
import { capabilityGroupView } from "./views/capability-group.js";
import { capabilityListFiles } from "./views/capability-list-files.js";
import type { Frame } from "./views/frame.js";
import { frameworksView, frameworkView } from "./views/framework.js";
import { groupView } from "./views/group.js";
import { type GroupsView, groupsView } from "./views/group-list.js";
import { homeView } from "./views/home.js";
import { groupLayers, techniqueLayerFile } from "./views/layer-files.js";
import { groupListFiles } from "./views/object-files.js";
import { objectKinds } from "./views/object-kind.js";
import { techniqueRowFiles } from "./views/row-files.js";
import { hrefOf, searchView } from "./views/search.js";
import { setsFiles } from "./views/set-list-files.js";
import { setsView } from "./views/sets.js";
import { sourcesView } from "./views/sources.js";
import { type TacticView, tacticView } from "./views/tactic.js";
import { type TacticsPageView, tacticsPageView } from "./views/tactics.js";
import { techniqueView } from "./views/technique.js";
import { tacticFiles, techniqueFiles } from "./views/technique-files.js";
import { type TechniquesPageView, type TechniquesView, techniquesPageView } from "./views/techniques.js";

/** A release in the path stands for the question that the page's kind asks of it. */
const authoredOn = (params: Params, query: Query) =>
  query.aligned === undefined
    ? { attack: params.release ?? query.attack }
    : { aligned: query.aligned, attack: query.attack };
const alignedTo = (params: Params, query: Query) => ({ aligned: params.release ?? query.aligned ?? query.attack });

const technique = {
  summary: "One technique: every mapping on it, by framework, and what stands around it.",
  fields: fields.techniqueFields,
  view: (kb: KnowledgeBase, params: Params, query: Query) =>
    techniqueView(kb, { ...query, id: params.id ?? "", ...authoredOn(params, query) }),
  page: techniquePage,
  json: toJson,
  files: [...techniqueRowFiles, techniqueLayerFile],
  canonical: (view: Extract<ReturnType<typeof techniqueView>, { ok: true }>["view"]) =>
    canonicalTechnique(view.asked?.id ?? view.technique.id, view.view),
};

/** As authored stands in the path; aligned, which is another question on the same release, in the query. */
function canonicalTechnique(id: string, { kind, release }: Pick<Frame, "kind" | "release">): string {
  if (kind === "aligned") return `${hrefs.technique(id)}?aligned=${encodeURIComponent(release)}`;
  return hrefs.technique(id, kind === "current" ? null : release);
}

const techniques = {
  summary: "Techniques of a domain at a release, with what answers them.",
  fields: fields.techniquesFields,
  view: (kb: KnowledgeBase, params: Params, query: Query) =>
    techniquesPageView(kb, { ...query, domain: params.domain, attack: undefined, ...alignedTo(params, query) }),
  page: techniquesPage,
  json: ({ kept: _, ...view }: TechniquesPageView) => toJson(view),
  files: techniqueFiles,
  refuse: ({ page }: TechniquesView) => refusal(page.unknown),
  canonical: ({ domain, views }: TechniquesView) =>
    domain === null
      ? hrefs.techniques()
      : hrefs.techniques(domain, views[0]?.kind === "current" ? null : views[0]?.release),
};

const tactics = {
  summary: "Tactics of a domain in matrix order, with how far each framework answers them.",
  fields: fields.tacticsFields,
  view: (kb: KnowledgeBase, params: Params, query: Query) =>
    tacticsPageView(kb, { domain: params.domain, ...alignedTo(params, query) }),
  page: tacticsPage,
  json: ({ kept: _, ...view }: TacticsPageView) => toJson(view),
  canonical: ({ domain, domains: [first] }: TacticsPageView) =>
    hrefs.tactics(domain ?? undefined, first?.view.kind === "current" ? null : first?.view.release),
};

const tactic = {
  summary: "One tactic of one release: its techniques and what answers them.",
  fields: fields.tacticFields,
  view: (kb: KnowledgeBase, params: Params, query: Query) =>
    tacticView(kb, { ...query, id: params.id ?? "", attack: undefined, ...alignedTo(params, query) }),
  page: tacticPage,
  json: toJson,
  files: tacticFiles,
  refuse: ({ page }: TacticView) => refusal(page.unknown),
  canonical: (view: TacticView) =>
    hrefs.tactic(view.tactic.id, view.view.kind === "current" ? null : view.view.release),
};

const group = {
  summary: "One threat group: the techniques it is reported to use, and how far each framework answers them.",
  fields: fields.groupFields,
  view: (kb: KnowledgeBase, params: Params, query: Query) =>
    groupView(kb, {
      id: params.id ?? "",
      framework: query.framework,
      function: query.function,
      ...alignedTo(params, query),
    }),
  page: groupPage,
  json: toJson,
  files: groupLayers,
  canonical: (view: Extract<ReturnType<typeof groupView>, { ok: true }>["view"]) =>
    // A revoked id has a page of its own, as techniques have: else nothing would say what was asked for.
    hrefs.group(
      view.asked?.id ?? view.group.id,
      view.domains[0]?.view.kind === "current" ? null : view.domains[0]?.view.release,
    ),
};

const groups = {
  summary: "Threat groups at a release.",
  fields: fields.groupsFields,
  view: (kb: KnowledgeBase, params: Params, query: Query) =>
    groupsView(kb, { ...query, attack: undefined, ...alignedTo(params, query) }),
  page: groupsPage,
  json: toJson,
  files: groupListFiles,
  refuse: ({ page }: GroupsView) => refusal(page.unknown),
  canonical: ({ views: [first] }: GroupsView) => hrefs.groups(first?.kind === "current" ? null : first?.release),
};

const capability = {
  page: capabilityPage,
  json: toJson,
  refuse: ({ page }: CapabilityView) => refusal(page.unknown),
  files: capabilityFiles,
  canonical: ({ view, framework, capability: shown }: CapabilityView) =>
    view.kind === "as-authored"
      ? hrefs.setCapability(view.sets[0]?.id ?? "", shown.id)
      : withQuery(hrefs.capability(framework.id, shown.id), { aligned: view.kind === "aligned" ? view.release : null }),
};

const capabilityGroup = {
  fields: fields.capabilityGroupFields,
  page: capabilityGroupPage,
  json: toJson,
  canonical: ({
    view,
    framework,
    group: shown,
  }: Extract<ReturnType<typeof capabilityGroupView>, { ok: true }>["view"]) =>
    view.kind === "current"
      ? hrefs.capabilityGroup(framework.id, shown.id)
      : hrefs.setGroup(view.sets[0]?.id ?? "", shown.id),
};

export const routes: readonly AnyRoute[] = [
  ...changeRoutes,
  ...checkRoutes,
  ...aboutRoutes,
  route({
    name: "home",
    pattern: "/",
    summary: "What is loaded: frameworks, sets and releases, with live figures.",
    fields: noFields,
    all: () => [hrefs.home()],
    view: (kb) => answer(homeView(kb)),
    page: homePage,
    json: toJson,
    canonical: hrefs.home,
  }),
  route({ ...techniques, name: "techniques", pattern: "/techniques/", all: () => [hrefs.techniques()] }),
  route({
    ...techniques,
    name: "techniquesOfDomain",
    pattern: "/techniques/:domain/",
    all: (kb) => addresses.domainLists(kb, hrefs.techniques),
  }),
  route({
    ...techniques,
    name: "techniquesOfRelease",
    pattern: "/techniques/:domain/v/:release/",
    all: (kb) => addresses.versionedDomainLists(kb, hrefs.techniques),
  }),
  route({
    ...technique,
    name: "technique",
    pattern: "/techniques/:id/",
    all: (kb) => addresses.currentObjects(kb, "technique", hrefs.technique),
  }),
  route({
    ...technique,
    name: "techniqueAsAuthored",
    pattern: "/techniques/:id/v/:release/",
    all: (kb) => addresses.versionedObjects(kb, "technique", hrefs.technique),
  }),
  route({ ...tactics, name: "tactics", pattern: "/tactics/", all: () => [hrefs.tactics()] }),
  route({
    ...tactics,
    name: "tacticsOfDomain",
    pattern: "/tactics/:domain/",
    all: (kb) => addresses.domainLists(kb, hrefs.tactics),
  }),
  route({
    ...tactics,
    name: "tacticsOfRelease",
    pattern: "/tactics/:domain/v/:release/",
    all: (kb) => addresses.versionedDomainLists(kb, hrefs.tactics),
  }),
  route({
    ...tactic,
    name: "tactic",
    pattern: "/tactics/:id/",
    all: (kb) => addresses.currentObjects(kb, "tactic", hrefs.tactic),
  }),
  route({
    ...tactic,
    name: "tacticOfRelease",
    pattern: "/tactics/:id/v/:release/",
    all: (kb) => addresses.versionedObjects(kb, "tactic", hrefs.tactic),
  }),
  ...matrixRoutes,
  route({ ...groups, name: "groups", pattern: "/groups/", all: () => [hrefs.groups()] }),
  route({
    ...groups,
    name: "groupsOfRelease",
    pattern: "/groups/v/:release/",
    all: (kb) => addresses.versionedLists(kb, hrefs.groups),
  }),
  route({
    ...group,
    name: "group",
    pattern: "/groups/:id/",
    all: (kb) => addresses.currentObjects(kb, "group", hrefs.group),
  }),
  route({
    ...group,
    name: "groupOfRelease",
    pattern: "/groups/:id/v/:release/",
    all: (kb) => addresses.versionedObjects(kb, "group", hrefs.group),
  }),
  ...objectKinds.flatMap(objectRoutes),
  route({
    name: "frameworks",
    pattern: "/frameworks/",
    summary: "Every framework with its newest sets.",
    fields: noFields,
    all: () => [hrefs.frameworks()],
    view: (kb) => answer(frameworksView(kb)),
    page: frameworksPage,
    json: toJson,
    canonical: hrefs.frameworks,
  }),
  route({
    name: "framework",
    pattern: "/frameworks/:framework/",
    summary: "One framework: its versions over ATT&CK releases, groups and capabilities.",
    fields: fields.frameworkFields,
    all: addresses.frameworkAddresses,
    view: (kb, params, query) => frameworkView(kb, { ...query, framework: params.framework ?? "" }),
    page: frameworkPage,
    json: toJson,
    files: capabilityListFiles,
    refuse: ({ page }) => refusal(page.unknown),
    canonical: ({ framework }) => hrefs.framework(framework.id),
  }),
  route({
    ...capability,
    name: "capability",
    pattern: "/frameworks/:framework/capabilities/:id/",
    summary: "One capability over its framework's newest sets: what it reaches, and what rests on it alone.",
    all: addresses.capabilityAddresses,
    fields: fields.capabilityFields,
    view: (kb, params, query) =>
      capabilityView(kb, { ...query, framework: params.framework ?? "", id: params.id ?? "" }),
  }),
  route({
    ...capabilityGroup,
    name: "capabilityGroup",
    pattern: "/frameworks/:framework/groups/:group/",
    summary: "One group of capabilities over its framework's newest sets.",
    all: addresses.capabilityGroupAddresses,
    view: (kb, params) => capabilityGroupView(kb, { framework: params.framework ?? "", group: params.group ?? "" }),
  }),
  route({
    name: "sets",
    pattern: "/sets/",
    summary: "Every mapping set that is loaded.",
    fields: fields.setsFields,
    all: () => [hrefs.sets()],
    view: (kb, _params, query) => setsView(kb, query),
    page: setsPage,
    json: toJson,
    files: setsFiles,
    refuse: ({ page }) => refusal(page.unknown),
    canonical: hrefs.sets,
  }),
  ...setRoutes,
  route({
    ...capability,
    name: "setCapability",
    pattern: "/sets/:framework/:version/:release/:domain/capabilities/:id/",
    summary: "One capability as one set has it.",
    all: addresses.setCapabilityAddresses,
    fields: fields.setCapabilityFields,
    view: (kb, params, query) =>
      capabilityView(kb, { ...query, framework: params.framework ?? "", id: params.id ?? "", set: setIdIn(params) }),
  }),
  route({
    ...capabilityGroup,
    name: "setGroup",
    pattern: "/sets/:framework/:version/:release/:domain/groups/:group/",
    summary: "One group of capabilities as one set has it.",
    all: addresses.setGroupAddresses,
    view: (kb, params) =>
      capabilityGroupView(kb, { framework: params.framework ?? "", group: params.group ?? "", set: setIdIn(params) }),
  }),
  route({
    name: "search",
    pattern: "/search/",
    summary: "Everything with a page, by id, name or other spelling.",
    fields: fields.searchFields,
    all: () => [hrefs.search()],
    view: (kb, _params, query) => searchView(kb, query),
    page: searchPage,
    json: toJson,
    files: [
      {
        name: "list.json",
        type: "application/json",
        // Not what was asked: all there is to find, for browsers that search by themselves.
        write: (_view, kb, has) =>
          JSON.stringify(toSearchList(searchIndexOf(kb).entries.filter((entry) => has(hrefOf(entry))))),
      },
    ],
    canonical: ({ q }) => hrefs.search(q),
  }),
  route({
    name: "sources",
    pattern: "/sources/",
    summary: "What is loaded, from where, under which licence, how old, published or derived.",
    fields: noFields,
    all: () => [hrefs.sources()],
    view: (kb) => answer(sourcesView(kb)),
    page: sourcesPage,
    json: toJson,
    canonical: hrefs.sources,
  }),
];
