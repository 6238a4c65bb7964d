import { type Rating, ratings } from "../../model/mapping.js";
import type { MatrixCount } from "./matrix-cells.js";

/** What the depth of a cell shows. */
export const matrixMetrics = ["capabilities", "rating", "frameworks"] as const;
export type MatrixMetric = (typeof matrixMetrics)[number];

/** Depth of a cell: 0 no row, 1 to 5 deeper, "unscored" rows without a rating where the depth is a rating. */
export type MatrixLevel = 0 | 1 | 2 | 3 | 4 | 5 | "unscored";

/** One step of the legend: which values it stands for, from and to included; to is null in the last, which has no end. */
export interface MatrixStep {
  readonly level: MatrixLevel;
  readonly from: number;
  readonly to: number | null;
  /** The word in place of the values, where the depth is a rating. */
  readonly rating: Rating | null;
}

const ratingLevels = { minimal: 1, partial: 3, significant: 5 } as const satisfies Record<Rating, MatrixLevel>;

/**
 * Where each step begins. The same in every matrix, so that one depth is one number whatever release is looked at and
 * whatever is left out; of frameworks there are few, and a reader who chose three sees them apart.
 */
const stepsOf = { capabilities: [1, 3, 6, 11, 21], frameworks: [1, 2, 3, 4, 5] } as const;

function countSteps(begins: readonly number[]): readonly MatrixStep[] {
  return begins.map((from, index) => {
    const next = begins[index + 1];
    return { level: (index + 1) as MatrixLevel, from, to: next === undefined ? null : next - 1, rating: null };
  });
}

/** The legend of a metric over all the counts that are shown; empty where none is. */
export function legendOf(metric: MatrixMetric, counts: Iterable<MatrixCount>): readonly MatrixStep[] {
  const all = [...counts];
  if (metric !== "rating") return all.some(({ rows }) => rows > 0) ? countSteps(stepsOf[metric]) : [];
  const unscored = all.some(({ rows, best }) => rows > 0 && best === null);
  return [
    ...(unscored ? [{ level: "unscored", from: 1, to: 1, rating: null } as const] : []),
    ...ratings
      .filter((rating) => all.some(({ best }) => best === rating))
      .map((rating) => ({ level: ratingLevels[rating], from: 1, to: 1, rating })),
  ];
}

/** The depth of one cell under a legend. */
export function levelOf(metric: MatrixMetric, legend: readonly MatrixStep[], count: MatrixCount): MatrixLevel {
  if (count.rows === 0) return 0;
  if (metric === "rating") return count.best === null ? "unscored" : ratingLevels[count.best];
  return legend.find(({ to }) => to === null || count[metric] <= to)?.level ?? 5;
}
