import type { AttackKind, AttackObject, LifeState } from "../model/attack.js";
import { byId, type Snapshots } from "./release-objects.js";
import { stateAt, type TimelineData, tableOf, valueAt } from "./timeline-data.js";

/** Objects of a timeline by any ATT&CK id they ever bore. */
export class ObjectIndex {
  readonly #data: TimelineData;
  readonly #snapshots: Snapshots;
  readonly #numbers: ReadonlyMap<string, readonly number[]>;

  constructor(data: TimelineData, snapshots: Snapshots) {
    this.#data = data;
    this.#snapshots = snapshots;
    const numbers = new Map<string, number[]>();
    for (const { columns, offset, size } of data.tables)
      for (let row = 0; row < size; row++) {
        const number = offset + row;
        add(numbers, columns.id.first[row], number);
        for (const { value } of columns.id.changes.get(row) ?? []) add(numbers, value, number);
      }
    this.#numbers = numbers;
  }

  /** Numbers of the objects that ever bore `id`, of one kind or of all. */
  numbers(id: string, kind?: AttackKind): readonly number[] {
    const numbers = this.#numbers.get(id) ?? [];
    return kind === undefined ? numbers : numbers.filter((number) => tableOf(this.#data, number).kind === kind);
  }

  /** The id of an object in a release, or the nearest it has before (else after). */
  idAt(number: number, release: number): string | null {
    const table = tableOf(this.#data, number);
    return valueAt(table.columns.id, number - table.offset, release);
  }

  /** Every id that an object ever bore, the first one first. */
  idsOf(number: number): readonly string[] {
    const { columns, offset } = tableOf(this.#data, number);
    const row = number - offset;
    const later = columns.id.changes.get(row)?.map(({ value }) => value) ?? [];
    return [columns.id.first[row] ?? null, ...later].flatMap((id) => id ?? []);
  }

  nameAt(number: number, release: number): string {
    const table = tableOf(this.#data, number);
    return valueAt(table.columns.name, number - table.offset, release);
  }

  stateAt(number: number, release: number): LifeState | null {
    const table = tableOf(this.#data, number);
    return stateAt(table, number - table.offset, release);
  }

  /** The object as the last release that holds it states it. */
  last(number: number): AttackObject | null {
    const table = tableOf(this.#data, number);
    for (let release = this.#data.releases.length - 1; release >= 0; release--) {
      const object = this.#snapshots.at(table, number - table.offset, release);
      if (object !== null) return object;
    }
    return null;
  }

  /** Objects that ever bore `id`, each as its last release states it. */
  anywhere(id: string): readonly AttackObject[] {
    return this.numbers(id)
      .flatMap((number) => this.last(number) ?? [])
      .sort(byId);
  }
}

function add(numbers: Map<string, number[]>, id: string | null | undefined, number: number): void {
  if (id === null || id === undefined) return;
  const list = numbers.get(id);
  if (list === undefined) numbers.set(id, [number]);
  else if (!list.includes(number)) list.push(number);
}
