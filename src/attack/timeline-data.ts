import type { AttackKind, LifeState, RelationType } from "../model/attack.js";
import type { Domain } from "../model/domain.js";
import type { OriginKind } from "../model/origin.js";
import type { AttackVersion } from "../model/version.js";
import type { TextMark } from "./text-mark.js";

/**
 * Every release of a domain as values that change: what an object was when first stated, and from which release on it
 * was something else. Releases are numbered from 0, oldest first; objects from 0 through all tables in their order.
 */
export interface TimelineData {
  readonly domain: Domain;
  readonly releases: readonly ReleaseHeader[];
  /** Releases without content of their own → the one they repeat. */
  readonly identical: ReadonlyMap<AttackVersion, AttackVersion>;
  /** A table for each kind ever held, in the order of `attackKinds`. */
  readonly tables: readonly KindTable[];
  /** Presence patterns: by release 1 where a relation stands. */
  readonly patterns: readonly Uint8Array[];
  readonly relations: readonly RelationBlock[];
}

export interface ReleaseHeader {
  readonly version: AttackVersion;
  readonly origin: OriginKind;
  /** Kinds that the source holds; nothing is known of others, so their objects have no state here. */
  readonly kinds: readonly AttackKind[];
  /** Fields that no object of the release states: unknown here, which is no change. */
  readonly silent: readonly SilentField[];
}

/** Fields that some releases leave out altogether. */
export const silentFields = ["objectVersion", "text"] as const;
export type SilentField = (typeof silentFields)[number];

/** Objects of one kind, a row each, ordered by last ATT&CK id, name, STIX id. */
export interface KindTable {
  readonly kind: AttackKind;
  /** By release 1 where its source holds this kind. */
  readonly heldIn: Uint8Array;
  /** Number of the first row's object. */
  readonly offset: number;
  readonly size: number;
  /** "" where the ids file is not loaded. */
  readonly stixIds: readonly string[];
  /** Rows whose STIX id is made up. */
  readonly minted: ReadonlySet<number>;
  /** Release in which each row was first stated. */
  readonly since: readonly number[];
  readonly columns: Columns;
}

export interface Columns {
  /** null while an object is absent from a release that holds its kind. */
  readonly state: Column<LifeState | null>;
  readonly id: Column<string | null>;
  readonly name: Column<string>;
  readonly platforms: Column<readonly string[]>;
  readonly aliases: Column<readonly string[]>;
  readonly phases: Column<readonly string[]>;
  readonly shortname: Column<string | null>;
  readonly objectVersion: Column<string | null>;
  /** Matrices: numbers of their tactics' objects, in order. */
  readonly tactics: Column<readonly number[]>;
  readonly text: Column<TextMark | null>;
}

/** Values of one field over all rows: the first ones, and by row those that came later, oldest first. */
export interface Column<Value> {
  readonly first: readonly Value[];
  readonly changes: ReadonlyMap<number, readonly Change<Value>[]>;
}

export interface Change<Value> {
  readonly release: number;
  readonly value: Value;
}

/** Relations of one type that stand in the same releases, sorted by source, then target. */
export interface RelationBlock {
  readonly type: RelationType;
  /** Index into `patterns`. */
  readonly pattern: number;
  /** Numbers of objects, one pair a relation. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
}

/** A row's value in a release; that of its first release for an earlier one. */
export function valueAt<Value>(column: Column<Value>, row: number, release: number): Value {
  const changes = column.changes.get(row);
  if (changes !== undefined)
    for (let i = changes.length - 1; i >= 0; i--) {
      const change = changes[i] as Change<Value>;
      if (change.release <= release) return change.value;
    }
  return column.first[row] as Value;
}

/** A row's state in a release; null where it is absent, not stated yet, or of a kind that the release does not hold. */
export function stateAt(table: KindTable, row: number, release: number): LifeState | null {
  if ((table.since[row] ?? 0) > release || table.heldIn[release] !== 1) return null;
  return valueAt(table.columns.state, row, release);
}

/** By release 1 where it holds `kind`. */
export function heldIn(releases: readonly ReleaseHeader[], kind: AttackKind): Uint8Array {
  return Uint8Array.from(releases, ({ kinds }) => (kinds.includes(kind) ? 1 : 0));
}

/** The table that holds object number `object`. Throws on a number beyond all: a fault of ours. */
export function tableOf(data: TimelineData, object: number): KindTable {
  const table = data.tables.find(({ offset, size }) => object >= offset && object < offset + size);
  if (table === undefined) throw new Error(`no object ${object} in the timeline of ${data.domain}`);
  return table;
}
