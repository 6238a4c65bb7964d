import { shown } from "../base/shown.js";
import { mappingStatuses } from "../model/mapping-file.js";
import { isBlank } from "./context.js";
import { atRow, type Rule, setField } from "./rule.js";

const statuses: ReadonlySet<string> = new Set(mappingStatuses);

export const noTechnique: Rule = {
  code: "TM1201",
  severity: "error",
  title: "mappable row without a technique id",
  explanation:
    "The row claims something about no technique. It counts as mappable, because its status says so, but it belongs to no technique and stands in no matrix.",
  example: '"status": "complete", "attack_object_id": null',
  fix: null,
  scope: "row",
  *check({ rows }) {
    for (const { index, mappable, attackObjectId } of rows) {
      if (mappable && isBlank(attackObjectId)) {
        yield atRow(index, "attack_object_id", { message: "The row is mappable, but names no technique." });
      }
    }
  },
};

export const noCapability: Rule = {
  code: "TM1202",
  severity: "error",
  title: "mappable row without a capability id",
  explanation: "The row says that a technique is answered, but not by what.",
  example: '"status": "complete", "capability_id": ""',
  fix: null,
  scope: "row",
  *check({ rows }) {
    for (const { index, mappable, capabilityId } of rows) {
      if (mappable && isBlank(capabilityId)) {
        yield atRow(index, "capability_id", { message: "The row is mappable, but names no capability." });
      }
    }
  },
};

export const unknownStatus: Rule = {
  code: "TM1203",
  severity: "error",
  title: "status outside the known eight",
  explanation:
    "Only non_mappable changes what a row means; any other status reads as mappable, so a misspelt one turns a gap into a claim. Files whose rows never have a status (artefacts) are not checked: there it follows from the type, or from a missing id where there is no type.",
  example: '"status": "non-mappable"',
  fix: null,
  scope: "row",
  *check({ rows }) {
    const stated = rows.some(({ status }) => !isBlank(status));
    if (!stated) return;
    for (const { index, status } of rows) {
      if (status && statuses.has(status)) continue;
      yield atRow(index, "status", { message: `The status is ${shown(status)}, which is none of the eight.` });
    }
  },
};

export const untypedNonMappable: Rule = {
  code: "TM1204",
  severity: "note",
  title: "non-mappable row with mapping type null",
  explanation:
    "Three ways of writing non-mappable rows are in use; the status is the only one that all share, and Tidemap reads nothing else.",
  example: '"status": "non_mappable", "mapping_type": null',
  fix: "writes non_mappable",
  scope: "row",
  *check({ rows }) {
    for (const { index, mappable, mappingType } of rows) {
      if (!mappable && mappingType === null) {
        yield atRow(index, "mapping_type", {
          message: "The row is non-mappable and its mapping_type is null.",
          ...setField(index, "mapping_type", "non_mappable"),
        });
      }
    }
  },
};

export const noReason: Rule = {
  code: "TM1207",
  severity: "note",
  title: "non-mappable row without a reason in the comments",
  explanation: "That nothing can be mapped is a finding too; readers want to know why.",
  example: '"status": "non_mappable", "comments": ""',
  fix: null,
  scope: "row",
  *check({ rows }) {
    for (const { index, mappable, comments } of rows) {
      if (!mappable && isBlank(comments)) {
        yield atRow(index, "comments", { message: "The row is non-mappable without a reason." });
      }
    }
  },
};
