/**
 * What each kind of question takes: what it is of (`parts`, the open parts of its addresses) and what may be asked beside
 * (`parameters`). Routes and the library read this one table, a kind a name: `techniqueFields` are the fields of `techniqueView`.
 * To add a kind: a line here, a view in library/, a route, a section of docs/guide/library.md.
 */
import { fieldsOf, type Part } from "./field-lists.js";
import { joined, without } from "./parameter-lists.js";
import {
  alignedParameter,
  capabilityFacetParameters,
  carriedParameters,
  defenseParameters,
  domainParameter,
  facetParameters,
  frameParameters,
  gapParameters,
  matrixParameters,
  objectFacetParameters,
  pageParameter,
  rowParameters,
  searchParameters,
  setsFacetParameters,
  softwareFacetParameters,
  techniqueFacetParameters,
} from "./parameters.js";

type Optional = Part & { readonly absent: string };

/** The release in an address, `/v/16.1/`. */
const release = {
  name: "attack",
  meaning: "As this ATT&CK release has it; the same as aligned.",
  absent: "As the newest has it where absent.",
  example: "16.1",
} as const satisfies Optional;
const ofDomain = {
  name: "domain",
  meaning: "One ATT&CK domain.",
  absent: "All where absent.",
  example: "enterprise",
} as const satisfies Optional;
const technique = {
  name: "id",
  meaning: "Technique id; case and separators are forgiven.",
  example: "T1550.001",
} as const satisfies Part;
const framework = {
  name: "framework",
  meaning: "Framework id or common name.",
  example: "nist_800_53",
} as const satisfies Part;
const capability = {
  name: "id",
  meaning: "Capability id in any spelling, former ids too.",
  example: "AC-02",
} as const satisfies Part;
const set = {
  name: "set",
  meaning: "Set id: framework, its version, ATT&CK release and domain.",
  example: "nist_800_53/rev5/16.1/enterprise",
} as const satisfies Part;

const inSet = {
  name: "set",
  meaning: "As one set has it, by the set's id.",
  absent: "The framework's newest sets where absent.",
  example: "nist_800_53/rev5/16.1/enterprise",
} as const satisfies Optional;

export const techniqueFields = fieldsOf([technique], joined(frameParameters, rowParameters));
export const techniqueChangesFields = fieldsOf([technique], []);
export const techniquesFields = fieldsOf([ofDomain, release], joined(alignedParameter, techniqueFacetParameters));

export const tacticFields = fieldsOf(
  [{ name: "id", meaning: "Tactic id.", example: "TA0008" }, release],
  joined(alignedParameter, without(techniqueFacetParameters, "tactic")),
);
export const tacticsFields = fieldsOf([ofDomain, release], alignedParameter);

export const matrixFields = fieldsOf(
  [{ name: "domain", meaning: "One ATT&CK domain.", example: "enterprise" }, release],
  matrixParameters,
);

const reachParameters = joined(alignedParameter, gapParameters);
const objectsParameters = joined(alignedParameter, objectFacetParameters);

export const groupFields = fieldsOf(
  [{ name: "id", meaning: "Group id, name or alias.", example: "G0016" }, release],
  reachParameters,
);
export const groupsFields = fieldsOf([release], objectsParameters);
export const softwareFields = fieldsOf(
  [{ name: "id", meaning: "Software id, name or alias.", example: "S0154" }, release],
  reachParameters,
);
export const softwareListFields = fieldsOf([release], joined(alignedParameter, softwareFacetParameters));
export const campaignFields = fieldsOf(
  [{ name: "id", meaning: "Campaign id or name.", example: "C0024" }, release],
  reachParameters,
);
export const campaignListFields = fieldsOf([release], objectsParameters);
export const mitigationFields = fieldsOf(
  [{ name: "id", meaning: "ATT&CK mitigation id or name.", example: "M1026" }, release],
  reachParameters,
);
export const mitigationListFields = fieldsOf([release], objectsParameters);

export const frameworkFields = fieldsOf([framework], capabilityFacetParameters);

const capabilityParameters = joined(facetParameters, defenseParameters);
export const capabilityFields = fieldsOf(
  [framework, capability, inSet],
  joined(capabilityParameters, domainParameter, carriedParameters),
);
/** With a set given: its rows are not carried. */
export const setCapabilityFields = fieldsOf([framework, capability, inSet], capabilityParameters);
export const capabilityChangesFields = fieldsOf([framework, capability], []);
export const capabilityGroupFields = fieldsOf(
  [framework, { name: "group", meaning: "Id of a group of capabilities.", example: "AC" }, inSet],
  [],
);

export const setsFields = fieldsOf([], setsFacetParameters);
export const setFields = fieldsOf([set], joined(facetParameters, pageParameter, carriedParameters));
export const setDownloadsFields = fieldsOf([set], []);
export const setChangesFields = fieldsOf(
  [
    set,
    {
      name: "older",
      meaning: "Id of the set it is compared with, of the same framework and domain.",
      example: "nist_800_53/rev5/14.1/enterprise",
    },
  ],
  [],
);

export const searchFields = fieldsOf([], searchParameters);
export const aboutFields = fieldsOf(
  [
    {
      name: "topic",
      meaning: "Name of a page about Tidemap.",
      absent: "What Tidemap is where absent.",
      example: "scoring",
    },
  ],
  [],
);
export const methodologyFields = fieldsOf(
  [{ name: "topic", meaning: "Framework id, or scored.", example: "nist_800_53" }],
  [],
);
