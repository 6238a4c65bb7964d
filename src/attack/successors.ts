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
  /** By heir, all that some release lets it follow. */
  readonly #sources: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(data: TimelineData) {
    const stated = new Map<number, Map<number, number[]>>();
    const sourcesOf = new Map<number, Set<number>>();
    for (const block of data.relations) {
      if (block.type !== "revoked-by") continue;
      // Only now: reading a block's ends spreads them out.
      const { pattern, sources, targets } = block;
      sources.forEach((source, i) => {
        const heir = targets[i] ?? 0;
        sourcesOf.set(heir, (sourcesOf.get(heir) ?? new Set()).add(source));
        const releases = stated.get(source) ?? new Map<number, number[]>();
        stated.set(source, releases);
        data.patterns[pattern]?.forEach((stands, release) => {
          if (stands === 0) return;
          const heirs = releases.get(release) ?? [];
          releases.set(release, heirs);
          heirs.push(heir);
        });
      });
    }
    this.#sources = sourcesOf;
    this.#statements = new Map(
      [...stated].map(([source, releases]) => [
        source,
        [...releases].map(([release, heirs]) => ({ release, heirs })).sort((a, b) => a.release - b.release),
      ]),
    );
  }

  /** Objects whose chain of heirs as of `release` passes through or ends in `number`, nearest first. */
  before(number: number, release: number): readonly number[] {
    const found = new Set([number]);
    // A set gives what is added to it while one walks it.
    for (const heir of found)
      for (const source of this.#sources.get(heir) ?? [])
        if (this.of(source, release).includes(heir)) found.add(source);
    found.delete(number);
    return [...found];
  }

  /** Heirs of object `number` as of `release`; [] where no release states any, two where one release states two. */
  of(number: number, release: number): readonly number[] {
    const statements = this.#statements.get(number) ?? [];
    const said = statements.findLast((statement) => statement.release <= release) ?? statements[0];
    return said?.heirs ?? [];
  }
}
