import { capabilityKey } from "../model/capability.js";
import { frameworkOf } from "../model/framework.js";
import type { MappingFile, MappingRow } from "../model/mapping-file.js";
import type { KnowledgeBase } from "./knowledge-base.js";

/**
 * A set that is loaded as a mapping file, in the order of its rows: what the facts hold, with comments (and the sentences of
 * VERIS) where the user's texts do. Not in the facts, and so absent: related scores, which follow from the technique's id,
 * descriptions of types, and fields beyond the unified format.
 */
export function mappingFileOf(kb: KnowledgeBase, set: string): MappingFile {
  const facts = kb.facts(set);
  const { key, metadata } = facts;
  const sentences = frameworkOf(key.framework).namesAreSentences;
  const rows = Array.from({ length: facts.rows }, (_, row): MappingRow => {
    const mapping = kb.mapping(facts, row, null);
    const { capabilityId } = mapping;
    const said =
      sentences && capabilityId !== null
        ? kb.texts.capability(set, capabilityKey(key.framework, capabilityId))
        : mapping.capabilityName;
    return {
      capabilityId,
      capabilityDescription: said,
      capabilityGroup: mapping.capabilityGroup,
      mappingType: mapping.mappingType,
      attackObjectId: mapping.techniqueId,
      attackObjectName: mapping.techniqueName,
      status: mapping.status,
      scoreCategory: mapping.scoreCategory ?? undefined,
      scoreValue: mapping.scoreValue ?? undefined,
      relatedScore: undefined,
      references: mapping.references,
      comments: mapping.comments ?? undefined,
      attackVersion: undefined,
      technologyDomain: undefined,
      mappingFramework: undefined,
      mappingFrameworkVersion: undefined,
      extra: new Map(),
    };
  });
  return {
    serialisation: "J3",
    metadata: {
      mappingVersion: metadata.mappingVersion,
      technologyDomain: key.domain,
      attackVersion: key.attackVersion,
      mappingFramework: key.framework,
      mappingFrameworkVersion: writtenVersion(key.frameworkVersion),
      author: metadata.author,
      contact: metadata.contact,
      organization: metadata.organization,
      creationDate: metadata.created,
      lastUpdate: metadata.updated,
      mappingTypes: new Map([...facts.types].map(([id, name]) => [id, { name, description: "" }])),
      capabilityGroups: facts.groups,
      extra: new Map(),
    },
    rows,
    extra: new Map(),
  };
}

/** Dates are written with slashes in files, with dots in set ids. */
function writtenVersion(version: string): string {
  return /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(version) ? version.replaceAll(".", "/") : version;
}

/** Stem of a set's files, as the publisher calls them: `m365-07.18.2025_attack-16.1-enterprise`. */
export function setFileStem(set: string): string {
  const [framework, version, attack, domain] = set.split("/");
  return `${framework}-${version}_attack-${attack}-${domain}`;
}
