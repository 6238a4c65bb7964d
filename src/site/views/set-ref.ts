import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Domain } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import type { OriginKind } from "../../model/origin.js";
import type { AttackVersion } from "../../model/version.js";

/** A mapping set as a list or a link shows it. */
export interface SetRef {
  readonly id: string;
  readonly framework: string;
  readonly frameworkName: string;
  readonly frameworkVersion: string;
  readonly attackVersion: AttackVersion;
  readonly domain: Domain;
  /** Newest of its framework in its domain, of those whose release is loaded. */
  readonly newest: boolean;
  /** `own`: the user compiled it; it may stand in place of a published set of the same id. */
  readonly originKind: OriginKind;
  /** Its ATT&CK release is loaded; else it is shown as authored only, and left out of answers about techniques. */
  readonly releaseLoaded: boolean;
  readonly rows: number;
  readonly mappable: number;
  readonly nonMappable: number;
  /** MM/DD/YYYY as the file writes it. */
  readonly updated: string | null;
}

/** Throws for a set that is not loaded. */
export function toSetRef(kb: KnowledgeBase, id: string): SetRef {
  const set = kb.set(id);
  if (!set) throw new Error(`no set ${id}`);
  const { framework, frameworkVersion, attackVersion, domain, rows, mappable, nonMappable, updated } = set;
  return {
    id,
    framework,
    frameworkName: frameworkOf(framework).name,
    frameworkVersion,
    attackVersion,
    domain,
    originKind: set.origin.kind,
    newest: kb.newestSets(domain).some((newest) => newest.id === id),
    releaseLoaded: kb.isPlaced(set),
    rows,
    mappable,
    nonMappable,
    updated,
  };
}
