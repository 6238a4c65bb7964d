import type { SetFacts } from "./facts/set-facts.js";

/** Capability groups that rows of these sets use, with the name the newest of them declares; newest set first. */
export function groupsInSets(sets: readonly SetFacts[]): readonly { readonly id: string; readonly name: string }[] {
  const names = new Map<string, string>();
  for (const facts of sets)
    for (const { group } of facts.capabilities)
      if (group !== null && !names.has(group)) names.set(group, (facts.groups.get(group) ?? group).trim());
  return [...names].map(([id, name]) => ({ id, name }));
}
