import { attackKinds, type RelationType } from "../model/attack.js";
import type { Domain } from "../model/domain.js";
import { type OriginKind, rankOfOrigin } from "../model/origin.js";
import { type AttackVersion, compareVersions } from "../model/version.js";
import { sameList } from "./column-builder.js";
import type { ObjectFacts, ReleaseFacts } from "./release-facts.js";
import { type ReleaseHeader, type SilentField, silentFields, type TimelineData } from "./timeline-data.js";
import { buildRelations } from "./timeline-relations.js";
import { releasesOf } from "./timeline-releases.js";
import { buildTables } from "./timeline-tables.js";

/** A release as the builder keeps it: objects shared between releases that say the same, relations as numbers. */
export interface HeldRelease {
  readonly header: ReleaseHeader;
  readonly objects: readonly ObjectFacts[];
  readonly relations: Uint32Array;
}

/** What one relation number stands for. */
export interface HeldRelation {
  readonly type: RelationType;
  readonly source: string;
  readonly target: string;
}

/**
 * Puts releases together, in whatever order they come; the same releases give the same timeline. Objects are one where
 * their STIX ids are, whatever ATT&CK ids they bear.
 */
export class TimelineBuilder {
  readonly #domain: Domain;
  readonly #releases = new Map<AttackVersion, HeldRelease>();
  readonly #identical = new Map<AttackVersion, AttackVersion>();
  readonly #known = new Map<string, ObjectFacts>();
  readonly #numbers = new Map<string, number>();
  readonly #relations: HeldRelation[] = [];

  constructor(domain: Domain) {
    this.#domain = domain;
  }

  /**
   * Adds a release, or replaces the one of that version where `origin` ranks as high. Answers false when the one at
   * hand is better. Throws on a release of another domain: ask first.
   */
  add(facts: ReleaseFacts, origin: OriginKind): boolean {
    if (facts.domain !== this.#domain) throw new Error(`a release of ${facts.domain} in a timeline of ${this.#domain}`);
    const present = this.#releases.get(facts.version);
    if (present !== undefined && rankOfOrigin[present.header.origin] > rankOfOrigin[origin]) return false;
    const kinds = new Set(facts.objects.map(({ kind }) => kind));
    this.#releases.set(facts.version, {
      header: {
        version: facts.version,
        origin,
        kinds: attackKinds.filter((kind) => kinds.has(kind)),
        silent: silentOf(facts.objects),
      },
      objects: facts.objects.map((object) => this.#share(object)),
      relations: Uint32Array.from(facts.relations, (relation) => this.#numberOf(relation)),
    });
    return true;
  }

  has(version: AttackVersion): boolean {
    return this.#releases.has(version);
  }

  /** `version` repeats `same`; said of a release that has content of its own, it is ignored. */
  addIdentical(version: AttackVersion, same: AttackVersion): void {
    this.#identical.set(version, same);
  }

  build(): TimelineData {
    const releases = [...this.#releases.values()].sort((a, b) => compareVersions(a.header.version, b.header.version));
    const { tables, numbers } = buildTables(releases);
    const identical = [...this.#identical]
      .filter(([version, same]) => !this.#releases.has(version) && this.#releases.has(same))
      .sort(([a], [b]) => compareVersions(a, b));
    return {
      domain: this.#domain,
      releases: releases.map(({ header }) => header),
      identical: new Map(identical),
      tables,
      ...buildRelations(releases, this.#relations, numbers),
    };
  }

  /** The object as an earlier call gave it, where it says the same: a release repeats nearly all of the one before. */
  #share(object: ObjectFacts): ObjectFacts {
    const known = this.#known.get(object.stixId);
    if (known !== undefined && sameFacts(known, object)) return known;
    this.#known.set(object.stixId, object);
    return object;
  }

  #numberOf({ type, source, target }: HeldRelation): number {
    const key = `${type} ${source} ${target}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#relations.length);
    // Ids as the objects write them: a relation's own copies of two 50-character texts are not kept.
    this.#relations.push({ type, source: this.#idText(source), target: this.#idText(target) });
    return this.#relations.length - 1;
  }

  #idText(stixId: string): string {
    return this.#known.get(stixId)?.stixId ?? stixId;
  }
}

/**
 * Two timelines of a domain as one, release by release; of a version that both hold `above`'s is taken unless `below`'s
 * ranks higher. Both need their STIX ids. Equal to compiling all their releases at once.
 */
export function mergeTimelines(below: TimelineData, above: TimelineData): TimelineData {
  const builder = new TimelineBuilder(below.domain);
  for (const data of [below, above]) {
    for (const { facts, origin } of releasesOf(data)) builder.add(facts, origin);
    for (const [version, same] of data.identical) builder.addIdentical(version, same);
  }
  return builder.build();
}

function silentOf(objects: readonly ObjectFacts[]): readonly SilentField[] {
  return silentFields.filter((field) => objects.every((object) => object[field] === null));
}

function sameFacts(a: ObjectFacts, b: ObjectFacts): boolean {
  return (
    a.id === b.id &&
    a.name === b.name &&
    a.state === b.state &&
    a.text === b.text &&
    a.objectVersion === b.objectVersion &&
    a.shortname === b.shortname &&
    a.minted === b.minted &&
    sameList(a.platforms, b.platforms) &&
    sameList(a.aliases, b.aliases) &&
    sameList(a.phases, b.phases) &&
    sameList(a.tactics, b.tactics)
  );
}
