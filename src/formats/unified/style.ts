import {
  isBlank,
  isMappable,
  type JsonLayout,
  type MappingFile,
  type MappingMetadata,
  type MappingRow,
} from "../../model/mapping-file.js";
import { plainLayout } from "../json-layout.js";
import type { UnifiedStyle } from "../mapping-format.js";

/**
 * The file as another program writes it. What is said stays the same but for blanks: whether nothing is written as an
 * absent key, null or "" is the program's.
 */
export function toStyle(file: MappingFile, style: UnifiedStyle): MappingFile {
  return styles[style](withoutOrders(file));
}

const styles = {
  editor: toEditor,
  converter: toConverter,
  artefact: toArtefact,
} as const satisfies Record<UnifiedStyle, (file: MappingFile) => MappingFile>;

function withoutOrders({ keys: _, metadata: { keys: __, ...metadata }, ...file }: MappingFile): MappingFile {
  const mappingTypes = new Map(
    [...metadata.mappingTypes].map(([id, { name, description, extra }]) => [
      id,
      { name, description, ...(extra === undefined ? {} : { extra }) },
    ]),
  );
  const rows = file.rows.map(({ keys: ___, ...row }) => row);
  return { ...file, metadata: { ...metadata, mappingTypes }, rows };
}

const nothing = undefined;

/** The Mappings Editor leaves out what is absent; every row has a status. */
function toEditor(file: MappingFile): MappingFile {
  const { metadata } = file;
  const rows = file.rows.map((row): MappingRow => {
    return {
      ...row,
      capabilityId: row.capabilityId ?? null,
      capabilityGroup: row.capabilityGroup ?? null,
      mappingType: row.mappingType ?? null,
      attackObjectId: row.attackObjectId ?? null,
      attackObjectName: row.attackObjectName ?? null,
      scoreCategory: filled(row.scoreCategory),
      scoreValue: filled(row.scoreValue),
      relatedScore: filled(row.relatedScore),
      comments: filled(row.comments),
      references: row.references ?? [],
      status: filled(row.status) ?? statusOf(row),
    };
  });
  const named = (text: string | null | undefined) => filled(text) ?? null;
  const { author, contact, organization } = metadata;
  return {
    ...file,
    serialisation: "J3",
    metadata: { ...metadata, author: named(author), contact: named(contact), organization: named(organization) },
    rows,
    layout: plainLayout,
  };
}

/** The publisher's converter writes every key and "" for nothing; null only where a row says that nothing fits. */
function toConverter(file: MappingFile): MappingFile {
  const scored = file.rows.some((row) => !isBlank(row.scoreCategory) || !isBlank(row.scoreValue));
  const rows = file.rows.map((row): MappingRow => {
    const none = isMappable(row) ? "" : null;
    const score = (text: string | null | undefined) => text ?? (scored ? none : nothing);
    return {
      ...row,
      capabilityId: row.capabilityId ?? none,
      capabilityDescription: row.capabilityDescription ?? none,
      capabilityGroup: row.capabilityGroup ?? none,
      mappingType: row.mappingType ?? none,
      attackObjectId: row.attackObjectId ?? none,
      attackObjectName: row.attackObjectName ?? none,
      scoreCategory: score(row.scoreCategory),
      scoreValue: score(row.scoreValue),
      relatedScore: score(row.relatedScore),
      comments: row.comments ?? "",
      references: row.references ?? (none === null ? null : []),
      status: filled(row.status) ?? statusOf(row),
    };
  });
  const { author, contact, organization, mappingVersion } = file.metadata;
  const blanks = {
    author: author ?? "",
    contact: contact ?? "",
    organization: organization ?? "",
    mappingVersion: mappingVersion ?? "",
  };
  return { ...file, serialisation: "J2", metadata: { ...file.metadata, ...blanks }, rows, layout: converterLayout };
}

const converterLayout: JsonLayout = { ...plainLayout, indent: "  ", ascii: true };

/** Python's json.dump without an indent. */
const artefactLayout: JsonLayout = { ...plainLayout, indent: "", ascii: true, lastBreak: false };

/**
 * The publisher's downloads: five keys of each row dropped, the type `non_mappable` wherever an id is missing, groups
 * that no row uses left out.
 */
function toArtefact(file: MappingFile): MappingFile {
  const rows = file.rows.map((row): MappingRow => {
    const missing = isBlank(row.capabilityId) || isBlank(row.attackObjectId);
    return {
      ...row,
      mappingType: missing ? "non_mappable" : row.mappingType,
      status: nothing,
      mappingFramework: nothing,
      mappingFrameworkVersion: nothing,
      technologyDomain: nothing,
      attackVersion: nothing,
    };
  });
  return { ...file, serialisation: "J4", metadata: withUsedGroups(file), rows, layout: artefactLayout };
}

function withUsedGroups({ metadata, rows }: MappingFile): MappingMetadata {
  const used = new Set(rows.map((row) => row.capabilityGroup));
  const capabilityGroups = new Map([...metadata.capabilityGroups].filter(([id]) => used.has(id)));
  return { ...metadata, capabilityGroups };
}

function statusOf(row: MappingRow): string {
  return isMappable(row) ? "complete" : "non_mappable";
}

function filled(text: string | null | undefined): string | undefined {
  return text === null || isBlank(text) ? undefined : text;
}
