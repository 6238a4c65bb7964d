import { claimAt } from "../../knowledge/facts/at-row.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf } from "../../model/framework.js";
import { functionOf, isMapped, type MappingFunction, type Rating, ratingOf } from "../../model/mapping.js";
import { parentIdOf } from "../../model/technique-id.js";
import type { AttackVersion } from "../../model/version.js";

/** What a set says of one technique, at a release that it is carried to. */
export interface TechniqueStanding {
  /** It has a row, mappable or not. */
  readonly named: boolean;
  /** It has a mappable row. */
  readonly mapped: boolean;
  /** Mappable rows. */
  readonly rows: number;
  /** It has a row that says that nothing can be mapped. */
  readonly refused: boolean;
  /** Functions of its mappable rows. */
  readonly functions: ReadonlySet<MappingFunction>;
  /** How its mappable rows answer, each way once. */
  readonly ways: readonly Way[];
  /** It has protect rows, and none of them is rated. */
  readonly notScored: boolean;
  /** It has mappable rows, and all of them were written before its meaning may have changed (R8). */
  readonly doubtful: boolean;
}

/** Function and rating of a row: they are one statement. */
export interface Way {
  readonly function: MappingFunction | null;
  readonly rating: Rating | null;
}

/** A technique, and the frameworks that have rows in doubt only on it. */
export interface Doubt {
  readonly id: string;
  /** Framework ids. */
  readonly frameworks: readonly string[];
}

/** Why a technique has no row that is asked for: one of these holds, the first that fits. */
export const absences = ["other-function", "non-mappable", "parent-only", "silent"] as const;

export type Absence = (typeof absences)[number];

type Standings = readonly ((id: string) => TechniqueStanding)[];

/** Of a technique that `answers` does not hold for; several sets are read as one. */
export function absenceOf(id: string, standings: Standings, answers: (id: string) => boolean): Absence {
  if (standings.some((standing) => standing(id).mapped)) return "other-function";
  if (standings.some((standing) => standing(id).named)) return "non-mappable";
  const parent = parentIdOf(id);
  return parent !== null && answers(parent) ? "parent-only" : "silent";
}

/** Asked for every list, group, software and campaign, and the same each time: worked out once a technique. */
export function standingsIn(kb: KnowledgeBase, set: string, release: AttackVersion): (id: string) => TechniqueStanding {
  const known = kb.once(`standings ${set}@${release}`, () => new Map<string, TechniqueStanding>());
  const facts = kb.facts(set);
  const aligned = kb.aligned(set, release);
  const { side } = frameworkOf(facts.key.framework);
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const claims = aligned.rowsOn(id).flatMap((row) => {
      const claim = claimAt(facts, row);
      return claim === undefined ? [] : [{ row, ...claim }];
    });
    const mappable = claims.filter(isMapped);
    const ways = mappable.map(({ mappingType, scoreCategory, scoreValue }) => ({
      function: functionOf(side, mappingType, scoreCategory),
      rating: ratingOf(side, scoreValue),
    }));
    const protects = ways.filter((way) => way.function === "protect");
    const standing: TechniqueStanding = {
      named: claims.length > 0,
      mapped: mappable.length > 0,
      rows: mappable.length,
      refused: mappable.length < claims.length,
      functions: new Set(ways.flatMap((way) => way.function ?? [])),
      ways: [...new Map(ways.map((way) => [`${way.function} ${way.rating}`, way])).values()],
      notScored: protects.length > 0 && protects.every(({ rating }) => rating === null),
      doubtful: mappable.length > 0 && mappable.every(({ row }) => aligned.inDoubt(row)),
    };
    known.set(id, standing);
    return standing;
  };
}
