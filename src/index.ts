/** The public door: what a program imports from "tidemap", in Node and in a browser alike. Named exports, no logic. */
export type { Prose } from "./attack/prose.js";
export type { ReleaseView } from "./attack/release-view.js";
export type { HistoryEvent, Timeline } from "./attack/timeline.js";
export type { Capability, CapabilityInSet } from "./knowledge/capability-index.js";
export type { FactFiles, ManifestRelease, ManifestSet } from "./knowledge/facts/manifest.js";
export { type PackedFacts, packFacts, unpackFacts } from "./knowledge/facts/packed.js";
export { KnowledgeBase } from "./knowledge/knowledge-base.js";
export type { SearchHit } from "./knowledge/search.js";
export type { SearchEntry } from "./knowledge/search-entries.js";
export type { AttackKind, AttackObject, CarriedClass, CarriedLabel } from "./model/attack.js";
export { capabilityKey } from "./model/capability.js";
export { type Diagnostic, type Parsed, TidemapError } from "./model/diagnostic.js";
export { type Domain, domains } from "./model/domain.js";
export { type Framework, frameworkOf, type Side } from "./model/framework.js";
export { type Mapping, type MappingFunction, mappingFunctions, type Rating, ratings } from "./model/mapping.js";
export type { Origin } from "./model/origin.js";
export { parseTechniqueId } from "./model/technique-id.js";
export { noTexts, type Texts } from "./model/texts.js";
export { type AttackVersion, compareVersions, parseAttackVersion } from "./model/version.js";
export type { Answer, Problem } from "./site/answer.js";
export { toJson } from "./site/json.js";
export {
  type CapabilityChangesQuestion,
  type CapabilityGroupQuestion,
  type CapabilityQuestion,
  capabilityChangesView,
  capabilityGroupView,
  capabilityView,
  type FrameworkQuestion,
  frameworkView,
  type SetChangesQuestion,
  type SetDownloadsQuestion,
  type SetQuestion,
  type SetsQuestion,
  setChangesView,
  setDownloadsView,
  setsView,
  setView,
} from "./site/library/frameworks.js";
export {
  type CampaignListQuestion,
  type CampaignListView,
  type CampaignQuestion,
  type CampaignView,
  campaignListView,
  campaignView,
  type GroupQuestion,
  type GroupsQuestion,
  groupsView,
  groupView,
  type MitigationListQuestion,
  type MitigationListView,
  type MitigationQuestion,
  type MitigationView,
  mitigationListView,
  mitigationView,
  type SoftwareListQuestion,
  type SoftwareListView,
  type SoftwareQuestion,
  type SoftwareView,
  softwareListView,
  softwareView,
} from "./site/library/objects.js";
export {
  type AboutQuestion,
  aboutView,
  type MethodologyQuestion,
  type MethodologyView,
  methodologyView,
  type SearchQuestion,
  searchView,
} from "./site/library/pages.js";
export {
  type MatrixQuestion,
  matrixView,
  type TacticQuestion,
  type TacticsQuestion,
  type TechniqueChangesQuestion,
  type TechniqueQuestion,
  type TechniquesQuestion,
  tacticsView,
  tacticView,
  techniqueChangesView,
  techniquesView,
  techniqueView,
} from "./site/library/techniques.js";
export type { AboutView } from "./site/views/about.js";
export type { CapabilityView } from "./site/views/capability.js";
export type { CapabilityGroupView } from "./site/views/capability-group.js";
export { type FrameworksView, type FrameworkView, frameworksView } from "./site/views/framework.js";
export type { GroupView } from "./site/views/group.js";
export type { GroupsView } from "./site/views/group-list.js";
export { type HomeView, homeView } from "./site/views/home.js";
export type { MatrixView } from "./site/views/matrix.js";
export type { CapabilityChangesView, TechniqueChangesView } from "./site/views/object-changes.js";
export type { SearchView } from "./site/views/search.js";
export type { SetView } from "./site/views/set.js";
export type { SetChangesView } from "./site/views/set-changes.js";
export type { SetDownloadsView } from "./site/views/set-downloads.js";
export type { SetsView } from "./site/views/sets.js";
export { type SourcesView, sourcesView } from "./site/views/sources.js";
export type { TacticView } from "./site/views/tactic.js";
export type { TacticsView } from "./site/views/tactics.js";
export type { TechniqueView } from "./site/views/technique.js";
export type { TechniquesView } from "./site/views/techniques.js";
