import type { CarriedLabel } from "../../model/attack.js";
import { isMapped, type Mapping, type MappingFunction, type Rating, ratings } from "../../model/mapping.js";
import { type FunctionCounts, rowsIn } from "../../site/views/summary.js";
import { carriedStates, functionWords, hasOwnType, typeWords } from "../../site/words/mapping.js";
import type { Ink } from "./screen.js";

const shapes = {
  protect: ["■", "□"],
  detect: ["●", "○"],
  respond: ["▲", "△"],
} as const satisfies Record<MappingFunction, readonly [string, string]>;

/** `■■□`: one shape a function, filled up to the rating; `■ – –` where the row is not scored. */
export function marksOf(of: MappingFunction, rating: Rating | null): string {
  const [full, empty] = shapes[of];
  if (rating === null) return `${full} – –`;
  const filled = ratings.indexOf(rating) + 1;
  return full.repeat(filled) + empty.repeat(ratings.length - filled);
}

/** What a row says and how strongly, in marks and words. */
export function scoreWords(row: Mapping): string {
  const own = hasOwnType(row) ? typeWords(row.mappingType) : null;
  if (!isMapped(row)) return "non-mappable";
  if (row.side === "threat") return typeWords(row.mappingType).toLowerCase();
  if (row.function === null) return (own ?? "function missing").toLowerCase();
  const words =
    row.rating !== null
      ? `${functionWords[row.function]} · ${row.rating}`
      : row.scoreCategory !== null
        ? `${functionWords[row.function]} · value missing`
        : `${typeWords(row.mappingType)} · not scored`;
  return [marksOf(row.function, row.rating), words.toLowerCase(), own === null ? null : `· ${own.toLowerCase()}`]
    .filter((part) => part !== null)
    .join(" ");
}

/** The ink of a row's function; null for threat rows. */
export function scoreInk(row: Mapping): Ink | null {
  return row.function;
}

/** `unchanged`, with the ids it went through where they differ, merged and changed tactics. */
export function carriedText(carried: CarriedLabel): string {
  const { state, flags } = carriedStates(carried);
  const path = carried.path.length > 1 ? [`(${carried.path.join(" → ")})`] : [];
  return [state, ...path, ...flags.map((flag) => `· ${flag}`)].join(" ");
}

/** The best rating of a function among rows, in marks, and how many rows; "" where there are none. */
export function bestMarks(counts: readonly FunctionCounts[], of: MappingFunction): string {
  const found = counts.find((entry) => entry.function === of);
  return found === undefined || rowsIn(found) === 0 ? "" : marksOf(of, found.best);
}
