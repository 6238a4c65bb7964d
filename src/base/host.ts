/** Everything the product needs of the outside, given by the rim, so that the core stays pure and tests can stand in. */
export interface Host {
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Answers: data for a pipe or a screen. */
  out(text: string): void;
  /** Talk: progress, warnings, errors. */
  err(text: string): void;
  /** Columns of the terminal behind `out`; null when it is a pipe. */
  readonly columns: number | null;
  readonly colour: boolean;
}
