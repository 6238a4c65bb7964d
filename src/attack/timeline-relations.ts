import { relationTypes } from "../model/attack.js";
import { byText } from "./order.js";
import type { HeldRelation, HeldRelease } from "./timeline-builder.js";
import type { RelationBlock, TimelineData } from "./timeline-data.js";

/**
 * Relations grouped by type and by the releases they stand in; patterns and blocks in an order that depends on the
 * contents only. Relations that stand in none of the releases are left out.
 */
export function buildRelations(
  releases: readonly HeldRelease[],
  relations: readonly HeldRelation[],
  numbers: ReadonlyMap<string, number>,
): Pick<TimelineData, "patterns" | "relations"> {
  const presence = presenceOf(releases, relations.length);
  const groups = new Map<string, { pattern: string; type: number; pairs: [number, number][] }>();
  relations.forEach((relation, index) => {
    const pattern = presence[index] ?? "";
    if (pattern === "") return;
    const type = relationTypes.indexOf(relation.type);
    const key = `${type} ${pattern}`;
    const group = groups.get(key) ?? { pattern, type, pairs: [] };
    groups.set(key, group);
    group.pairs.push([numbers.get(relation.source) ?? 0, numbers.get(relation.target) ?? 0]);
  });
  const patterns = [...new Set([...groups.values()].map(({ pattern }) => pattern))].sort(byText);
  const indexOf = new Map(patterns.map((pattern, index) => [pattern, index]));
  const blocks = [...groups.values()].map(({ pattern, type, pairs }) => {
    pairs.sort(([a, b], [c, d]) => a - c || b - d);
    return {
      type,
      block: {
        type: relationTypes[type] as RelationBlock["type"],
        pattern: indexOf.get(pattern) ?? 0,
        sources: Uint32Array.from(pairs, ([source]) => source),
        targets: Uint32Array.from(pairs, ([, target]) => target),
      },
    };
  });
  blocks.sort((a, b) => a.type - b.type || a.block.pattern - b.block.pattern);
  return {
    patterns: patterns.map((pattern) => Uint8Array.from(pattern, Number)),
    relations: blocks.map(({ block }) => block),
  };
}

/** By relation number: "0010…", a digit a release; "" for one that stands in none. */
function presenceOf(releases: readonly HeldRelease[], count: number): readonly string[] {
  const columns = releases.map((release) => {
    const column = new Uint8Array(count);
    for (const relation of release.relations) column[relation] = 1;
    return column;
  });
  return Array.from({ length: count }, (_, relation) => {
    const digits = columns.map((column) => column[relation]);
    return digits.includes(1) ? digits.join("") : "";
  });
}
