import type { AttackKind, LifeState, RelationType } from "../model/attack.js";
import type { Domain } from "../model/domain.js";

/** STIX types of the objects that we hold. To add one: here, and the kind in model/attack. */
export const kindOfStixType: ReadonlyMap<string, AttackKind> = new Map([
  ["attack-pattern", "technique"],
  ["x-mitre-tactic", "tactic"],
  ["x-mitre-matrix", "matrix"],
  ["course-of-action", "mitigation"],
  ["intrusion-set", "group"],
  ["malware", "malware"],
  ["tool", "tool"],
  ["campaign", "campaign"],
  ["x-mitre-data-source", "data-source"],
  ["x-mitre-data-component", "data-component"],
  ["x-mitre-detection-strategy", "detection-strategy"],
  ["x-mitre-analytic", "analytic"],
  ["x-mitre-asset", "asset"],
]);

export const stixTypeOfKind: ReadonlyMap<AttackKind, string> = new Map(
  [...kindOfStixType].map(([type, kind]) => [kind, type]),
);

/** STIX's own bookkeeping: read past without a word. */
export const bookkeepingTypes: ReadonlySet<string> = new Set([
  "relationship",
  "identity",
  "marking-definition",
  "x-mitre-collection",
]);

/** `relationship_type` values that we hold. */
export const stixRelations: ReadonlySet<string> = new Set<RelationType>([
  "uses",
  "mitigates",
  "detects",
  "subtechnique-of",
  "revoked-by",
  "attributed-to",
  "targets",
]);

/** The kill chain of a domain; it tells a technique's domain, the source of its id does not (data-rules, "domains"). */
export const killChainOf = {
  enterprise: "mitre-attack",
  mobile: "mitre-mobile-attack",
  ics: "mitre-ics-attack",
} as const satisfies Record<Domain, string>;

/**
 * `source_name` of the reference that holds the ATT&CK id; other references (CAPEC) carry an `external_id` too. Mobile
 * 1.0 and 2.0 write the last one on all but techniques.
 */
const idSources: ReadonlySet<unknown> = new Set([
  "mitre-attack",
  "mitre-mobile-attack",
  "mitre-ics-attack",
  "mitre-attack-mobile",
]);

export type StixObject = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is StixObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of a field, also when it is empty; null for anything else. */
export function textOf(object: StixObject, field: string): string | null {
  const value = Object.hasOwn(object, field) ? object[field] : null;
  return typeof value === "string" ? value : null;
}

/** The list of a field; [] for anything else. */
export function listOf(object: StixObject, field: string): readonly unknown[] {
  const value = Object.hasOwn(object, field) ? object[field] : null;
  return Array.isArray(value) ? value : [];
}

/** The texts among a field's list, trimmed, empty ones left out. */
export function textsOf(object: StixObject, field: string): readonly string[] {
  return listOf(object, field)
    .filter((value) => typeof value === "string")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

export function stateOf(object: StixObject): LifeState {
  if (object.revoked === true) return "revoked";
  return object.x_mitre_deprecated === true ? "deprecated" : "active";
}

/** The object's ATT&CK id: the first reference of one of ATT&CK's own sources that has one; else null. */
export function attackIdOf(object: StixObject): string | null {
  for (const reference of listOf(object, "external_references")) {
    if (!isRecord(reference) || !idSources.has(reference.source_name)) continue;
    const id = textOf(reference, "external_id");
    if (id !== null && id !== "") return id;
  }
  return null;
}
