/**
 * A mapping file as authored, lossless: `undefined` = key absent, null and "" as written, unknown keys kept in `extra`.
 * Formats make it, rules read it, compile turns it into facts.
 */
import { parseAttackVersion } from "./version.js";

/** Serialisations met in the wild (docs/formats/unified.md): list, groups, converter, editor, artefact, text export. */
export type Serialisation = "J0" | "J1" | "J2" | "J3" | "J4" | "J5";

/** The states of a row's work that the Mappings Editor writes; converters write the last two only. */
export const mappingStatuses = [
  "version_changed",
  "in_progress",
  "internal_review",
  "participant_review",
  "participant_reviewed",
  "final_draft",
  "complete",
  "non_mappable",
] as const;

type Text = string | null | undefined;

/** Keys of an object in the order written, the unknown ones too; absent where the object was not read from a file. */
type Keys = readonly string[];

export interface MappingTypeDeclaration {
  readonly name: Text;
  readonly description: Text;
  readonly extra?: ReadonlyMap<string, unknown>;
  readonly keys?: Keys;
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
  readonly keys?: Keys;
}

export interface MappingRow {
  readonly capabilityId: Text;
  /** Holds the capability's *name* (VERIS: a sentence). */
  readonly capabilityDescription: Text;
  readonly capabilityGroup: Text;
  readonly mappingType: Text;
  readonly attackObjectId: Text;
  readonly attackObjectName: Text;
  /** Of a row of a file that was carried to another release: the technique it was authored on, null without one. */
  readonly authoredObjectId?: string | null;
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
  readonly keys?: Keys;
}

/** White space and escapes of a JSON text. */
export interface JsonLayout {
  /** What one level is indented by; "" where all stands on one line. */
  readonly indent: string;
  /** Lists and innermost objects stand on one line where it has at most 80 characters. */
  readonly shortLists: boolean;
  readonly shortObjects: boolean;
  /** On one line: a blank behind each comma and colon. */
  readonly spaced: boolean;
  /** All but printable ASCII is escaped. */
  readonly ascii: boolean;
  readonly lineBreak: "\n" | "\r\n";
  /** The last line ends with a line break. */
  readonly lastBreak: boolean;
}

export interface MappingFile {
  readonly serialisation: Serialisation;
  readonly metadata: MappingMetadata;
  readonly rows: readonly MappingRow[];
  /** Unknown top-level keys. */
  readonly extra: ReadonlyMap<string, unknown>;
  readonly keys?: Keys;
  /** How the JSON that it was read from is written; absent for any other source. */
  readonly layout?: JsonLayout;
}

/**
 * True for a row that claims something, rather than that nothing can be mapped. By status alone; where the row has none
 * (J0, J4, J5) by the type, or by a missing id where there is no type either: a row that says how it maps, and not what or
 * to what, is a claim that somebody left unfinished.
 */
export function isMappable(
  row: Pick<MappingRow, "status" | "mappingType" | "capabilityId" | "attackObjectId">,
): boolean {
  const status = (row.status ?? "").trim();
  if (status !== "") return status !== "non_mappable";
  const type = (row.mappingType ?? "").trim();
  if (type !== "") return type !== "non_mappable";
  return !isBlank(row.capabilityId) && !isBlank(row.attackObjectId);
}

/**
 * True for a row that names another ATT&CK release than its file: lineage could not carry it, or its author left it. Words
 * that are no release (`[UNKNOWN_VERSION]`) name none.
 */
export function isElsewhere(row: MappingRow, { metadata }: MappingFile): boolean {
  const own = parseAttackVersion(row.attackVersion ?? "");
  return own !== null && own !== parseAttackVersion(metadata.attackVersion ?? "");
}

/** Null, absent, "" and white space alone. */
export function isBlank(text: Text): boolean {
  return text === null || text === undefined || text.trim() === "";
}
