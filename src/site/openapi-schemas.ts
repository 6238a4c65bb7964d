/**
 * JSON Schemas (2020-12) of the API's answers: made of the views' types (decision 0024), but for the few that are written
 * here. Tests check real answers against them with an independent validator.
 */
import { carriedClasses } from "../model/attack.js";
import { domains } from "../model/domain.js";
import { mappingFunctions, ratings } from "../model/mapping.js";
import type { ApiAnswers } from "./api-answers.js";
import generated from "./openapi-answers.json" with { type: "json" };
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

/** Those with examples and with words for readers who know no type of ours. */
const written = {
  Mapping: mapping,
  CarriedLabel: carriedLabel,
  Problem: problem,
  Suggestion: record("A page that may have been meant.", {
    label: text("What to show."),
    href: { type: "string", format: "uri-reference", description: "Path of its page." },
  }),
} as const;

/** Made of the views' types by scripts/api-schema.mjs: schemas by name, and the name of each route's answer. */
const made: {
  readonly answers: Readonly<Record<keyof ApiAnswers, string>>;
  readonly schemas: Readonly<Record<string, object>>;
} = generated;

/** Every schema by name; one written here stands in place of the one made of its type. */
export const schemas = {
  ...made.schemas,
  ...written,
};

/** The schema of a route's answer; any object for a route that is none of ours, as tests have them. */
export function answerSchema(route: string): { readonly $ref?: string; readonly type?: "object" } {
  const name = (made.answers as Readonly<Record<string, string>>)[route];
  return name === undefined ? { type: "object" } : ref(name);
}
