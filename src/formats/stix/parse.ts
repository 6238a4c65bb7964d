import type { Source } from "../../base/source.js";
import type { Parsed } from "../../model/diagnostic.js";
import type { MappingFile, MappingMetadata, MappingRow, MappingTypeDeclaration } from "../../model/mapping-file.js";
import { readDocument } from "../document.js";
import { Findings } from "../findings.js";
import { type Bounds, checkSize } from "../format.js";
import { extensionId } from "./terms.js";

type Fields = Readonly<Record<string, unknown>>;

/**
 * A mapping file from a bundle that Tidemap wrote: rows in their old order, absent and empty alike as "". Other bundles
 * hold no rows of ours and are refused; objects that lack what a row needs are told and left out. Never throws on input.
 */
export function parseStix(source: Source, bounds: Bounds): Parsed<MappingFile> {
  const large = checkSize(source.path, source.bytes.length, bounds);
  if (large !== null) return { value: null, diagnostics: [large] };
  const findings = new Findings(source.path);
  const document = readDocument(source, bounds, findings);
  const value = document === null ? null : fileOf(document.value, bounds, findings);
  return { value, diagnostics: findings.all() };
}

function fileOf(bundle: unknown, bounds: Bounds, findings: Findings): MappingFile | null {
  const { type, objects } = fieldsOf(bundle);
  const ours = (Array.isArray(objects) ? objects : []).map((object: unknown, index) => ({
    object: fieldsOf(object),
    said: fieldsOf(fieldsOf(fieldsOf(object).extensions)[extensionId]),
    pointer: `/objects/${index}`,
  }));
  const grouping = ours.find(({ object, said }) => object.type === "grouping" && said.set !== undefined);
  if (type !== "bundle" || grouping === undefined) {
    findings.add("TM0008", { message: "The file is no STIX bundle with a mapping set in it." });
    return null;
  }
  const stated = ours.filter(({ object }) => object.type === "relationship" || object.type === "note");
  if (stated.length > bounds.rows) {
    findings.add("TM0003", { message: `The bundle has ${stated.length} rows; at most ${bounds.rows} are read.` });
    return null;
  }
  const rows = new Map<number, MappingRow>();
  for (const { object, said, pointer } of stated) {
    const { row } = said;
    if (typeof row === "number" && Number.isInteger(row) && row >= 0 && !rows.has(row)) {
      rows.set(row, rowOf(object, said));
      continue;
    }
    const message =
      typeof row === "number"
        ? `Row ${row} stands here a second time; it is left out.`
        : "The object says of no row which it is; it is left out.";
    findings.add("TM0010", { pointer, message });
  }
  const ordered = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
  return { serialisation: "J2", metadata: metadataOf(grouping.said), rows: ordered, extra: new Map() };
}

function metadataOf(said: Fields): MappingMetadata {
  const types = Object.entries(fieldsOf(said.mapping_types)).map(([id, type]): [string, MappingTypeDeclaration] => {
    const { name, description } = fieldsOf(type);
    return [id, { name: textOf(name), description: textOf(description) }];
  });
  const groups = Object.entries(fieldsOf(said.capability_groups)).map(([id, name]) => [id, textOf(name)] as const);
  return {
    mappingVersion: textOf(said.mapping_version),
    technologyDomain: textOf(said.domain),
    attackVersion: textOf(said.attack_version),
    mappingFramework: textOf(said.framework),
    mappingFrameworkVersion: textOf(said.framework_version),
    author: textOf(said.author),
    contact: textOf(said.contact),
    organization: textOf(said.organization),
    creationDate: textOf(said.creation_date),
    lastUpdate: textOf(said.last_update),
    mappingTypes: new Map(types),
    capabilityGroups: new Map(groups),
    extra: new Map(),
  };
}

function rowOf(object: Fields, said: Fields): MappingRow {
  const references = (Array.isArray(object.external_references) ? object.external_references : []).map(fieldsOf);
  // A note without an abstract was written for a row without a comment.
  const comment = object.type === "relationship" ? object.description : object.abstract && object.content;
  return {
    capabilityId: idOf(said.capability_id),
    capabilityDescription: textOf(said.capability_name),
    capabilityGroup: textOf(said.capability_group),
    mappingType: textOf(said.mapping_type),
    attackObjectId: idOf(said.technique_id),
    attackObjectName: textOf(said.technique_name),
    status: textOf(said.status),
    scoreCategory: textOf(said.score_category),
    scoreValue: textOf(said.score_value),
    relatedScore: textOf(said.related_score),
    references: references.map(({ url, description }) => textOf(url ?? description)),
    comments: textOf(comment),
    attackVersion: undefined,
    technologyDomain: undefined,
    mappingFramework: undefined,
    mappingFrameworkVersion: undefined,
    extra: new Map(),
  };
}

/** The side of a row that is missing is null in files. */
function idOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}
