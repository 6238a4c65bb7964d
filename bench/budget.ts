/** What one bench file answers: figures of one run, each held against its budget. */
export interface Figure {
  /** Stable name, kebab-case; docs quote figures by it. */
  readonly id: string;
  /** What was measured, in words, with its unit. */
  readonly what: string;
  readonly value: number;
  /** The largest (`max`) or smallest (`min`) value that is within budget. */
  readonly budget: { readonly max: number } | { readonly min: number };
  /** What the value was computed from: times in milliseconds, sizes in bytes, rates per second. */
  readonly from: Readonly<Record<string, number | string>>;
}

/** A bench: its figures, or why it cannot run here. */
export type Bench = () => Promise<readonly Figure[] | { readonly skipped: string }>;

/** Whether a figure keeps its budget. */
export function isWithin({ value, budget }: Figure): boolean {
  return "max" in budget ? value <= budget.max : value >= budget.min;
}

/** `value` with three digits that count; whole numbers from 1,000 on. */
export function rounded(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}
