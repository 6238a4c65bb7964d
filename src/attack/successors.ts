import type { TimelineData } from "./timeline-data.js";

interface Statement {
  readonly release: number;
  readonly heirs: readonly number[];
}

/**
 * `revoked-by` over all releases. Relations come and go (mobile 11.3 drops eleven, 14.0 has them back) and are
 * re-pointed, so that what a release says is: its own statement, else the last one before, else the first one after.
 */
export class Successors {
  readonly #statements: ReadonlyMap<number, readonly Statement[]>;

  constructor(data: TimelineData) {
    const stated = new Map<number, Map<number, number[]>>();
    for (const { type, pattern, sources, targets } of data.relations) {
      if (type !== "revoked-by") continue;
      sources.forEach((source, i) => {
        const releases = stated.get(source) ?? new Map<number, number[]>();
        stated.set(source, releases);
        data.patterns[pattern]?.forEach((stands, release) => {
          if (stands === 0) return;
          const heirs = releases.get(release) ?? [];
          releases.set(release, heirs);
          heirs.push(targets[i] ?? 0);
        });
      });
    }
    this.#statements = new Map(
      [...stated].map(([source, releases]) => [
        source,
        [...releases].map(([release, heirs]) => ({ release, heirs })).sort((a, b) => a.release - b.release),
      ]),
    );
  }

  /** Objects of which any release states an heir. */
  numbers(): Iterable<number> {
    return this.#statements.keys();
  }

  /** Heirs of object `number` as of `release`; [] where no release states any, two where one release states two. */
  of(number: number, release: number): readonly number[] {
    const statements = this.#statements.get(number) ?? [];
    const said = statements.findLast((statement) => statement.release <= release) ?? statements[0];
    return said?.heirs ?? [];
  }
}
