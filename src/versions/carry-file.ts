import type { Carried, Lineage } from "../attack/lineage.js";
import type { CarriedClass } from "../model/attack.js";
import { isBlank, isMappable, type MappingFile, type MappingRow } from "../model/mapping-file.js";
import type { AttackVersion } from "../model/version.js";

/** A mapping file carried to another ATT&CK release. */
export interface CarriedFile {
  /** Every row of the file, in its order. */
  readonly file: MappingFile;
  /** How many rows of each class; rows without a technique are in none. */
  readonly classes: ReadonlyMap<CarriedClass, number>;
  /** Rows, from 0, that still stand on the release they were authored on. */
  readonly stayed: readonly number[];
}

/** The way, in resolved releases of the file's domain; `nameOf` gives a technique's name at `to`. */
export interface CarryWay {
  readonly lineage: Lineage;
  readonly from: AttackVersion;
  readonly to: AttackVersion;
  nameOf(techniqueId: string): string | null;
}

/** Nobody has looked at a row after its technique was replaced, or came to mean something else. */
const unlooked: ReadonlySet<CarriedClass> = new Set(["rewritten", "meaning", "predecessor"]);

/**
 * Carries a mapping file's rows along ATT&CK's lineage. Nothing is dropped and nothing decided for the author: a row whose
 * technique was replaced or came to mean something else gets the status `version_changed`, as the Mappings Editor's
 * migration gives it; one that lineage cannot carry stays as it is, says so, and names its own release.
 */
export function carryFile(file: MappingFile, way: CarryWay): CarriedFile {
  const classes = new Map<CarriedClass, number>();
  const stayed: number[] = [];
  const rows = file.rows.map((row, index) => {
    if (isBlank(row.attackObjectId)) return { ...row, authoredObjectId: null };
    const carried = way.lineage.carry((row.attackObjectId ?? "").trim(), way.from, way.to);
    classes.set(carried.class, (classes.get(carried.class) ?? 0) + 1);
    if (!carried.ok) stayed.push(index);
    return carried.ok ? arrived(row, carried, way) : left(row, file);
  });
  return {
    file: { ...file, metadata: { ...file.metadata, attackVersion: way.to }, rows },
    classes,
    stayed,
  };
}

function arrived(row: MappingRow, carried: Carried & { readonly ok: true }, way: CarryWay): MappingRow {
  const looked = !unlooked.has(carried.class) || !isMappable(row);
  return {
    ...row,
    attackObjectId: carried.id,
    authoredObjectId: row.attackObjectId ?? null,
    attackObjectName: way.nameOf(carried.id) ?? row.attackObjectName,
    // A row that named its release names the new one; others go with the file.
    attackVersion: isBlank(row.attackVersion) ? row.attackVersion : way.to,
    status: looked ? row.status : "version_changed",
  };
}

function left(row: MappingRow, { metadata }: MappingFile): MappingRow {
  return {
    ...row,
    authoredObjectId: row.attackObjectId ?? null,
    attackVersion: isBlank(row.attackVersion) ? metadata.attackVersion : row.attackVersion,
    status: isMappable(row) ? "version_changed" : row.status,
  };
}
