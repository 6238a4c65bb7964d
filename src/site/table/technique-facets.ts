import { wordKey } from "../../base/word-key.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Domain, domainNames } from "../../model/domain.js";
import { parentIdOf } from "../../model/technique-id.js";
import type { AttackVersion } from "../../model/version.js";
import type { TableFacet } from "./spec.js";

/** What a release says of a technique: its tactics in matrix order, and its platforms. */
export interface TechniqueSays {
  readonly tactics: readonly { readonly id: string; readonly name: string }[];
  readonly platforms: readonly string[];
}

export interface TechniqueLookup<Row> {
  /** What is said of a row's technique; nothing where the release has no such technique. */
  readonly of: (row: Row) => TechniqueSays;
  /** Tactics of the releases that are looked at, in matrix order, domain after domain. */
  readonly tactics: readonly DomainTactic[];
}

export interface DomainTactic {
  readonly id: string;
  readonly name: string;
  readonly domain: Domain;
}

const silence: TechniqueSays = { tactics: [], platforms: [] };

/** Looks techniques up in the releases of their rows; one that is not loaded says nothing. `at` gives a row's technique id, domain and release. */
export function lookTechniquesUp<Row>(
  kb: KnowledgeBase,
  releases: readonly { readonly domain: Domain; readonly release: AttackVersion }[],
  at: (row: Row) => { readonly id: string | null; readonly domain: Domain },
): TechniqueLookup<Row> {
  const known = new Map(
    releases.flatMap(({ domain, release }) => {
      const timeline = kb.timeline(domain);
      const content = timeline.resolve(release);
      return content === null ? [] : [[domain, timeline.at(content)] as const];
    }),
  );
  const said = new Map<string, TechniqueSays>();
  const tactics = [...known].flatMap(([domain, release]) =>
    release
      .tactics()
      .flatMap(toTactic)
      .map((tactic) => ({ ...tactic, domain })),
  );
  return {
    tactics: [...new Map(tactics.map((tactic) => [tactic.id, tactic])).values()],
    of(row) {
      const { id, domain } = at(row);
      const release = known.get(domain);
      if (id === null || release === undefined) return silence;
      const key = `${domain} ${id}`;
      const before = said.get(key);
      if (before !== undefined) return before;
      const object = release.object("technique", id.trim());
      const found: TechniqueSays =
        object === null
          ? silence
          : { tactics: release.tacticsOf(object).flatMap(toTactic), platforms: object.platforms };
      said.set(key, found);
      return found;
    },
  };
}

function toTactic({ id, name }: { readonly id: string | null; readonly name: string }) {
  return id === null ? [] : [{ id, name }];
}

/** Tactics by id, called by name, in matrix order. */
export function tacticFacet<Row>({ of, tactics }: TechniqueLookup<Row>): TableFacet<Row> {
  // Domains have tactics of one name.
  const isShared = (name: string) => tactics.filter((tactic) => tactic.name === name).length > 1;
  const named = ({ name, domain }: DomainTactic) => (isShared(name) ? `${name}, ${domainNames[domain]}` : name);
  const names = new Map(tactics.map((tactic) => [tactic.id, named(tactic)]));
  return {
    id: "tactic",
    title: "Tactic",
    of: (row) => of(row).tactics.map(({ id }) => id),
    label: (value) => names.get(value) ?? value,
    order: tactics.map(({ id }) => id),
    // The name alone means the tactics of every domain that are called so.
    find(word) {
      const wanted = wordKey(word);
      return tactics.filter(({ name }) => wordKey(name) === wanted).map(({ id }) => id);
    },
  };
}

export function platformFacet<Row>({ of }: TechniqueLookup<Row>): TableFacet<Row> {
  return { id: "platform", title: "Platform", of: (row) => of(row).platforms };
}

/** Techniques and sub-techniques. */
export function levelFacet<Row>(idOf: (row: Row) => string | null): TableFacet<Row> {
  return {
    id: "level",
    title: "Technique level",
    of: (row) => {
      const id = idOf(row);
      return id === null ? [] : [parentIdOf(id) === null ? "technique" : "sub-technique"];
    },
    order: ["technique", "sub-technique"],
  };
}
