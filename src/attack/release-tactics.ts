import type { AttackObject } from "../model/attack.js";
import type { ReleaseObjects, ReleaseSource } from "./release-objects.js";
import type { MatrixView } from "./release-view.js";
import { tableOf, valueAt } from "./timeline-data.js";

/** Matrices of one release with their tactics, and which techniques serve which tactic. */
export class ReleaseTactics {
  readonly matrices: readonly MatrixView[];
  /** Active tactics: matrix by matrix in their order, those in no matrix last. */
  readonly tactics: readonly AttackObject[];
  readonly #rank: ReadonlyMap<AttackObject, number>;
  readonly #byShortname: ReadonlyMap<string, AttackObject>;
  readonly #techniques = new Map<AttackObject, AttackObject[]>();

  /** `objects` and the source are those of the release that holds the matrices, maybe a borrowed one. */
  constructor(objects: ReleaseObjects, { data, snapshots, release }: ReleaseSource) {
    const views = objects.ofKind("matrix").map((matrix): MatrixView => {
      const number = snapshots.numberOf(matrix);
      const table = tableOf(data, number);
      const tactics = valueAt(table.columns.tactics, number - table.offset, release).flatMap(
        (tactic) => objects.get(tactic) ?? [],
      );
      return { object: matrix, tactics: tactics.filter(isActive) };
    });
    // Mobile's two matrices share an id: the one with more tactics is the one meant.
    this.matrices = views.sort(
      (a, b) => Number(isActive(b.object)) - Number(isActive(a.object)) || b.tactics.length - a.tactics.length,
    );
    const listed = this.matrices.filter(({ object }) => isActive(object)).flatMap(({ tactics }) => tactics);
    this.tactics = [...new Set([...listed, ...objects.ofKind("tactic").filter(isActive)])];
    this.#rank = new Map(this.tactics.map((tactic, index) => [tactic, index]));
    const byShortname = new Map<string, AttackObject>();
    // Dead tactics too: a dead technique may still name them. Active ones last, so that they win.
    for (const tactic of [...objects.ofKind("tactic").filter((tactic) => !isActive(tactic)), ...this.tactics])
      if (tactic.shortname !== null) byShortname.set(tactic.shortname, tactic);
    this.#byShortname = byShortname;
  }

  ofTechnique(technique: AttackObject): readonly AttackObject[] {
    const tactics = technique.phases.flatMap((phase) => this.#byShortname.get(phase) ?? []);
    return tactics.sort((a, b) => (this.#rank.get(a) ?? Infinity) - (this.#rank.get(b) ?? Infinity));
  }

  /** `techniques` that serve `tactic`, in their order. Always asked with the same list. */
  techniquesOf(tactic: AttackObject, techniques: readonly AttackObject[]): readonly AttackObject[] {
    if (this.#techniques.size === 0)
      for (const technique of techniques)
        for (const served of this.ofTechnique(technique)) {
          const list = this.#techniques.get(served);
          if (list === undefined) this.#techniques.set(served, [technique]);
          else list.push(technique);
        }
    return this.#techniques.get(tactic) ?? [];
  }

  /** This release's snapshot of a tactic, by STIX object. */
  has(tactic: AttackObject): boolean {
    return this.#rank.has(tactic);
  }
}

export function isActive(object: AttackObject): boolean {
  return object.state === "active";
}
