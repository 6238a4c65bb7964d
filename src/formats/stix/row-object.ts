import { isBlank, isMappable, type MappingRow } from "../../model/mapping-file.js";
import type { Making } from "./capability-objects.js";
import { extended, relationOf, type StixObject } from "./terms.js";
import { stixIdOf } from "./uuid.js";

/** A row, its number from 0, and the objects of all capabilities. */
export interface NumberedRow {
  readonly row: MappingRow;
  readonly index: number;
  readonly capabilities: ReadonlyMap<string, StixObject>;
}

/** A relationship where the row maps and both ends are there; else a note, which claims nothing. */
export function rowObject(making: Making, { row, index, capabilities }: NumberedRow): StixObject {
  const { framework, set, common } = making;
  const source = capabilities.get(row.capabilityId ?? "");
  const technique = (row.attackObjectId ?? "").trim();
  const target = technique === "" ? null : making.targetOf(technique);
  const extensions = extended({ set, row: index, ...rowProperties(row) });
  const references = (row.references ?? []).map(referenceOf);
  const named = (type: string) => stixIdOf(type, `${set}/${index}`);
  const cited = references.length === 0 ? {} : { external_references: references };
  if (isMappable(row) && source !== undefined && target !== null) {
    return {
      type: "relationship",
      id: named("relationship"),
      ...common,
      relationship_type: relationOf(framework, row),
      source_ref: source.id,
      target_ref: target,
      ...(isBlank(row.comments) ? {} : { description: row.comments }),
      ...cited,
      extensions,
    };
  }
  const of = [...(source ? [source.id] : []), ...(target === null ? [] : [target])];
  return {
    type: "note",
    id: named("note"),
    ...common,
    ...(isBlank(row.comments) ? {} : { abstract: whyNote(row) }),
    content: isBlank(row.comments) ? whyNote(row) : row.comments,
    object_refs: of.length === 0 ? [common.created_by_ref] : of,
    ...cited,
    extensions,
  };
}

function whyNote(row: MappingRow): string {
  const what = isBlank(row.capabilityId) ? row.attackObjectId : row.capabilityId;
  if (!isMappable(row)) return `${what ?? "This row"} is declared non-mappable.`;
  return isBlank(row.attackObjectId)
    ? `${what ?? "This row"} is mapped to no technique.`
    : `${row.attackObjectId} is no technique of the release that the file names.`;
}

/** Fields of a row by the names they have in the extension. */
const properties = [
  ["mapping_type", "mappingType"],
  ["status", "status"],
  ["technique_id", "attackObjectId"],
  ["technique_name", "attackObjectName"],
  ["capability_id", "capabilityId"],
  ["capability_name", "capabilityDescription"],
  ["capability_group", "capabilityGroup"],
  ["score_category", "scoreCategory"],
  ["score_value", "scoreValue"],
  ["related_score", "relatedScore"],
] as const satisfies readonly (readonly [string, keyof MappingRow])[];

function rowProperties(row: MappingRow): Readonly<Record<string, unknown>> {
  const said: Record<string, unknown> = {};
  for (const [name, field] of properties) if (row[field]) said[name] = row[field];
  return said;
}

/** What is no address is kept as text: the files hold cut ones too. */
function referenceOf(reference: string) {
  const host = /^https?:\/\/([^/?#\s]+)\S*$/i.exec(reference)?.[1];
  return host === undefined
    ? { source_name: "as written", description: reference === "" ? " " : reference }
    : { source_name: host, url: reference };
}
