import { type Rating, ratings } from "../../model/mapping.js";
import type { MatrixCount } from "./matrix-cells.js";

/** What the depth of a cell shows. */
export const matrixMetrics = ["capabilities", "rating", "frameworks"] as const;
export type MatrixMetric = (typeof matrixMetrics)[number];

/** Depth of a cell: 0 no row, 1 to 5 deeper, "unscored" rows without a rating where the depth is a rating. */
export type MatrixLevel = 0 | 1 | 2 | 3 | 4 | 5 | "unscored";

/** One step of the legend: which values it stands for, from and to included; of ratings the word. */
export interface MatrixStep {
  readonly level: MatrixLevel;
  readonly from: number;
  readonly to: number;
  readonly rating: Rating | null;
}

const ratingLevels = { minimal: 1, partial: 3, significant: 5 } as const satisfies Record<Rating, MatrixLevel>;

/** Steps from 1 to the largest value there is, each about as many times as large as the one before. */
function stepsUpTo(largest: number): readonly MatrixStep[] {
  if (largest < 1) return [];
  const count = Math.min(5, largest);
  const steps: MatrixStep[] = [];
  let from = 1;
  for (let step = 1; step <= count; step++) {
    const to = step === count ? largest : Math.max(from, Math.round(largest ** (step / count)));
    // Few steps start paler: one alone is in the middle of the ramp.
    const level = (count === 1 ? 3 : Math.round((step * 5) / count)) as MatrixLevel;
    if (from <= to) steps.push({ level, from, to, rating: null });
    from = to + 1;
  }
  return steps;
}

/** The legend of a metric over all the counts that are shown. */
export function legendOf(metric: MatrixMetric, counts: Iterable<MatrixCount>): readonly MatrixStep[] {
  const all = [...counts];
  if (metric !== "rating") return stepsUpTo(all.reduce((most, count) => Math.max(most, count[metric]), 0));
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
  return legend.find(({ to }) => count[metric] <= to)?.level ?? 5;
}
