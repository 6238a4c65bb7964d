import type { AttackKind, AttackObject, RelationType } from "../model/attack.js";
import type { Domain } from "../model/domain.js";
import type { AttackVersion } from "../model/version.js";

export interface MatrixView {
  readonly object: AttackObject;
  /** Tactics in the matrix's own order, live ones only. */
  readonly tactics: readonly AttackObject[];
}

/**
 * One ATT&CK release of one domain, read-only. Objects are snapshots as that release states them; every list is in the
 * order of ATT&CK ids (then STIX ids). Relations are live ones: not revoked or deprecated, both ends active (revoked-by
 * apart), each pair once.
 */
export interface ReleaseView {
  readonly domain: Domain;
  readonly version: AttackVersion;
  /** Objects of a kind in every state. */
  objects(kind: AttackKind): readonly AttackObject[];
  /** By ATT&CK id, spelled as the publisher does; where two bear it, the active one wins. */
  object(kind: AttackKind, id: string): AttackObject | null;
  /** Active techniques, parents and subs. */
  activeTechniques(): readonly AttackObject[];
  /** Where `source` points by `type`. */
  targets(source: AttackObject, type: RelationType): readonly AttackObject[];
  /** Who points at `target` by `type`. */
  sources(target: AttackObject, type: RelationType): readonly AttackObject[];
  /** Active matrices first. Releases without matrix objects (1.0, 2.0) borrow those of 3.0; ask `borrowedMatrix`. */
  matrices(): readonly MatrixView[];
  readonly borrowedMatrix: AttackVersion | null;
  /** Active tactics in matrix order. */
  tactics(): readonly AttackObject[];
  /** The tactics of a technique, in matrix order. */
  tacticsOf(technique: AttackObject): readonly AttackObject[];
  /** Active techniques of a tactic, parents and subs. */
  techniquesOf(tactic: AttackObject): readonly AttackObject[];
  /** Active sub-techniques of a technique, in id order. */
  subtechniquesOf(technique: AttackObject): readonly AttackObject[];
  parentOf(technique: AttackObject): AttackObject | null;
}
