import type { AttackKind, AttackObject, LifeState } from "../../model/attack.js";

/** An ATT&CK object as a list or a link shows it. */
export interface Ref {
  readonly kind: AttackKind;
  /** null for data components before 18.0, which have no ATT&CK id. */
  readonly id: string | null;
  readonly name: string;
}

export function toRef(object: AttackObject): Ref {
  return { kind: object.kind, id: object.id, name: object.name };
}

/**
 * Objects related to the one shown. `held` is false where the release's source lacks that kind: then nothing is known,
 * which is not "none".
 */
export interface RefList {
  readonly held: boolean;
  readonly items: readonly Ref[];
}

/** An ATT&CK object's own facts at one release, as every page of such an object starts. */
export interface ObjectFacts {
  readonly kind: AttackKind;
  readonly id: string;
  readonly name: string;
  readonly state: LifeState;
  readonly platforms: readonly string[];
  readonly aliases: readonly string[];
  readonly objectVersion: string | null;
  /** The object's page at attack.mitre.org; null for kinds without one. */
  readonly url: string | null;
}

const publisherPath = {
  technique: "techniques",
  tactic: "tactics",
  mitigation: "mitigations",
  group: "groups",
  malware: "software",
  tool: "software",
  campaign: "campaigns",
  "data-source": "datasources",
  "data-component": "datacomponents",
  "detection-strategy": "detectionstrategies",
  asset: "assets",
  matrix: null,
  analytic: null,
} as const satisfies Record<AttackKind, string | null>;

export function toObjectFacts(object: AttackObject, id: string): ObjectFacts {
  const path = publisherPath[object.kind];
  const { kind, name, state, platforms, aliases, objectVersion } = object;
  const url = path === null ? null : `https://attack.mitre.org/${path}/${id.replace(".", "/")}/`;
  return { kind, id, name, state, platforms, aliases, objectVersion, url };
}
