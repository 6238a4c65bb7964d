import { type Mapping, type MappingFunction, mappingFunctions, type Rating, ratings } from "../../model/mapping.js";
import { CapabilityCount, toSpelled } from "./capability-count.js";

/** Rows of one function by rating; `notScored` counts those without one. */
export interface FunctionCounts {
  readonly function: MappingFunction;
  readonly minimal: number;
  readonly partial: number;
  readonly significant: number;
  readonly notScored: number;
  /** The strongest rating of any row; null when no row is scored. Ordinal, over frameworks: say whose it is. */
  readonly best: Rating | null;
  /** Every framework with a row of that rating, by id: where several have it, none of them is ahead. */
  readonly bestFrameworks: readonly string[];
}

/** All rows of a function, scored or not. */
export function rowsIn({ minimal, partial, significant, notScored }: FunctionCounts): number {
  return minimal + partial + significant + notScored;
}

/** What rows say together. Defence and threat are counted apart and never added. */
export interface Summary {
  readonly rows: number;
  readonly sets: number;
  readonly frameworks: number;
  /** Distinct capabilities of defensive frameworks, and those frameworks. */
  readonly defenseCapabilities: number;
  readonly defenseFrameworks: number;
  readonly defenseRows: number;
  readonly threatCapabilities: number;
  readonly threatFrameworks: number;
  readonly threatRows: number;
  readonly functions: readonly FunctionCounts[];
  /** Defensive rows without a function: scored frameworks that leave the category out. */
  readonly functionMissing: number;
  /** Rows that repeat a (set, capability, function, type) of an earlier row; counted as rows, not as capabilities. */
  readonly repeated: number;
}

/** Counts of mappable rows, usually those on one technique. */
export function summarize(rows: readonly Mapping[]): Summary {
  const defense = rows.filter((row) => row.side === "defense");
  const threat = rows.filter((row) => row.side === "threat");
  const keys = rows.map((row) =>
    [row.set, toSpelled(row, row.capabilityId ?? "").spelled, row.function, row.mappingType, row.techniqueId].join(
      "\u0000",
    ),
  );
  return {
    rows: rows.length,
    sets: distinct(rows, (row) => row.set),
    frameworks: distinct(rows, (row) => row.framework),
    defenseCapabilities: capabilitiesIn(defense),
    defenseFrameworks: distinct(defense, (row) => row.framework),
    defenseRows: defense.length,
    threatCapabilities: capabilitiesIn(threat),
    threatFrameworks: distinct(threat, (row) => row.framework),
    threatRows: threat.length,
    functions: mappingFunctions.map((wanted) => countFunction(wanted, defense)),
    functionMissing: defense.filter((row) => row.function === null).length,
    repeated: rows.length - new Set(keys).size,
  };
}

function countFunction(wanted: MappingFunction, rows: readonly Mapping[]): FunctionCounts {
  const own = rows.filter((row) => row.function === wanted);
  const rated = (rating: Rating) => own.filter((row) => row.rating === rating).length;
  const best = [...ratings].reverse().find((rating) => rated(rating) > 0) ?? null;
  return {
    function: wanted,
    minimal: rated("minimal"),
    partial: rated("partial"),
    significant: rated("significant"),
    notScored: own.filter((row) => row.rating === null).length,
    best,
    bestFrameworks: best === null ? [] : frameworksOf(own.filter(({ rating }) => rating === best)),
  };
}

function frameworksOf(rows: readonly Mapping[]): readonly string[] {
  return [...new Set(rows.map(({ framework }) => framework))].sort();
}

function capabilitiesIn(rows: readonly Mapping[]): number {
  const count = new CapabilityCount();
  for (const row of rows) count.add(toSpelled(row, row.capabilityId ?? ""));
  return count.size;
}

function distinct(rows: readonly Mapping[], key: (row: Mapping) => string): number {
  return new Set(rows.map(key)).size;
}
