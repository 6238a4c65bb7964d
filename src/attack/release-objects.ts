import type { AttackKind, AttackObject } from "../model/attack.js";
import { byText } from "./order.js";
import { type KindTable, stateAt, type TimelineData, tableOf, valueAt } from "./timeline-data.js";

/**
 * Snapshots of objects, each made once a release, and the way back from a snapshot to its object: snapshots of one
 * timeline can be asked about in any of its releases.
 */
export class Snapshots {
  readonly #data: TimelineData;
  readonly #numbers = new WeakMap<AttackObject, number>();

  constructor(data: TimelineData) {
    this.#data = data;
  }

  /** What a release says of a row; null where it says nothing. */
  at(table: KindTable, row: number, release: number): AttackObject | null {
    const data = this.#data;
    const state = stateAt(table, row, release);
    if (state === null) return null;
    const { columns } = table;
    const object: AttackObject = {
      kind: table.kind,
      domain: data.domain,
      stixId: table.stixIds[row] ?? "",
      id: valueAt(columns.id, row, release),
      name: valueAt(columns.name, row, release),
      state,
      platforms: valueAt(columns.platforms, row, release),
      aliases: valueAt(columns.aliases, row, release),
      phases: valueAt(columns.phases, row, release),
      shortname: valueAt(columns.shortname, row, release),
      objectVersion: data.releases[release]?.silent.includes("objectVersion")
        ? null
        : valueAt(columns.objectVersion, row, release),
    };
    this.#numbers.set(object, table.offset + row);
    return object;
  }

  /** The number of a snapshot's object. Throws on an object of another timeline: a fault of ours. */
  numberOf(object: AttackObject): number {
    const number = this.#numbers.get(object);
    if (number === undefined) throw new Error(`${object.id ?? object.name} is no object of this timeline`);
    return number;
  }
}

/** One release of a timeline. */
export interface ReleaseSource {
  readonly data: TimelineData;
  readonly snapshots: Snapshots;
  readonly release: number;
  /** Numbers of the objects of a kind that ever bore an id. */
  numbersOf(id: string, kind: AttackKind): readonly number[];
}

/** The objects of one release, read when first asked for. */
export class ReleaseObjects {
  readonly #data: TimelineData;
  readonly #snapshots: Snapshots;
  readonly #release: number;
  readonly #byNumber = new Map<number, AttackObject | null>();
  readonly #byKind = new Map<AttackKind, readonly AttackObject[]>();
  readonly #numbersOf: ReleaseSource["numbersOf"];

  constructor({ data, snapshots, release, numbersOf }: ReleaseSource) {
    this.#data = data;
    this.#numbersOf = numbersOf;
    this.#snapshots = snapshots;
    this.#release = release;
  }

  /** Object number `number` as this release states it. */
  get(number: number): AttackObject | null {
    return this.#row(tableOf(this.#data, number), number);
  }

  ofKind(kind: AttackKind): readonly AttackObject[] {
    const known = this.#byKind.get(kind);
    if (known !== undefined) return known;
    const table = this.#data.tables.find((candidate) => candidate.kind === kind);
    const objects: AttackObject[] = [];
    for (let row = 0; row < (table?.size ?? 0); row++) {
      const object = table ? this.#row(table, table.offset + row) : null;
      if (object !== null) objects.push(object);
    }
    // Rows stand in the order of their last ids; a release may have known them by others.
    objects.sort(byId);
    this.#byKind.set(kind, objects);
    return objects;
  }

  /** Of two objects with one id the active one. Reads no other object: one look-up must not cost a whole kind. */
  find(kind: AttackKind, id: string): AttackObject | null {
    let dead: AttackObject | null = null;
    for (const number of this.#numbersOf(id, kind)) {
      const object = this.get(number);
      if (object === null || object.id !== id) continue;
      if (object.state === "active") return object;
      dead = object;
    }
    return dead;
  }

  #row(table: KindTable, number: number): AttackObject | null {
    const known = this.#byNumber.get(number);
    if (known !== undefined) return known;
    const object = this.#snapshots.at(table, number - table.offset, this.#release);
    this.#byNumber.set(number, object);
    return object;
  }
}

/** ATT&CK ids, then STIX ids; objects without an id first, by name. */
export function byId(a: AttackObject, b: AttackObject): number {
  return byText(a.id ?? "", b.id ?? "") || (a.id === null ? byText(a.name, b.name) : 0) || byText(a.stixId, b.stixId);
}
