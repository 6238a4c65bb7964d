import type { AttackVersion } from "../model/version.js";
import { Carrier, type LineageSource, type ReleaseEnd } from "./carry.js";
import type { Carried, Lineage } from "./lineage.js";
import { followLineage, pathIds } from "./lineage-path.js";

/** Lineage over the releases that `endOf` answers for. */
export class TimelineLineage implements Lineage {
  readonly #source: LineageSource;
  readonly #endOf: (version: AttackVersion) => ReleaseEnd;
  /** By technique and release: every set of a view asks for the same. */
  readonly #sources = new Map<string, readonly string[]>();
  readonly #carriers = new Map<AttackVersion, Map<AttackVersion, Carrier>>();

  constructor(source: LineageSource, endOf: (version: AttackVersion) => ReleaseEnd) {
    this.#source = source;
    this.#endOf = endOf;
  }

  carry(id: string, from: AttackVersion, to: AttackVersion): Carried {
    let carriers = this.#carriers.get(from);
    if (carriers === undefined) {
      carriers = new Map();
      this.#carriers.set(from, carriers);
    }
    let carrier = carriers.get(to);
    if (carrier === undefined) {
      carrier = new Carrier(this.#source, this.#endOf(from), this.#endOf(to));
      carriers.set(to, carrier);
    }
    return carrier.carry(id);
  }

  sourcesOf(id: string, to: AttackVersion): readonly string[] {
    const key = `${id} ${to}`;
    const known = this.#sources.get(key) ?? this.#findSources(id, to);
    this.#sources.set(key, known);
    return known;
  }

  #findSources(id: string, to: AttackVersion): readonly string[] {
    const { index, snapshots, successors } = this.#source;
    const { view, release } = this.#endOf(to);
    const technique = view.object("technique", id);
    if (technique === null) return [id];
    const number = snapshots.numberOf(technique);
    const earlier = successors.before(number, release).flatMap((before) => index.idsOf(before));
    return [...new Set([id, ...index.idsOf(number), ...earlier])];
  }

  successor(id: string, to: AttackVersion): ReturnType<Lineage["successor"]> {
    const { index, snapshots } = this.#source;
    const { view, release } = this.#endOf(to);
    const there = view.object("technique", id);
    if (there?.state === "active") return null;
    const start = there === null ? index.numbers(id, "technique").at(-1) : snapshots.numberOf(there);
    if (start === undefined) return null;
    const way = followLineage(start, release, this.#source);
    return { path: pathIds(id, way.numbers, { index, release }), end: way.state ?? "absent" };
  }
}
