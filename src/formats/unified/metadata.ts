import { escapePointer } from "../../base/json-pointer.js";
import type { MappingMetadata, MappingTypeDeclaration } from "../../model/mapping-file.js";
import type { Findings } from "../findings.js";
import { type Fields, isFields, kindOf, RecordReader } from "./record.js";

const known: ReadonlySet<string> = new Set([
  "mapping_version",
  "technology_domain",
  "attack_version",
  "mapping_framework",
  "mapping_framework_version",
  "author",
  "contact",
  "organization",
  "creation_date",
  "last_update",
  "mapping_types",
  "capability_groups",
]);

const typeKeys: ReadonlySet<string> = new Set(["id", "name", "description"]);
const knownOfOld: ReadonlySet<string> = new Set([...known, "groups"]);

/**
 * The metadata as authored; every field absent for a file without (J5). Lists of records (J0) become maps by id, `groups`
 * (J0, J1) is read as the capability groups.
 */
export function decodeMetadata(fields: Fields, old: boolean, findings: Findings): MappingMetadata {
  const reader = new RecordReader(fields, "/metadata", findings);
  const texts = {
    mappingVersion: reader.text("mapping_version"),
    technologyDomain: reader.text("technology_domain"),
    attackVersion: reader.text("attack_version"),
    mappingFramework: reader.text("mapping_framework"),
    mappingFrameworkVersion: reader.text("mapping_framework_version"),
    author: reader.text("author"),
    contact: reader.text("contact"),
    organization: reader.text("organization"),
    creationDate: reader.text("creation_date"),
    lastUpdate: reader.text("last_update"),
  };
  const mappingTypes = decodeTypes(ownValue(fields, "mapping_types"), reader, findings);
  const groupsKey = old && Object.hasOwn(fields, "groups") ? "groups" : "capability_groups";
  const capabilityGroups = decodeGroups(groupsKey, ownValue(fields, groupsKey), { reader, findings });
  const keys = reader.keys(old ? knownOfOld : known);
  return { ...texts, mappingTypes, capabilityGroups, extra: reader.extra(), keys };
}

function decodeTypes(
  value: unknown,
  reader: RecordReader,
  findings: Findings,
): ReadonlyMap<string, MappingTypeDeclaration> {
  const types = new Map<string, MappingTypeDeclaration>();
  for (const [id, declared, pointer] of entriesOf("mapping_types", value, { reader, findings })) {
    const inner = new RecordReader(isFields(declared) ? declared : {}, pointer, findings);
    if (!isFields(declared)) {
      findings.add("TM1001", { pointer, message: `A mapping type is ${kindOf(declared)}, not an object.` });
    }
    const keys = inner.keys(typeKeys);
    types.set(id, { name: inner.text("name"), description: inner.text("description"), extra: inner.extra(), keys });
  }
  return types;
}

interface Told {
  readonly reader: RecordReader;
  readonly findings: Findings;
}

function decodeGroups(key: string, value: unknown, told: Told): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const [id, declared, pointer] of entriesOf(key, value, told)) {
    const name = isFields(declared) ? ownValue(declared, "name") : declared;
    if (typeof name !== "string") {
      told.findings.add("TM1001", { pointer, message: `The name of a group is ${kindOf(name)}, not a text.` });
    }
    groups.set(id, typeof name === "string" ? name : id);
  }
  return groups;
}

/** Declarations with id and pointer, from an object by id or from a list of records with an id each. */
function entriesOf(key: string, value: unknown, { reader, findings }: Told): readonly [string, unknown, string][] {
  const pointer = `/metadata/${key}`;
  if (value === undefined || value === null) return [];
  if (isFields(value)) return Object.entries(value).map(([id, item]) => [id, item, `${pointer}/${escapePointer(id)}`]);
  if (!Array.isArray(value)) {
    findings.add("TM1001", { pointer, message: `${key} is ${kindOf(value)}, not an object.` });
    reader.keep(key, value);
    return [];
  }
  return (value as readonly unknown[]).flatMap((item, index): [string, unknown, string][] => {
    const id = isFields(item) ? ownValue(item, "id") : undefined;
    if (typeof id === "string") return [[id, item, `${pointer}/${index}`]];
    findings.add("TM1001", { pointer: `${pointer}/${index}`, message: `An entry of ${key} has no id.` });
    return [];
  });
}

function ownValue(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}
