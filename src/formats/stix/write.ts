import type { MappingFile } from "../../model/mapping-file.js";
import type { WriteOptions } from "../mapping-format.js";
import { aboutObjects } from "./about-objects.js";
import { capabilityObjects, type Making } from "./capability-objects.js";
import { rowObject } from "./row-object.js";
import { extended, momentOf, type StixObject } from "./terms.js";
import { stixIdOf } from "./uuid.js";

/**
 * A mapping file as a STIX 2.1 bundle: an object a capability, a relationship a mapping to ATT&CK's own technique, a note
 * for what maps nothing, a grouping for the whole. Ids are names (UUIDv5) and dates the file's: equal files give equal
 * bytes. Source: STIX 2.1, OASIS standard; docs/formats/stix.md.
 */
export function stixBundle(file: MappingFile, { attack }: WriteOptions): string {
  const { metadata } = file;
  const framework = metadata.mappingFramework ?? "";
  const set = [framework, metadata.mappingFrameworkVersion, metadata.attackVersion, metadata.technologyDomain]
    .map((part) => (part ?? "").replaceAll("/", "."))
    .join("/");
  const dates = [metadata.creationDate, metadata.lastUpdate].map(momentOf).sort((a, b) => (a < b ? -1 : 1));
  const about = aboutObjects(file, set, dates);
  const known = new Map<string, string | null>();
  const targetOf = (id: string) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = attack?.(metadata.technologyDomain ?? "", metadata.attackVersion ?? "", id) ?? null;
    known.set(id, found);
    return found;
  };
  const making: Making = { file, framework, set, common: about.common, targetOf };
  const capabilities = capabilityObjects(making);
  const rows = file.rows.map((row, index) => rowObject(making, { row, index, capabilities }));
  const members = [...capabilities.values(), ...rows];
  const grouping = groupingObject(making, members);
  const objects = [...about.objects, grouping, ...members];
  return `${JSON.stringify({ type: "bundle", id: stixIdOf("bundle", set), objects }, null, 1)}\n`;
}

function groupingObject({ file, framework, set, common }: Making, members: readonly StixObject[]) {
  const { metadata } = file;
  const types = [...metadata.mappingTypes].map(([id, { name, description }]) => [
    id,
    { ...(name ? { name } : {}), ...(description ? { description } : {}) },
  ]);
  const said = {
    set,
    framework,
    framework_version: metadata.mappingFrameworkVersion,
    attack_version: metadata.attackVersion,
    domain: metadata.technologyDomain,
    mapping_version: metadata.mappingVersion,
    author: metadata.author,
    contact: metadata.contact,
    organization: metadata.organization,
    creation_date: metadata.creationDate,
    last_update: metadata.lastUpdate,
    mapping_types: Object.fromEntries(types),
    capability_groups: Object.fromEntries(metadata.capabilityGroups),
  };
  const filled = Object.entries(said).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const refs = members.map(({ id }) => id);
  return {
    type: "grouping",
    id: stixIdOf("grouping", set),
    ...common,
    name: set,
    context: "unspecified",
    object_refs: refs.length === 0 ? [common.created_by_ref] : refs,
    extensions: extended(Object.fromEntries(filled)),
  };
}
