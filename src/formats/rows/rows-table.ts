import { counted } from "../../base/counted.js";
import { isBlank, type MappingFile, type MappingRow } from "../../model/mapping-file.js";
import type { Table, TableCell } from "../table/table.js";

type Cell = (row: MappingRow, file: MappingFile) => TableCell;

/** Ids, then what they are called, as the file writes them; "" and absent are nothing there. */
const columns: readonly (readonly [name: string, cell: Cell])[] = [
  ["framework", (row, { metadata }) => own(row.mappingFramework, metadata.mappingFramework)],
  ["framework_version", (row, { metadata }) => own(row.mappingFrameworkVersion, metadata.mappingFrameworkVersion)],
  ["attack_version", (row, { metadata }) => own(row.attackVersion, metadata.attackVersion)],
  ["domain", (row, { metadata }) => own(row.technologyDomain, metadata.technologyDomain)],
  ["capability_id", (row) => text(row.capabilityId)],
  ["capability_name", (row) => text(row.capabilityDescription)],
  ["capability_group", (row) => text(row.capabilityGroup)],
  ["capability_group_name", (row, { metadata }) => text(metadata.capabilityGroups.get(row.capabilityGroup ?? ""))],
  ["mapping_type", (row) => text(row.mappingType)],
  ["mapping_type_name", (row, { metadata }) => text(metadata.mappingTypes.get(row.mappingType ?? "")?.name)],
  ["technique_id", (row) => text(row.attackObjectId)],
  ["technique_name", (row) => text(row.attackObjectName)],
  ["status", (row) => text(row.status)],
  ["score_category", (row) => text(row.scoreCategory)],
  ["score_value", (row) => text(row.scoreValue)],
  ["related_score", (row) => text(row.relatedScore)],
  ["references", (row) => row.references ?? []],
  ["comments", (row) => text(row.comments)],
];

/** Behind all others, and only where rows were carried to another release: the technique a row was authored on. Not read back. */
export const authoredColumn = "authored_technique_id";

/** A mapping file's rows as one table, in file order: one line a row, which says for itself what set it is of. */
export function rowsTable(file: MappingFile): Table {
  const carried = file.rows.some(({ authoredObjectId }) => authoredObjectId !== undefined);
  const shown: typeof columns = carried
    ? [...columns, [authoredColumn, ({ authoredObjectId }) => text(authoredObjectId)]]
    : columns;
  return {
    name: "Mappings",
    columns: shown.map(([name]) => ({ name })),
    rows: file.rows.map((row) => shown.map(([, cell]) => cell(row, file))),
  };
}

/** What a table by itself has no room for. */
export function lostMakers({ metadata }: MappingFile): readonly string[] {
  const { author, contact, organization, creationDate, lastUpdate, mappingVersion } = metadata;
  const said = [author, contact, organization, creationDate, lastUpdate, mappingVersion].some((word) => !isBlank(word));
  return said ? ["who made the file, when, and which edition it is"] : [];
}

/** What such a table has no room for even with notes beside it, a sentence each. */
export function lostInRows({ metadata, rows, extra }: MappingFile): readonly string[] {
  const unknown = rows.filter((row) => row.extra.size > 0).length;
  const described = [...metadata.mappingTypes.values()].some(({ description }) => !isBlank(description));
  return [
    ...(described ? ["descriptions of mapping types"] : []),
    ...(unknown > 0 ? [`fields of ${counted(unknown, "row")} that are not of the unified format`] : []),
    ...(extra.size > 0 || metadata.extra.size > 0 ? ["fields of the file that are not of the unified format"] : []),
    "declared groups and types that no row uses, and whether a field was empty or absent",
  ];
}

function own(ofRow: string | null | undefined, ofFile: string | null | undefined): TableCell {
  return isBlank(ofRow) ? text(ofFile) : text(ofRow);
}

function text(word: string | null | undefined): TableCell {
  return word === undefined || word === "" ? null : word;
}
