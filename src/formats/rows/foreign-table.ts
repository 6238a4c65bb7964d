import { capitalized } from "../../base/capitalized.js";
import { mappingFunctions, ratings } from "../../model/mapping.js";
import { isBlank, type MappingFile, type MappingRow } from "../../model/mapping-file.js";
import type { Compat } from "../mapping-format.js";
import type { Table, TableCell } from "../table/table.js";
import { type TableField, tableHeads } from "./layout.js";
import { lostInRows, lostMakers } from "./rows-table.js";

/**
 * A mapping file's rows as another program's tables have them, field by field: names where ids stood for groups and types, a list
 * of addresses as one text. What they have no column for is lost.
 */
export function foreignTable(file: MappingFile, compat: Compat): Table {
  const fields = fieldsOf[compat];
  const heads = tableHeads[compat];
  return {
    name: "Sheet1",
    columns: fields.map((field) => ({ name: heads.get(field) ?? field })),
    rows: file.rows.map((row) => fields.map((field) => cellOf(field, row, { file, compat }))),
  };
}

/** The Mappings Editor's YAML: the same rows under the names of unified files, nothing beside them; references stay a list. */
export function editorRecords(file: MappingFile): Readonly<Record<string, unknown>> {
  const about: About = { file, compat: "editor" };
  const members = (row: MappingRow) =>
    fieldsOf.editor.map((field) => [
      field,
      field === "references" ? (row.references ?? []) : cellOf(field, row, about),
    ]);
  return { mapping_objects: file.rows.map((row) => Object.fromEntries(members(row))) };
}

/** What they lose, a sentence each. */
export function lostInEditorRecords(file: MappingFile): readonly string[] {
  return ["statuses, and ids of groups and types, whose names stand there", ...lostMakers(file), ...lostInRows(file)];
}

const shared = ["mapping_framework", "mapping_framework_version"] as const satisfies readonly TableField[];
const scores = ["score_category", "score_value", "related_score"] as const satisfies readonly TableField[];
const dates = ["creation_date", "last_update"] as const satisfies readonly TableField[];

/** In the order of their columns. Sources: the publisher's write_parsed_mappings.py, the Mappings Editor's export. */
const fieldsOf = {
  mapex: [
    ...shared,
    "capability_group",
    "capability_id",
    "capability_description",
    "mapping_type",
    "attack_object_id",
    "attack_object_name",
    "attack_version",
    "technology_domain",
    ...scores,
    "references",
    "comments",
    "organization",
    ...dates,
  ],
  editor: [
    "capability_id",
    "capability_description",
    "mapping_type",
    "attack_object_id",
    "attack_object_name",
    "capability_group",
    ...scores,
    "comments",
    "references",
    "author",
    ...shared,
    "technology_domain",
    "attack_version",
    ...dates,
  ],
} as const satisfies Record<Compat, readonly TableField[]>;

interface About {
  readonly file: MappingFile;
  readonly compat: Compat;
}

function cellOf(field: (typeof fieldsOf)[Compat][number], row: MappingRow, { file, compat }: About): TableCell {
  const text = cells[field](row, file, compat);
  return text === "" || text === undefined ? null : text;
}

type Text = string | null | undefined;

const cells = {
  mapping_framework: (_row, { metadata }) => metadata.mappingFramework,
  mapping_framework_version: (_row, { metadata }) => metadata.mappingFrameworkVersion,
  attack_version: (_row, { metadata }) => metadata.attackVersion,
  technology_domain: (_row, { metadata }) => metadata.technologyDomain,
  organization: (_row, { metadata }) => metadata.organization,
  author: (_row, { metadata }) => metadata.author,
  creation_date: (_row, { metadata }) => metadata.creationDate,
  last_update: (_row, { metadata }) => metadata.lastUpdate,
  capability_id: (row) => row.capabilityId,
  capability_description: (row) => row.capabilityDescription,
  capability_group: (row, { metadata }) => metadata.capabilityGroups.get(row.capabilityGroup ?? ""),
  mapping_type: (row, { metadata }, compat) => typeName(row, metadata, compat),
  attack_object_id: (row) => row.attackObjectId,
  attack_object_name: (row) => row.attackObjectName,
  score_category: ({ scoreCategory }, _file, compat) => scoreName(scoreCategory, compat),
  score_value: ({ scoreValue }, _file, compat) => scoreName(scoreValue, compat),
  related_score: (row) => row.relatedScore,
  comments: (row) => row.comments,
  references: ({ references }, _file, compat) => referenceWords[compat](references),
} as const satisfies Record<
  (typeof fieldsOf)[Compat][number],
  (row: MappingRow, file: MappingFile, compat: Compat) => Text
>;

/** The publisher's writer says non_mappable wherever an id is missing, whatever the type's declared name is. */
function typeName(row: MappingRow, { mappingTypes }: MappingFile["metadata"], compat: Compat): Text {
  const missing = isBlank(row.capabilityId) || isBlank(row.attackObjectId);
  if (compat === "mapex" && (missing || row.mappingType === "non_mappable")) return "non_mappable";
  return mappingTypes.get(row.mappingType ?? "")?.name ?? row.mappingType;
}

const scoreWords: ReadonlySet<string> = new Set([...mappingFunctions, ...ratings]);

/** The editor has names for the words of scores too: Protect, Partial. */
function scoreName(word: Text, compat: Compat): Text {
  if (compat !== "editor" || !word || !scoreWords.has(word)) return word;
  return capitalized(word);
}

const referenceWords = {
  mapex: (references) => (references === null || references === undefined ? "" : pythonList(references)),
  editor: (references) => (references ?? []).join(","),
} as const satisfies Record<Compat, (references: MappingRow["references"]) => string>;

/** As Python prints a list of texts. */
function pythonList(texts: readonly string[]): string {
  const quoted = texts.map((text) => {
    const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
    const inside = text
      .replaceAll("\\", "\\\\")
      .replaceAll("\n", "\\n")
      .replaceAll("\r", "\\r")
      .replaceAll("\t", "\\t");
    return quote + inside.replaceAll(quote, `\\${quote}`) + quote;
  });
  return `[${quoted.join(", ")}]`;
}
