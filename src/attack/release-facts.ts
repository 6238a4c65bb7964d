import type { AttackKind, LifeState, RelationType } from "../model/attack.js";
import type { Domain } from "../model/domain.js";
import type { AttackVersion } from "../model/version.js";
import type { TextMark } from "./text-mark.js";

/** What one release says of one object, keyed by STIX id: the key that survives renumbering. */
export interface ObjectFacts {
  readonly stixId: string;
  readonly kind: AttackKind;
  readonly id: string | null;
  readonly name: string;
  readonly state: LifeState;
  /** Sorted, trimmed; the publisher's "None" is no platform. */
  readonly platforms: readonly string[];
  /** In the publisher's order, the object's own name left out. */
  readonly aliases: readonly string[];
  /** Sorted phase names of the domain's own kill chain. */
  readonly phases: readonly string[];
  readonly shortname: string | null;
  readonly objectVersion: string | null;
  /** Matrices: STIX ids of their tactics, in order, dangling ones resolved or left out. */
  readonly tactics: readonly string[];
  /** null where the release gives no description. */
  readonly text: TextMark | null;
  /** The STIX id is made up, because the source of a derived release did not tell it. */
  readonly minted: boolean;
}

/** A live relation between two objects of the release. */
export interface RelationFacts {
  readonly type: RelationType;
  readonly source: string;
  readonly target: string;
}

/** One release of one domain, objects by STIX id, relations each once. */
export interface ReleaseFacts {
  readonly domain: Domain;
  readonly version: AttackVersion;
  readonly objects: readonly ObjectFacts[];
  readonly relations: readonly RelationFacts[];
}
