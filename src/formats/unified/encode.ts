import type { MappingFile, MappingMetadata, MappingRow, MappingTypeDeclaration } from "../../model/mapping-file.js";
import { converterMetadataKeys, converterRowKeys, metadataFields, rowFields } from "./fields.js";

type Members = readonly (readonly [key: string, value: unknown])[];

/**
 * A mapping file as the plain objects that its JSON or YAML shows: keys in the order read, unknown ones at their place;
 * where none was read, in the order of the file's serialisation. The inverse of parsing.
 */
export function encodeUnified(file: MappingFile): Readonly<Record<string, unknown>> {
  const { metadata, rows, serialisation } = file;
  const parts = new Map<string, unknown>([
    ["metadata", serialisation === "J5" ? undefined : objectOf(metadataMembers(metadata, file))],
    ["mapping_objects", rows.map((row) => objectOf(rowMembers(row, file)))],
  ]);
  return objectOf(ordered(parts, file.extra, file.keys ?? [...parts.keys()]));
}

function metadataMembers(metadata: MappingMetadata, { serialisation }: MappingFile): Members {
  const old = serialisation === "J0" || serialisation === "J1";
  const known = new Map<string, unknown>();
  for (const [key, field] of metadataFields) known.set(key, metadata[field]);
  known.set("mapping_types", serialisation === "J0" ? typeList(metadata) : typeTable(metadata));
  const groups = [...metadata.capabilityGroups];
  const groupsKey = old && !metadata.keys?.includes("capability_groups") ? "groups" : "capability_groups";
  known.set(groupsKey, serialisation === "J0" ? groups.map(([id, name]) => ({ id, name })) : objectOf(groups));
  const order = serialisation === "J2" ? [...converterMetadataKeys, "mapping_types", groupsKey] : [...known.keys()];
  // Declarations that the file left out are empty in the model, and are left out again.
  const absent = (key: string) => metadata.keys !== undefined && !metadata.keys.includes(key);
  if (metadata.mappingTypes.size === 0 && absent("mapping_types")) known.delete("mapping_types");
  if (groups.length === 0 && absent(groupsKey)) known.delete(groupsKey);
  return ordered(known, metadata.extra, metadata.keys ?? order);
}

function typeTable({ mappingTypes }: MappingMetadata): Readonly<Record<string, unknown>> {
  return objectOf([...mappingTypes].map(([id, type]) => [id, objectOf(typeMembers(type, []))]));
}

function typeList({ mappingTypes }: MappingMetadata): readonly unknown[] {
  return [...mappingTypes].map(([id, type]) => objectOf(typeMembers(type, [["id", id]])));
}

const nothing: ReadonlyMap<string, unknown> = new Map();

function typeMembers({ name, description, extra, keys }: MappingTypeDeclaration, before: Members): Members {
  const known = new Map([...before, ["name", name] as const, ["description", description] as const]);
  return ordered(known, extra ?? nothing, keys ?? [...known.keys()]);
}

const editorOrder = [...rowFields.keys()];

function rowMembers(row: MappingRow, { serialisation }: MappingFile): Members {
  const old = serialisation === "J0" || serialisation === "J1";
  const known = new Map<string, unknown>();
  for (const [key, field] of rowFields) known.set(key, row[field]);
  const order = row.keys ?? (serialisation === "J2" || serialisation === "J0" ? converterRowKeys : editorOrder);
  if (!old || row.keys?.includes("capability_group")) return ordered(known, row.extra, order);
  known.set("group", row.capabilityGroup);
  known.delete("capability_group");
  return ordered(known, row.extra, [...order.map((key) => (key === "capability_group" ? "group" : key))]);
}

/**
 * Members in an order, then what it does not name. What stands in `extra` under a known key is a value that the model
 * had no place for; absent values are left out.
 */
function ordered(
  known: ReadonlyMap<string, unknown>,
  extra: ReadonlyMap<string, unknown>,
  order: readonly string[],
): Members {
  const members: [string, unknown][] = [];
  const add = (key: string): void => {
    const value = extra.has(key) ? extra.get(key) : known.get(key);
    if (value !== undefined) members.push([key, value]);
  };
  for (const key of order) add(key);
  const named = new Set(order);
  for (const key of known.keys()) if (!named.has(key)) add(key);
  for (const key of extra.keys()) if (!named.has(key) && !known.has(key)) add(key);
  return members;
}

/** Defines its members, so that a key `__proto__` is data. */
function objectOf(members: Members): Readonly<Record<string, unknown>> {
  return Object.fromEntries(members);
}
