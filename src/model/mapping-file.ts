/**
 * A mapping file as authored, lossless: `undefined` = key absent, null and "" as written, unknown keys kept in `extra`.
 * Formats make it, rules read it, compile turns it into facts.
 */

/** Serialisations met in the wild (docs/formats/unified.md): list, groups, converter, editor, artefact, text export. */
export type Serialisation = "J0" | "J1" | "J2" | "J3" | "J4" | "J5";

type Text = string | null | undefined;

export interface MappingTypeDeclaration {
  readonly name: Text;
  readonly description: Text;
}

export interface MappingMetadata {
  readonly mappingVersion: Text;
  readonly technologyDomain: Text;
  readonly attackVersion: Text;
  readonly mappingFramework: Text;
  readonly mappingFrameworkVersion: Text;
  readonly author: Text;
  readonly contact: Text;
  readonly organization: Text;
  readonly creationDate: Text;
  readonly lastUpdate: Text;
  /** By type id, in file order. J0's list of records is turned into this map. */
  readonly mappingTypes: ReadonlyMap<string, MappingTypeDeclaration>;
  /** Group id → name, in file order. */
  readonly capabilityGroups: ReadonlyMap<string, string>;
  readonly extra: ReadonlyMap<string, unknown>;
}

export interface MappingRow {
  readonly capabilityId: Text;
  /** Holds the capability's *name* (VERIS: a sentence). */
  readonly capabilityDescription: Text;
  readonly capabilityGroup: Text;
  readonly mappingType: Text;
  readonly attackObjectId: Text;
  readonly attackObjectName: Text;
  readonly status: Text;
  readonly scoreCategory: Text;
  readonly scoreValue: Text;
  readonly relatedScore: Text;
  readonly references: readonly string[] | null | undefined;
  readonly comments: Text;
  readonly attackVersion: Text;
  readonly technologyDomain: Text;
  readonly mappingFramework: Text;
  readonly mappingFrameworkVersion: Text;
  readonly extra: ReadonlyMap<string, unknown>;
}

export interface MappingFile {
  readonly serialisation: Serialisation;
  readonly metadata: MappingMetadata;
  readonly rows: readonly MappingRow[];
  /** Unknown top-level keys. */
  readonly extra: ReadonlyMap<string, unknown>;
}
