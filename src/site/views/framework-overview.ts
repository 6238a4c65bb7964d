import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf, type Side } from "../../model/framework.js";
import type { Mapping } from "../../model/mapping.js";
import type { OriginKind } from "../../model/origin.js";
import type { AttackVersion } from "../../model/version.js";
import type { GroupRef } from "./capability.js";
import { type FunctionCounts, summarize } from "./summary.js";
import type { TechniqueRows } from "./technique-rows.js";

/** One set's answer on a technique; sets without a row are listed too: silence is not a statement. */
export interface FrameworkOverview {
  readonly framework: string;
  readonly name: string;
  readonly side: Side;
  readonly set: string;
  readonly originKind: OriginKind;
  readonly frameworkVersion: string;
  readonly attackVersion: AttackVersion;
  readonly rows: number;
  readonly capabilities: number;
  /** Rows that say "no capability of ours addresses it". */
  readonly nonMappable: number;
  readonly functions: readonly FunctionCounts[];
  /** Groups that its rows name, as the set declares them; a row itself has the id only. */
  readonly groups: readonly GroupRef[];
}

export function frameworksOverview(
  kb: KnowledgeBase,
  { sets, mappings, nonMappable }: TechniqueRows,
): readonly FrameworkOverview[] {
  return sets.map((set) => {
    const own = mappings.filter((row) => row.set === set.id);
    const { name, side } = frameworkOf(set.framework);
    const summary = summarize(own as readonly Mapping[]);
    return {
      framework: set.framework,
      name,
      side,
      set: set.id,
      originKind: set.origin.kind,
      frameworkVersion: set.frameworkVersion,
      attackVersion: set.attackVersion,
      rows: own.length,
      capabilities: summary.defenseCapabilities + summary.threatCapabilities,
      nonMappable: nonMappable.filter((row) => row.set === set.id).length,
      functions: summary.functions,
      groups: groupsOf(kb, set.id, own),
    };
  });
}

function groupsOf(kb: KnowledgeBase, set: string, rows: readonly Mapping[]): readonly GroupRef[] {
  const { groups } = kb.facts(set);
  const ids = [...new Set(rows.flatMap(({ capabilityGroup }) => capabilityGroup ?? []))];
  return ids.map((id) => ({ id, name: (groups.get(id) ?? id).trim() }));
}
