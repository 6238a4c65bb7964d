import { domains } from "../../model/domain.js";
import { mappingFunctions, ratings } from "../../model/mapping.js";
import { mappingStatuses } from "../../model/mapping-file.js";
import { metadataFields } from "./fields.js";
import type { unifiedRowKeys } from "./row.js";

/** Names the schema, and leads nowhere: a copy comes with the package (`schema/mapping-file.schema.json`). */
export const schemaId = "urn:tidemap:schema:mapping-file:1";

const text = { type: "string" } as const;
const textOrNothing = { type: ["string", "null"] } as const;
const day = {
  anyOf: [{ type: "string", pattern: "^((0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])/\\d{4})?$" }, { type: "null" }],
};
const oneOf = (words: readonly string[]) => ({ anyOf: [{ enum: ["", ...words] }, { type: "null" }] });
const version = { type: "string", pattern: "^\\d+\\.\\d+$" };

const rowProperties: Readonly<Record<(typeof unifiedRowKeys)[number], object>> = {
  capability_id: textOrNothing,
  capability_description: textOrNothing,
  capability_group: textOrNothing,
  mapping_type: textOrNothing,
  attack_object_id: { anyOf: [{ type: "string", pattern: "^(T\\d{4}(\\.\\d{3})?|TA\\d{4})?$" }, { type: "null" }] },
  attack_object_name: textOrNothing,
  status: { enum: mappingStatuses },
  score_category: oneOf(mappingFunctions),
  score_value: oneOf(ratings),
  related_score: textOrNothing,
  references: { anyOf: [{ type: "array", items: text }, { type: "null" }] },
  comments: textOrNothing,
  attack_version: textOrNothing,
  technology_domain: oneOf(domains),
  mapping_framework: textOrNothing,
  mapping_framework_version: textOrNothing,
};

/**
 * The unified format as JSON Schema 2020-12: shapes, spelling and the words that are allowed. What takes ATT&CK or another row
 * to know (is the technique there, is the type declared) the rules know. Fields of others may be there; only their names must not
 * be ours. Source: docs/formats/unified.md, read off the 33 published files and the publisher's own schema.
 */
export function unifiedSchema(): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: schemaId,
    title: "Mappings of capabilities to ATT&CK, unified format",
    type: "object",
    required: ["metadata", "mapping_objects"],
    properties: {
      metadata: {
        type: "object",
        required: [
          "mapping_framework",
          "mapping_framework_version",
          "attack_version",
          "technology_domain",
          "mapping_types",
        ],
        properties: {
          ...Object.fromEntries([...metadataFields.keys()].map((key) => [key, textOrNothing])),
          mapping_framework: { type: "string", minLength: 1 },
          mapping_framework_version: { type: "string", minLength: 1 },
          attack_version: version,
          technology_domain: { enum: domains },
          creation_date: day,
          last_update: day,
          mapping_types: {
            type: "object",
            additionalProperties: {
              type: "object",
              required: ["name"],
              properties: { name: text, description: textOrNothing },
            },
          },
          capability_groups: { type: "object", additionalProperties: text },
        },
      },
      mapping_objects: {
        type: "array",
        items: { type: "object", required: ["mapping_type", "attack_object_id", "status"], properties: rowProperties },
      },
    },
  };
}
