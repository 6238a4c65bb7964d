import { capabilityKey, foldCapabilityId } from "../../model/capability.js";

/** A capability as one set spells it. */
export interface SpelledCapability {
  readonly set: string;
  /** Framework and capabilityKey. */
  readonly key: string;
  /** foldCapabilityId. */
  readonly spelled: string;
}

/** What a count needs of a capability id; made once an id where rows are many. */
export function toSpelled({ framework, set }: { framework: string; set: string }, id: string): SpelledCapability {
  return { set, key: `${framework}:${capabilityKey(framework, id)}`, spelled: foldCapabilityId(framework, id) };
}

/**
 * Distinct capabilities of rows: former ids join over sets, never inside one. What one set has as two and a later one as
 * one counts as the set that has most of it says.
 */
export class CapabilityCount {
  readonly #keys = new Map<string, Map<string, Set<string>>>();

  add({ set, key, spelled }: SpelledCapability): void {
    const sets = this.#keys.get(key) ?? new Map<string, Set<string>>();
    this.#keys.set(key, sets.set(set, (sets.get(set) ?? new Set()).add(spelled)));
  }

  get size(): number {
    let all = 0;
    for (const sets of this.#keys.values()) all += Math.max(...[...sets.values()].map(({ size }) => size));
    return all;
  }
}
