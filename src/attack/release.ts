import type { AttackKind, AttackObject, RelationType } from "../model/attack.js";
import type { Domain } from "../model/domain.js";
import type { AttackVersion } from "../model/version.js";
import { ReleaseObjects, type ReleaseSource, type Snapshots } from "./release-objects.js";
import { ReleaseRelations } from "./release-relations.js";
import { isActive, ReleaseTactics } from "./release-tactics.js";
import type { MatrixView, ReleaseView } from "./release-view.js";
import type { TimelineData } from "./timeline-data.js";

/** One release of a timeline; everything is read when first asked for and kept. */
export class Release implements ReleaseView {
  readonly domain: Domain;
  readonly version: AttackVersion;
  readonly borrowedMatrix: AttackVersion | null;
  readonly #source: ReleaseSource;
  readonly #snapshots: Snapshots;
  readonly #matrixRelease: number;
  readonly #objects: ReleaseObjects;
  readonly #relations: ReleaseRelations;
  #tactics: ReleaseTactics | null = null;
  #active: readonly AttackObject[] | null = null;

  constructor(source: ReleaseSource) {
    const { data, snapshots, release } = source;
    this.domain = data.domain;
    this.version = data.releases[release]?.version as AttackVersion;
    this.#source = source;
    this.#snapshots = snapshots;
    this.#objects = new ReleaseObjects(source);
    this.#relations = new ReleaseRelations(this.#objects, source);
    this.#matrixRelease = matrixRelease(data, release);
    this.borrowedMatrix =
      this.#matrixRelease === release ? null : (data.releases[this.#matrixRelease]?.version ?? null);
  }

  objects(kind: AttackKind): readonly AttackObject[] {
    return this.#objects.ofKind(kind);
  }

  object(kind: AttackKind, id: string): AttackObject | null {
    return this.#objects.find(kind, id);
  }

  activeTechniques(): readonly AttackObject[] {
    this.#active ??= this.objects("technique").filter(isActive);
    return this.#active;
  }

  targets(source: AttackObject, type: RelationType): readonly AttackObject[] {
    return this.#relations.ends(source, type, "targets");
  }

  sources(target: AttackObject, type: RelationType): readonly AttackObject[] {
    return this.#relations.ends(target, type, "sources");
  }

  matrices(): readonly MatrixView[] {
    return this.#matrix().matrices;
  }

  tactics(): readonly AttackObject[] {
    return this.#matrix().tactics;
  }

  tacticsOf(technique: AttackObject): readonly AttackObject[] {
    return this.#matrix().ofTechnique(technique);
  }

  techniquesOf(tactic: AttackObject): readonly AttackObject[] {
    const matrix = this.#matrix();
    // A snapshot of another release stands for the same tactic here.
    const own = matrix.has(tactic)
      ? tactic
      : matrix.tactics.find((other) => this.#snapshots.numberOf(other) === this.#snapshots.numberOf(tactic));
    return own === undefined ? [] : matrix.techniquesOf(own, this.activeTechniques());
  }

  subtechniquesOf(technique: AttackObject): readonly AttackObject[] {
    return this.sources(technique, "subtechnique-of");
  }

  parentOf(technique: AttackObject): AttackObject | null {
    return this.targets(technique, "subtechnique-of")[0] ?? null;
  }

  #matrix(): ReleaseTactics {
    if (this.#tactics === null) {
      const source = { ...this.#source, release: this.#matrixRelease };
      const objects = this.borrowedMatrix === null ? this.#objects : new ReleaseObjects(source);
      this.#tactics = new ReleaseTactics(objects, source);
    }
    return this.#tactics;
  }
}

/** The release whose matrices serve `release`: itself, else the first later one, else the last earlier one with any. */
function matrixRelease(data: TimelineData, release: number): number {
  const holds = (at: number) => data.releases[at]?.kinds.includes("matrix") === true;
  for (let at = release; at < data.releases.length; at++) if (holds(at)) return at;
  for (let at = release - 1; at >= 0; at--) if (holds(at)) return at;
  return release;
}
