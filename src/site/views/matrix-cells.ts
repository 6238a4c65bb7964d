import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf, type Side } from "../../model/framework.js";
import {
  functionOf,
  type MappingFunction,
  mappingFunctions,
  type Rating,
  ratingOf,
  ratings,
  reaches,
} from "../../model/mapping.js";
import { CapabilityCount, toSpelled } from "./capability-count.js";
import type { Frame } from "./frame.js";
import { setsOf } from "./technique-rows.js";

/** Which rows a matrix counts. Threat rows are never counted with rows of defence. */
export interface MatrixFilter {
  readonly side: Side;
  /** Of these frameworks of the side; none named = all of them. */
  readonly frameworks: readonly string[];
  readonly function: MappingFunction | null;
  readonly minRating: Rating | null;
}

/** What answers one technique, by exact id, among the rows that pass. */
export interface MatrixCount {
  /** Distinct capabilities, a capability of two spellings once. */
  readonly capabilities: number;
  readonly frameworks: number;
  readonly rows: number;
  readonly best: Rating | null;
  readonly functions: readonly MappingFunction[];
  /** Frameworks that declare it non-mappable and have no row on it. */
  readonly nonMappable: readonly string[];
  /** Frameworks that count by rows only which were written before the technique's meaning may have changed. */
  readonly doubtful: readonly string[];
}

/** Whether rows of a framework are counted at all. */
export function isAsked({ side, frameworks }: MatrixFilter, framework: string): boolean {
  return frameworkOf(framework).side === side && (frameworks.length === 0 || frameworks.includes(framework));
}

/** A counter over the sets of a frame; asked once a technique. */
export function matrixCounter(kb: KnowledgeBase, frame: Frame, filter: MatrixFilter): (id: string) => MatrixCount {
  const sets = setsOf(kb, frame)
    .filter(({ framework }) => isAsked(filter, framework))
    .map((set) => {
      const aligned = kb.aligned(set.id, frame.release);
      const { facts } = aligned;
      const claims = facts.claims.map(({ status, mappingType, scoreCategory, scoreValue }) => {
        const of = functionOf(filter.side, mappingType, scoreCategory);
        const rating = ratingOf(filter.side, scoreValue);
        const passes =
          (filter.function === null || of === filter.function) &&
          (filter.minRating === null || reaches(rating, filter.minRating));
        return { mappable: status !== "non_mappable", function: of, rating, passes };
      });
      const spelled = facts.capabilities.map(({ id }) =>
        toSpelled({ framework: set.framework, set: set.id }, id ?? ""),
      );
      return { framework: set.framework, aligned, facts, claims, spelled };
    });
  return (id) => {
    const capabilities = new CapabilityCount();
    const frameworks = new Set<string>();
    const functions = new Set<MappingFunction>();
    const nonMappable: string[] = [];
    const doubtful: string[] = [];
    let rows = 0;
    let best: Rating | null = null;
    for (const { framework, aligned, facts, claims, spelled } of sets) {
      let declared = false;
      let mapped = false;
      let sure = false;
      const before = rows;
      for (const row of aligned.rowsOn(id)) {
        const claim = claims[facts.claim[row] ?? 0];
        if (claim === undefined) continue;
        if (!claim.mappable) {
          declared = true;
          continue;
        }
        mapped = true;
        if (!claim.passes) continue;
        rows++;
        sure ||= !aligned.inDoubt(row);
        frameworks.add(framework);
        const capability = spelled[facts.capability[row] ?? 0];
        if (capability !== undefined) capabilities.add(capability);
        if (claim.function !== null) functions.add(claim.function);
        if (claim.rating !== null && (best === null || ratings.indexOf(claim.rating) > ratings.indexOf(best)))
          best = claim.rating;
      }
      if (declared && !mapped) nonMappable.push(framework);
      if (rows > before && !sure) doubtful.push(framework);
    }
    return {
      capabilities: capabilities.size,
      frameworks: frameworks.size,
      rows,
      best,
      functions: mappingFunctions.filter((known) => functions.has(known)),
      nonMappable,
      doubtful,
    };
  };
}
