/** Words that our STIX 2.1 bundles are written in (docs/formats/stix.md). */
import { dayOf } from "../../model/day.js";
import { frameworkOf } from "../../model/framework.js";
import { functionOf } from "../../model/mapping.js";
import type { MappingRow } from "../../model/mapping-file.js";

/** Our extension to objects and relationships: set, row and score of a mapping. The id never changes. */
export const extensionId = "extension-definition--b5a5d4ce-5b2c-5f43-9a8f-2f3c7f5f9d10";

/** What the extension means, in words: STIX allows text instead of an address (section 7.3). */
export const extensionSchema = `Properties of a security mapping.
On a relationship or note, one row of a mapping file: set (framework/version/ATT&CK version/domain), row (number from 0), mapping_type, status, technique_id (ATT&CK id), technique_name, capability_id, capability_name, capability_group, score_category (protect, detect, respond), score_value (minimal, partial, significant), related_score.
On a course-of-action, vulnerability or attack-pattern: framework, capability_id.
On a grouping, the mapping file as a whole: set, framework, framework_version, attack_version, domain, mapping_version, author, contact, organization, creation_date, last_update, mapping_types (id to name and description), capability_groups (id to name).`;

export type StixObject = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };

/** What a capability is in STIX: defences act, CVEs are vulnerabilities, other threat terms describe behaviour. */
export function typeOfCapability(
  framework: string,
  id: string,
): "course-of-action" | "vulnerability" | "attack-pattern" {
  if (frameworkOf(framework).side === "defense") return "course-of-action";
  return /^CVE-/i.test(id.trim()) ? "vulnerability" : "attack-pattern";
}

const verbs = { protect: "mitigates", detect: "detects", respond: "responds-to" } as const;

/** What a mappable row says of its technique; threat rows and rows without a function are related to it, no more. */
export function relationOf(framework: string, row: MappingRow): string {
  const { side } = frameworkOf(framework);
  const does = functionOf(side, row.mappingType ?? null, row.scoreCategory ?? null);
  return does === null ? "related-to" : verbs[does];
}

/** `07/28/2025` → `2025-07-28T00:00:00.000Z`; the epoch for what is no such day, since a bundle holds no clock. */
export function momentOf(day: string | null | undefined): string {
  return `${dayOf(day) ?? "1970-01-01"}T00:00:00.000Z`;
}

/** Properties of our extension, as an object carries them. */
export function extended(properties: Readonly<Record<string, unknown>>) {
  return { [extensionId]: { extension_type: "property-extension", ...properties } };
}
