/** JSON Schemas (2020-12) of the API's answers. Tests check real answers against them with an independent validator. */
import { carriedClasses } from "../model/attack.js";
import { domains } from "../model/domain.js";
import { mappingFunctions, ratings } from "../model/mapping.js";
import { problemCodes } from "./openapi-problems.js";

const text = (description: string) => ({ type: "string", description });
const textOrNull = (description: string) => ({ type: ["string", "null"], description });
const flag = (description: string) => ({ type: "boolean", description });
const count = (description: string) => ({ type: "integer", minimum: 0, description });
const listOf = (ref: string, description: string) => ({ type: "array", items: { $ref: schemaPath(ref) }, description });
const ref = (name: string) => ({ $ref: schemaPath(name) });

function schemaPath(name: string): string {
  return `#/components/schemas/${name}`;
}

/** An object with exactly these properties, all present. */
function record(description: string, properties: Readonly<Record<string, object>>) {
  return { type: "object", description, required: Object.keys(properties), properties, additionalProperties: false };
}

/** An object with at least these properties. */
function open(description: string, properties: Readonly<Record<string, object>>) {
  return { type: "object", description, required: Object.keys(properties), properties };
}

const mapping = {
  ...record("One row of a mapping set; ids, names, types and scores as the source writes them.", {
    set: text("Set id: `framework/frameworkVersion/attackVersion/domain`."),
    row: count("Index of the row in the set's file, from 0."),
    framework: text("Framework id."),
    frameworkVersion: text("Version of the framework, as the source writes it."),
    attackVersion: text("ATT&CK release the row was authored on."),
    domain: { enum: domains, description: "ATT&CK domain." },
    side: {
      enum: ["defense", "threat"],
      description: "defense: the row acts against the technique; threat: it describes or causes one.",
    },
    capabilityId: textOrNull("null: no capability addresses the technique."),
    capabilityName: textOrNull("Name of the capability."),
    capabilityGroup: textOrNull("Id of the capability's group."),
    techniqueId: textOrNull("As authored, whatever it became since; null: the capability addresses no technique."),
    techniqueName: textOrNull("As authored."),
    mappingType: textOrNull("`mitigates`, `protects`, `technique_scores` and others."),
    status: text("`complete`, `non_mappable` and others."),
    scoreCategory: textOrNull("null: not scored."),
    scoreValue: textOrNull("null: not scored."),
    function: {
      enum: [...mappingFunctions, null],
      description: "Ours, from score category or mapping type; null: the source claims none.",
    },
    rating: { enum: [...ratings, null], description: "Ours, from the score value; ordinal. null: not scored." },
    references: { type: "array", items: { type: "string" }, description: "As written; may hold pieces of addresses." },
    hasComment: flag("Whether the source comments on the row, loaded or not."),
    comments: textOrNull("null: none, or texts are not loaded (see hasComment)."),
    carried: {
      oneOf: [ref("CarriedLabel"), { type: "null" }],
      description: "How the row came from its release to the one shown; null: shown as authored.",
    },
  }),
  examples: [
    {
      set: "nist_800_53/rev5/14.1/enterprise",
      row: 3576,
      framework: "nist_800_53",
      frameworkVersion: "rev5",
      attackVersion: "14.1",
      domain: "enterprise",
      side: "defense",
      capabilityId: "AC-16",
      capabilityName: "Security and Privacy Attributes",
      capabilityGroup: "AC",
      techniqueId: "T1550.001",
      techniqueName: "Application Access Token",
      mappingType: "protects",
      status: "complete",
      scoreCategory: null,
      scoreValue: null,
      function: "protect",
      rating: null,
      references: [],
      hasComment: false,
      comments: null,
      carried: null,
    },
  ],
} as const;

const carriedLabel = record("How a row came from the release it was authored on to the one shown.", {
  from: text("ATT&CK release the row was authored on."),
  to: text("ATT&CK release shown."),
  class: { enum: carriedClasses, description: "What became of the technique in between; docs/data-rules.md says how." },
  path: {
    type: "array",
    items: { type: "string" },
    description: "Technique ids from the authored one to the one shown; empty where the row names no technique.",
  },
  merged: flag("Another row of the set with another authored id became the same claim."),
  tacticsChanged: flag("The technique serves other tactics than on the authored release."),
});

const problem = {
  ...record("A problem (RFC 9457).", {
    type: { type: "string", format: "uri-reference", description: "Where the code is described." },
    title: text("What is wrong, for any request of this kind."),
    status: { type: "integer", minimum: 400, maximum: 599, description: "The HTTP status." },
    detail: text("What is wrong with this request, and what to do."),
    instance: { type: "string", format: "uri-reference", description: "The address that was asked." },
    code: { enum: Object.keys(problemCodes), description: "Stable; the same on the command line." },
    suggestions: listOf("Suggestion", "What may have been meant; often empty."),
  }),
  examples: [
    {
      type: "/api/v1/openapi.json#/components/x-problems/TM4104",
      title: "Unknown parameter",
      status: 400,
      detail: 'This address takes no parameter "framwork". Did you mean framework?',
      instance: "/api/v1/techniques/T1550.001/?framwork=m365",
      code: "TM4104",
      suggestions: [],
    },
  ],
} as const;

export const schemas = {
  Mapping: mapping,
  CarriedLabel: carriedLabel,
  Problem: problem,
  Suggestion: record("A page that may have been meant.", {
    label: text("What to show."),
    href: { type: "string", format: "uri-reference", description: "Path of its page." },
  }),
  Technique: open("One technique and every mapping on it.", {
    technique: open("The technique as the release shown states it.", {
      id: text("ATT&CK id."),
      name: text("Name at the release shown."),
      domain: { enum: domains, description: "ATT&CK domain." },
      release: text("ATT&CK release shown."),
      state: { enum: ["active", "revoked", "deprecated"], description: "Whether it is alive there." },
    }),
    asked: { type: ["object", "null"], description: "What was asked for, where the answer is about what it became." },
    view: open("Which rows are shown.", {
      kind: { enum: ["current", "aligned", "as-authored"], description: "Newest sets, or those of one release." },
      release: text("ATT&CK release shown."),
      sets: { type: "array", items: { type: "string" }, description: "Ids of the sets that answer." },
    }),
    mappings: listOf("Mapping", "By set in reading order, in file order within a set."),
    nonMappable: listOf("Mapping", "Rows that say no capability addresses the technique."),
    stranded: listOf(
      "Mapping",
      "Rows on a technique without a living heir, or of another domain than their set; not counted.",
    ),
    summary: { type: "object", description: "Counts by function and rating." },
    frameworks: { type: "array", description: "Every framework, those without a row included." },
    predecessors: {
      type: "array",
      description: "Ids that are this technique now, each with the last release in which it was active; latest first.",
    },
  }),
  Set: open("One mapping set as authored.", {
    set: { type: "object", description: "The set." },
    counts: { type: "object", description: "Rows, capabilities and techniques." },
    page: { type: "object", description: "One page of its rows, and how many there are." },
    capabilitiesWithout: listOf("Mapping", "Rows that say the capability addresses no technique."),
    techniquesWithout: listOf("Mapping", "Rows that say no capability addresses the technique."),
  }),
  Search: open("Hits of a search, best first.", {
    q: text("What was searched for."),
    kind: textOrNull("The one kind asked for."),
    moved: textOrNull("Where a page of an older site is now, when its address was searched for."),
    hits: { type: "array", items: { type: "object" }, description: "Each with the path of its page." },
    matching: count("How many there are; `hits` holds the first."),
  }),
} as const;

/** The schema of each route's answer; a route that is not here answers with an object. */
export const viewSchemas = {
  technique: ref("Technique"),
  techniqueAsAuthored: ref("Technique"),
  set: ref("Set"),
  search: ref("Search"),
} as const;
