import type { AttackObject, RelationType } from "../model/attack.js";
import { byId, type ReleaseObjects, type ReleaseSource, type Snapshots } from "./release-objects.js";
import type { TimelineData } from "./timeline-data.js";

type Direction = "sources" | "targets";

/** How many questions a release answers by scanning before it makes an index of a type's relations. */
const scansBeforeIndex = 24;

/** The relations of one release, each type and direction indexed when first asked for. */
export class ReleaseRelations {
  readonly #data: TimelineData;
  readonly #objects: ReleaseObjects;
  readonly #snapshots: Snapshots;
  readonly #release: number;
  readonly #indexes = new Map<string, ReadonlyMap<number, readonly number[]>>();
  #scans = 0;
  readonly #answers = new Map<string, Map<number, readonly AttackObject[]>>();

  constructor(objects: ReleaseObjects, { data, snapshots, release }: ReleaseSource) {
    this.#data = data;
    this.#objects = objects;
    this.#snapshots = snapshots;
    this.#release = release;
  }

  /** The objects at the `wanted` end of all relations whose other end is `object`, in id order. */
  ends(object: AttackObject, type: RelationType, wanted: Direction): readonly AttackObject[] {
    const key = `${wanted} ${type}`;
    const answers = this.#answers.get(key) ?? new Map<number, readonly AttackObject[]>();
    this.#answers.set(key, answers);
    const number = this.#snapshots.numberOf(object);
    const known = answers.get(number);
    if (known !== undefined) return known;
    const found =
      ++this.#scans > scansBeforeIndex ? this.#index(key, type, wanted).get(number) : this.#scan(number, type, wanted);
    const ends = (found ?? []).flatMap((end) => this.#objects.get(end) ?? []);
    ends.sort(byId);
    answers.set(number, ends);
    return ends;
  }

  #scan(number: number, type: RelationType, wanted: Direction): readonly number[] {
    const found: number[] = [];
    for (const block of this.#data.relations) {
      if (block.type !== type || this.#data.patterns[block.pattern]?.[this.#release] !== 1) continue;
      const ends = block[wanted];
      const froms = wanted === "targets" ? block.sources : block.targets;
      for (let i = 0; i < froms.length; i++) if (froms[i] === number) found.push(ends[i] as number);
    }
    return found;
  }

  #index(key: string, type: RelationType, wanted: Direction): ReadonlyMap<number, readonly number[]> {
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const index = new Map<number, number[]>();
    for (const block of this.#data.relations) {
      if (block.type !== type || this.#data.patterns[block.pattern]?.[this.#release] !== 1) continue;
      const ends = block[wanted];
      const froms = wanted === "targets" ? block.sources : block.targets;
      for (let i = 0; i < froms.length; i++) {
        const list = index.get(froms[i] as number);
        if (list === undefined) index.set(froms[i] as number, [ends[i] as number]);
        else list.push(ends[i] as number);
      }
    }
    this.#indexes.set(key, index);
    return index;
  }
}
