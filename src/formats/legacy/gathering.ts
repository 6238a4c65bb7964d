import type { Source } from "../../base/source.js";
import type { Parsed } from "../../model/diagnostic.js";
import type { MappingFile, MappingMetadata, MappingRow } from "../../model/mapping-file.js";
import type { Bounds } from "../format.js";

/** A mapping file put together from one source or several. */
export interface Gathered {
  /** Stem for the file it becomes, as the published ones are called: `veris-1.3.7_attack-12.1-ics`. */
  readonly name: string;
  /** The sources it was made of, the main one first. */
  readonly paths: readonly string[];
  readonly parsed: Parsed<MappingFile>;
}

/** A format from before the unified one. Its mapping files may be spread over several sources. */
export interface GatheringFormat {
  readonly id: string;
  readonly title: string;
  /** Whether a source is of this format, by its path and first 64 KiB. */
  takes(head: Uint8Array, path: string): boolean;
  /** Every mapping file that the sources hold, `takes` being true of each. Never throws on input. */
  gather(sources: readonly Source[], bounds: Bounds): Promise<readonly Gathered[]>;
}

/** Fields that a mapping file has and these formats do not speak of. */
export function legacyMetadata(
  said: Partial<MappingMetadata> & Pick<MappingMetadata, "mappingFramework" | "mappingTypes" | "capabilityGroups">,
): MappingMetadata {
  return {
    mappingVersion: "",
    technologyDomain: "enterprise",
    attackVersion: "",
    mappingFrameworkVersion: "",
    author: "",
    contact: "",
    organization: "",
    creationDate: "",
    lastUpdate: "",
    extra: new Map(),
    ...said,
  };
}

/** A row in the way the publisher's converter writes it: what a format has no field for is absent. */
export function legacyRow(
  said: Partial<MappingRow> & Pick<MappingRow, "capabilityId" | "attackObjectId" | "mappingType">,
): MappingRow {
  const mappable = said.attackObjectId !== null;
  return {
    capabilityDescription: "",
    capabilityGroup: null,
    attackObjectName: mappable ? "" : null,
    status: mappable ? "complete" : "non_mappable",
    scoreCategory: undefined,
    scoreValue: undefined,
    relatedScore: undefined,
    references: mappable ? [] : null,
    comments: "",
    attackVersion: undefined,
    technologyDomain: undefined,
    mappingFramework: undefined,
    mappingFrameworkVersion: undefined,
    extra: new Map(),
    ...said,
  };
}

export function legacyFile(
  metadata: MappingMetadata,
  rows: readonly MappingRow[],
  extra: MappingFile["extra"] = new Map(),
): MappingFile {
  return { serialisation: "J2", metadata, rows, extra };
}

/** `a/b/c.csv` → `c.csv`. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Groups in the order of their first row, each under its own id where `names` has none. */
export function groupsIn(rows: readonly MappingRow[], names: Readonly<Record<string, string>> = {}) {
  const ids = rows.flatMap(({ capabilityGroup }) => capabilityGroup ?? []);
  return new Map([...new Set(ids)].map((id) => [id, names[id] ?? id]));
}
