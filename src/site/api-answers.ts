/**
 * Which route answers with what JSON. The API's description is made of these types and of what stands above their fields
 * (decision 0024): `node scripts/api-schema.mjs` writes openapi-answers.json from them.
 *
 * To add a route: a line here, under the route's name.
 */
import type { AboutView } from "./views/about.js";
import type { AttackObjectView } from "./views/attack-object.js";
import type { AttackObjectsView } from "./views/attack-object-list.js";
import type { CapabilityView } from "./views/capability.js";
import type { CapabilityGroupView } from "./views/capability-group.js";
import type { CheckView } from "./views/check.js";
import type { FrameworksView, FrameworkView } from "./views/framework.js";
import type { GroupView } from "./views/group.js";
import type { GroupsView } from "./views/group-list.js";
import type { HomeView } from "./views/home.js";
import type { MatrixView } from "./views/matrix.js";
import type { CapabilityChangesView, TechniqueChangesView } from "./views/object-changes.js";
import type { SearchView } from "./views/search.js";
import type { SetView } from "./views/set.js";
import type { SetChangesView } from "./views/set-changes.js";
import type { SetDownloadsView } from "./views/set-downloads.js";
import type { SetsView } from "./views/sets.js";
import type { SourcesView } from "./views/sources.js";
import type { TacticView } from "./views/tactic.js";
import type { TacticsView } from "./views/tactics.js";
import type { TechniqueView } from "./views/technique.js";
import type { TechniquesView } from "./views/techniques.js";

/** By the route's name: the view, less what its `json` leaves out; maps and prose as json.ts gives them. */
export interface ApiAnswers {
  readonly home: HomeView;
  readonly techniques: TechniquesView;
  readonly techniquesOfDomain: TechniquesView;
  readonly techniquesOfRelease: TechniquesView;
  readonly technique: TechniqueView;
  readonly techniqueAsAuthored: TechniqueView;
  readonly techniqueChanges: TechniqueChangesView;
  readonly tactics: TacticsView;
  readonly tacticsOfDomain: TacticsView;
  readonly tacticsOfRelease: TacticsView;
  readonly tactic: TacticView;
  readonly tacticOfRelease: TacticView;
  readonly matrix: MatrixView;
  readonly matrixOfRelease: MatrixView;
  readonly groups: GroupsView;
  readonly groupsOfRelease: GroupsView;
  readonly group: GroupView;
  readonly groupOfRelease: GroupView;
  readonly softwareList: AttackObjectsView;
  readonly softwareListOfRelease: AttackObjectsView;
  readonly software: AttackObjectView;
  readonly softwareOfRelease: AttackObjectView;
  readonly campaignList: AttackObjectsView;
  readonly campaignListOfRelease: AttackObjectsView;
  readonly campaign: AttackObjectView;
  readonly campaignOfRelease: AttackObjectView;
  readonly mitigationList: AttackObjectsView;
  readonly mitigationListOfRelease: AttackObjectsView;
  readonly mitigation: AttackObjectView;
  readonly mitigationOfRelease: AttackObjectView;
  readonly frameworks: FrameworksView;
  readonly framework: FrameworkView;
  readonly capability: CapabilityView;
  readonly capabilityChanges: CapabilityChangesView;
  readonly capabilityGroup: CapabilityGroupView;
  readonly sets: SetsView;
  readonly set: SetView;
  readonly setDownloads: SetDownloadsView;
  readonly setChanges: SetChangesView;
  readonly setCapability: CapabilityView;
  readonly setGroup: CapabilityGroupView;
  readonly search: SearchView;
  readonly sources: SourcesView;
  readonly check: CheckView;
  readonly about: AboutView;
  readonly aboutTopic: AboutView;
  readonly methodology: AboutView;
}
