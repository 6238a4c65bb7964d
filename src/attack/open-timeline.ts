import type { AttackKind, AttackObject, LifeState } from "../model/attack.js";
import type { Domain } from "../model/domain.js";
import type { AttackVersion } from "../model/version.js";
import { historyOf } from "./history.js";
import type { Lineage } from "./lineage.js";
import { ObjectIndex } from "./object-index.js";
import { TimelineLineage } from "./open-lineage.js";
import { Release } from "./release.js";
import { Snapshots } from "./release-objects.js";
import { Successors } from "./successors.js";
import type { HistoryEvent, Timeline } from "./timeline.js";
import type { TimelineData } from "./timeline-data.js";

/** A timeline to ask. Releases, indexes and lineage are made when first asked for and kept. Throws on one without releases. */
export function openTimeline(data: TimelineData): Timeline {
  return new OpenTimeline(data);
}

class OpenTimeline implements Timeline {
  readonly domain: Domain;
  readonly releases: readonly AttackVersion[];
  readonly identical: ReadonlyMap<AttackVersion, AttackVersion>;
  readonly newest: AttackVersion;
  readonly #data: TimelineData;
  readonly #numbers: ReadonlyMap<AttackVersion, number>;
  readonly #snapshots: Snapshots;
  readonly #views = new Map<number, Release>();
  /** By object: every page of one shows the same, in whatever release. */
  readonly #histories = new Map<number, readonly HistoryEvent[]>();
  #index: ObjectIndex | null = null;
  #successors: Successors | null = null;
  #lineage: Lineage | null = null;

  constructor(data: TimelineData) {
    this.domain = data.domain;
    this.releases = data.releases.map(({ version }) => version);
    this.identical = data.identical;
    const newest = this.releases.at(-1);
    if (newest === undefined) throw new Error(`the timeline of ${data.domain} holds no release`);
    this.newest = newest;
    this.#data = data;
    this.#numbers = new Map(this.releases.map((version, release) => [version, release]));
    this.#snapshots = new Snapshots(data);
  }

  get lineage(): Lineage {
    this.#lineage ??= new TimelineLineage(
      { index: this.#objects, snapshots: this.#snapshots, successors: this.#heirs },
      (version) => ({ view: this.at(version), release: this.#numberOf(version) }),
    );
    return this.#lineage;
  }

  resolve(version: AttackVersion): AttackVersion | null {
    const same = this.identical.get(version) ?? version;
    return this.#numbers.has(same) ? same : null;
  }

  heldKinds(version: AttackVersion): ReadonlySet<AttackKind> {
    return new Set(this.#data.releases[this.#numberOf(version)]?.kinds);
  }

  at(version: AttackVersion): Release {
    const release = this.#numberOf(version);
    let view = this.#views.get(release);
    if (view === undefined) {
      view = new Release({
        data: this.#data,
        snapshots: this.#snapshots,
        release,
        numbersOf: (id, kind) => this.#objects.numbers(id, kind),
      });
      this.#views.set(release, view);
    }
    return view;
  }

  states(
    kind: AttackKind,
    id: string,
  ): readonly { readonly release: AttackVersion; readonly state: LifeState; readonly name: string }[] {
    const numbers = this.#objects.numbers(id, kind);
    return this.releases.flatMap((release, at) => {
      const held = numbers.filter(
        (number) => this.#objects.stateAt(number, at) !== null && this.#objects.idAt(number, at) === id,
      );
      // Of two objects with one id the active one, as ReleaseView.object has it.
      const number = held.find((candidate) => this.#objects.stateAt(candidate, at) === "active") ?? held.at(-1);
      const state = number === undefined ? null : this.#objects.stateAt(number, at);
      return number === undefined || state === null ? [] : [{ release, state, name: this.#objects.nameAt(number, at) }];
    });
  }

  history(kind: AttackKind, id: string): readonly HistoryEvent[] {
    const numbers = this.#objects.numbers(id, kind);
    // Two objects may have borne the id: the one that lives, else the one that bore it last.
    const living = numbers.findLast((number) => this.#objects.last(number)?.state === "active");
    const number = living ?? numbers.at(-1);
    if (number === undefined) return [];
    const known = this.#histories.get(number) ?? this.#historyOf(number);
    this.#histories.set(number, known);
    return known;
  }

  #historyOf(number: number): readonly HistoryEvent[] {
    return historyOf(number, {
      data: this.#data,
      index: this.#objects,
      snapshots: this.#snapshots,
      successors: this.#heirs,
      viewAt: (release) => this.at(this.releases[release] as AttackVersion),
    });
  }

  findAnywhere(id: string): readonly AttackObject[] {
    return this.#objects.anywhere(id);
  }

  get #objects(): ObjectIndex {
    this.#index ??= new ObjectIndex(this.#data, this.#snapshots);
    return this.#index;
  }

  get #heirs(): Successors {
    this.#successors ??= new Successors(this.#data);
    return this.#successors;
  }

  #numberOf(version: AttackVersion): number {
    const number = this.#numbers.get(this.identical.get(version) ?? version);
    if (number === undefined) throw new Error(`no release ${version} of ${this.domain}: resolve it first`);
    return number;
  }
}
