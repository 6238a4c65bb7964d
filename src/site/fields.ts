/**
 * What each kind of question takes: what it is of (`parts`, the open parts of its addresses) and what may be asked beside
 * (`parameters`). Routes and the library read this one table, a kind a name: `techniqueFields` are the fields of `techniqueView`.
 * To add a kind: a line here, a view in library/, a route, a section of docs/guide/library.md.
 */
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
import type { QueryParameter } from "./route.js";

/** What a question is of. */
export interface Part extends QueryParameter {
  /** Without it the question is of everything, or of now. */
  readonly optional?: true;
}

export interface Fields<Of extends Part = Part, Beside extends QueryParameter = QueryParameter> {
  readonly parts: readonly Of[];
  readonly parameters: readonly Beside[];
  /** Both, in this order, and their names. */
  readonly all: readonly QueryParameter[];
  readonly names: ReadonlySet<string>;
  /** Names of the parts that must be given. */
  readonly required: readonly string[];
}

/* @__NO_SIDE_EFFECTS__ */
function fields<const Of extends Part, const Beside extends QueryParameter>(
  parts: readonly Of[],
  parameters: readonly Beside[],
): Fields<Of, Beside> {
  const all = [...parts, ...parameters];
  const required = parts.flatMap(({ name, optional }) => (optional ? [] : name));
  return { parts, parameters, all, names: new Set(all.map(({ name }) => name)), required };
}

type Only = Part & { readonly optional: true };

/** The release in an address, `/v/16.1/`. */
const release = {
  name: "attack",
  meaning: "As this ATT&CK release has it; the same as aligned.",
  example: "16.1",
  optional: true,
} as const satisfies Only;
const ofDomain = {
  name: "domain",
  meaning: "One ATT&CK domain; all where absent.",
  example: "enterprise",
  optional: true,
} as const satisfies Only;
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
  meaning: "As one set has it, by the set's id; the framework's newest sets where absent.",
  example: "nist_800_53/rev5/16.1/enterprise",
  optional: true,
} as const satisfies Only;

export const techniqueFields = fields([technique], joined(frameParameters, rowParameters));
export const techniqueChangesFields = fields([technique], []);
export const techniquesFields = fields([ofDomain, release], joined(alignedParameter, techniqueFacetParameters));

export const tacticFields = fields(
  [{ name: "id", meaning: "Tactic id.", example: "TA0008" }, release],
  joined(alignedParameter, without(techniqueFacetParameters, "tactic")),
);
export const tacticsFields = fields([ofDomain, release], alignedParameter);

export const matrixFields = fields(
  [{ name: "domain", meaning: "One ATT&CK domain.", example: "enterprise" }, release],
  matrixParameters,
);

const reachParameters = joined(alignedParameter, gapParameters);
const objectsParameters = joined(alignedParameter, objectFacetParameters);

export const groupFields = fields(
  [{ name: "id", meaning: "Group id, name or alias.", example: "G0016" }, release],
  reachParameters,
);
export const groupsFields = fields([release], objectsParameters);
export const softwareFields = fields(
  [{ name: "id", meaning: "Software id, name or alias.", example: "S0154" }, release],
  reachParameters,
);
export const softwareListFields = fields([release], joined(alignedParameter, softwareFacetParameters));
export const campaignFields = fields(
  [{ name: "id", meaning: "Campaign id or name.", example: "C0024" }, release],
  reachParameters,
);
export const campaignListFields = fields([release], objectsParameters);
export const mitigationFields = fields(
  [{ name: "id", meaning: "ATT&CK mitigation id or name.", example: "M1026" }, release],
  reachParameters,
);
export const mitigationListFields = fields([release], objectsParameters);

export const frameworkFields = fields([framework], capabilityFacetParameters);

const capabilityParameters = joined(facetParameters, defenseParameters);
export const capabilityFields = fields(
  [framework, capability, inSet],
  joined(capabilityParameters, domainParameter, carriedParameters),
);
/** With a set given: its rows are not carried. */
export const setCapabilityFields = fields([framework, capability, inSet], capabilityParameters);
export const capabilityChangesFields = fields([framework, capability], []);
export const capabilityGroupFields = fields(
  [framework, { name: "group", meaning: "Id of a group of capabilities.", example: "AC" }, inSet],
  [],
);

export const setsFields = fields([], setsFacetParameters);
export const setFields = fields([set], joined(facetParameters, pageParameter, carriedParameters));
export const setDownloadsFields = fields([set], []);
export const setChangesFields = fields(
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

export const searchFields = fields([], searchParameters);
export const aboutFields = fields(
  [
    {
      name: "topic",
      meaning: "Name of a page about Tidemap; what Tidemap is where absent.",
      example: "scoring",
      optional: true,
    },
  ],
  [],
);
export const methodologyFields = fields(
  [{ name: "topic", meaning: "Framework id, or scored.", example: "nist_800_53" }],
  [],
);
