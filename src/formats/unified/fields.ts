/** Keys of unified files and the fields of the model that hold them. */
import type { MappingMetadata, MappingRow } from "../../model/mapping-file.js";

type RowField = Exclude<keyof MappingRow, "extra" | "keys">;
type MetadataField = Exclude<keyof MappingMetadata, "extra" | "keys" | "mappingTypes" | "capabilityGroups">;

/** In the Mappings Editor's order, which is ours where none was read. */
export const rowFields: ReadonlyMap<string, RowField> = new Map<string, RowField>([
  ["capability_id", "capabilityId"],
  ["capability_description", "capabilityDescription"],
  ["mapping_type", "mappingType"],
  ["attack_object_id", "attackObjectId"],
  ["attack_object_name", "attackObjectName"],
  ["capability_group", "capabilityGroup"],
  ["score_category", "scoreCategory"],
  ["score_value", "scoreValue"],
  ["related_score", "relatedScore"],
  ["comments", "comments"],
  ["references", "references"],
  ["status", "status"],
  ["mapping_framework", "mappingFramework"],
  ["mapping_framework_version", "mappingFrameworkVersion"],
  ["technology_domain", "technologyDomain"],
  ["attack_version", "attackVersion"],
]);

/** The publisher's converter begins with the comments. */
export const converterRowKeys: readonly string[] = [
  "comments",
  "attack_object_id",
  "attack_object_name",
  "references",
  "capability_description",
  "capability_id",
  "mapping_type",
  "score_category",
  "score_value",
  "related_score",
  "capability_group",
  "status",
  "mapping_framework",
  "mapping_framework_version",
  "technology_domain",
  "attack_version",
];

export const metadataFields: ReadonlyMap<string, MetadataField> = new Map<string, MetadataField>([
  ["mapping_version", "mappingVersion"],
  ["technology_domain", "technologyDomain"],
  ["attack_version", "attackVersion"],
  ["mapping_framework", "mappingFramework"],
  ["mapping_framework_version", "mappingFrameworkVersion"],
  ["author", "author"],
  ["contact", "contact"],
  ["organization", "organization"],
  ["creation_date", "creationDate"],
  ["last_update", "lastUpdate"],
]);

export const converterMetadataKeys: readonly string[] = [
  "mapping_version",
  "attack_version",
  "technology_domain",
  "author",
  "contact",
  "creation_date",
  "last_update",
  "organization",
  "mapping_framework",
  "mapping_framework_version",
];
