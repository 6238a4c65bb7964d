import type { AttackObject } from "../model/attack.js";
import { sameList } from "./column-builder.js";
import type { Carried } from "./lineage.js";
import { followLineage, type LineagePath, pathIds } from "./lineage-path.js";
import { Meaning } from "./meaning.js";
import type { ObjectIndex } from "./object-index.js";
import type { Release } from "./release.js";
import type { Snapshots } from "./release-objects.js";
import type { Successors } from "./successors.js";

/** What carrying needs of a timeline. */
export interface LineageSource {
  readonly index: ObjectIndex;
  readonly snapshots: Snapshots;
  readonly successors: Successors;
}

/** One end of the way: a release and its number. */
export interface ReleaseEnd {
  readonly view: Release;
  readonly release: number;
}

/** Carries techniques from one release to another; every answer is worked out once and kept. */
export class Carrier {
  readonly #source: LineageSource;
  readonly #from: ReleaseEnd;
  readonly #to: ReleaseEnd;
  readonly #answers = new Map<string, Carried>();
  #meaning: Meaning | null = null;
  #predecessors: ReadonlyMap<number, readonly LineagePath[]> | null = null;

  constructor(source: LineageSource, from: ReleaseEnd, to: ReleaseEnd) {
    this.#source = source;
    this.#from = from;
    this.#to = to;
  }

  carry(id: string): Carried {
    const known = this.#answers.get(id);
    if (known !== undefined) return known;
    const technique = this.#from.view.object("technique", id);
    const carried: Carried =
      technique === null
        ? { ok: false, reason: "unknown", class: "decision", path: [id] }
        : this.#from.release <= this.#to.release
          ? this.#forward(technique, id)
          : this.#back(technique, id);
    this.#answers.set(id, carried);
    return carried;
  }

  #forward(technique: AttackObject, id: string): Carried {
    const way = followLineage(this.#source.snapshots.numberOf(technique), this.#to.release, this.#source);
    const path = pathIds(id, way.numbers, { index: this.#source.index, release: this.#to.release });
    if (way.ambiguous) return { ok: false, reason: "ambiguous", class: "decision", path };
    if (way.state !== "active") return { ok: false, reason: deathOf(way), class: "decision", path };
    return this.#arrived(technique, path);
  }

  #back(technique: AttackObject, id: string): Carried {
    const { index, snapshots } = this.#source;
    const { view, release } = this.#to;
    const number = snapshots.numberOf(technique);
    const state = index.stateAt(number, release);
    if (state === "active") return this.#arrived(technique, pathIds(id, [number], { index, release }));
    if (state === null && view.object("technique", id)?.state === "active") return this.#arrived(technique, [id]);
    // Revoked there already: its heir of then is known there, as it is going forward.
    const way = state === "revoked" ? followLineage(number, release, this.#source) : null;
    if (way?.state === "active" && !way.ambiguous)
      return this.#arrived(technique, pathIds(id, way.numbers, { index, release }));
    const ways = this.#waysTo(number);
    const [only] = ways;
    if (ways.length > 1) return { ok: false, reason: "ambiguous", class: "ambiguous", path: [id] };
    if (only === undefined && state === null) return { ok: false, reason: "not-yet", class: "not-yet", path: [id] };
    if (only === undefined) {
      const reason = way === null ? "deprecated" : deathOf(way);
      return { ok: false, reason, class: "decision", path: [id] };
    }
    const path = pathIds(id, [...only.numbers].reverse(), { index, release });
    return this.#arrived(technique, path, "predecessor");
  }

  /** A living technique of the other release was found: the last of `path`. */
  #arrived(technique: AttackObject, path: readonly string[], as?: "predecessor"): Carried {
    const id = path.at(-1) ?? "";
    const there = this.#to.view.object("technique", id) as AttackObject;
    return {
      ok: true,
      id,
      path,
      class: as ?? (path.length > 1 ? "rewritten" : this.#classOf(technique, there)),
      deadAtOrigin: technique.state !== "active",
      tacticsChanged: !sameList(tacticKeys(this.#from.view, technique), tacticKeys(this.#to.view, there)),
    };
  }

  #classOf(here: AttackObject, there: AttackObject): "unchanged" | "renamed" | "meaning" {
    if (here.name === there.name) return "unchanged";
    const [before, after] = this.#from.release <= this.#to.release ? [here, there] : [there, here];
    this.#meaning ??= this.#makeMeaning();
    return this.#meaning.changed(before, after) ? "meaning" : "renamed";
  }

  #makeMeaning(): Meaning {
    const [older, newer] = this.#inTime();
    const absorbers = new Set<string>();
    for (const technique of older.view.activeTechniques()) {
      const way = followLineage(this.#source.snapshots.numberOf(technique), newer.release, this.#source);
      if (way.state !== "active" || way.numbers.length < 2) continue;
      const id = this.#source.index.idAt(way.numbers.at(-1) ?? 0, newer.release);
      if (id !== null && id !== technique.id) absorbers.add(id);
    }
    return new Meaning(older.view, newer.view, absorbers);
  }

  /** Ways of the older release's living techniques that end at object `number` of the newer one. */
  #waysTo(number: number): readonly LineagePath[] {
    if (this.#predecessors === null) {
      const [older, newer] = this.#inTime();
      const predecessors = new Map<number, LineagePath[]>();
      for (const technique of older.view.activeTechniques()) {
        const way = followLineage(this.#source.snapshots.numberOf(technique), newer.release, this.#source);
        if (way.numbers.length < 2 || way.ambiguous) continue;
        const end = way.numbers.at(-1) ?? 0;
        predecessors.set(end, [...(predecessors.get(end) ?? []), way]);
      }
      this.#predecessors = predecessors;
    }
    return this.#predecessors.get(number) ?? [];
  }

  #inTime(): readonly [ReleaseEnd, ReleaseEnd] {
    return this.#from.release <= this.#to.release ? [this.#from, this.#to] : [this.#to, this.#from];
  }
}

function deathOf({ numbers, state }: LineagePath): "deprecated" | "revoked-without-heir" | "dead-end" {
  if (numbers.length > 1 || state === null) return "dead-end";
  return state === "deprecated" ? "deprecated" : "revoked-without-heir";
}

/** TA0005 was Defense Evasion and is Stealth: a tactic is its id and its name. A new short name alone changes nothing. */
function tacticKeys(view: Release, technique: AttackObject): readonly string[] {
  return view
    .tacticsOf(technique)
    .map(({ id, name }) => `${id} ${name}`)
    .sort();
}
