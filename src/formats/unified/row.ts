import type { MappingRow, Serialisation } from "../../model/mapping-file.js";
import type { Findings } from "../findings.js";
import { type Fields, RecordReader } from "./record.js";

/** Keys of a row that the model has a place for. */
export const unifiedRowKeys = [
  "capability_id",
  "capability_description",
  "capability_group",
  "mapping_type",
  "attack_object_id",
  "attack_object_name",
  "status",
  "score_category",
  "score_value",
  "related_score",
  "references",
  "comments",
  "attack_version",
  "technology_domain",
  "mapping_framework",
  "mapping_framework_version",
] as const;

const known: ReadonlySet<string> = new Set(unifiedRowKeys);
const knownOfOld: ReadonlySet<string> = new Set([...unifiedRowKeys, "group"]);

/** Orders of keys met so far, so that rows share them. */
export interface KeyOrders {
  last: readonly string[];
  readonly byText: Map<string, readonly string[]>;
}

interface RowContext {
  readonly pointer: string;
  readonly serialisation: Serialisation;
  readonly orders: KeyOrders;
  readonly findings: Findings;
}

/** One mapping object as authored. J0 and J1 call the group `group`. */
export function decodeRow(fields: Fields, context: RowContext): MappingRow & Required<Pick<MappingRow, "keys">> {
  const reader = new RecordReader(fields, context.pointer, context.findings);
  const old = context.serialisation === "J0" || context.serialisation === "J1";
  const group = reader.text("capability_group");
  const row = {
    capabilityId: reader.text("capability_id"),
    capabilityDescription: reader.text("capability_description"),
    capabilityGroup: old && group === undefined ? reader.text("group") : group,
    mappingType: reader.text("mapping_type"),
    attackObjectId: reader.text("attack_object_id"),
    attackObjectName: reader.text("attack_object_name"),
    status: reader.text("status"),
    scoreCategory: reader.text("score_category"),
    scoreValue: reader.text("score_value"),
    relatedScore: reader.text("related_score"),
    references: reader.texts("references"),
    comments: reader.text("comments"),
    attackVersion: reader.text("attack_version"),
    technologyDomain: reader.text("technology_domain"),
    mappingFramework: reader.text("mapping_framework"),
    mappingFrameworkVersion: reader.text("mapping_framework_version"),
  };
  const keys = shared(reader.keys(old ? knownOfOld : known), context.orders);
  return { ...row, extra: reader.extra(), keys };
}

/** The list met before that names the same keys: nearly always the one of the row above. */
function shared(keys: readonly string[], orders: RowContext["orders"]): readonly string[] {
  const last = orders.last;
  if (last.length === keys.length && last.every((key, index) => key === keys[index])) return last;
  const text = keys.join("\n");
  const known = orders.byText.get(text) ?? keys;
  orders.byText.set(text, known);
  orders.last = known;
  return known;
}
