import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import type { AnyRoute } from "../site/route.js";
import { everyAddress } from "../site/sitemap.js";
import { isSelected, type SelectionWords } from "./selection.js";

/** Addresses that one thread renders in a row. */
export interface Job {
  readonly addresses: readonly string[];
  /** The release, set or framework that they show; jobs of one share what was carried and compared for it. */
  readonly needs: string;
}

/** A thread that renders last should not render long: no job is larger. */
const mostAddresses = 1500;

/** Every address of the table that is selected, each once, in the table's order. */
export function plannedAddresses(
  routes: readonly AnyRoute[],
  kb: KnowledgeBase,
  selection: SelectionWords,
): readonly string[] {
  return everyAddress(routes, kb).filter((address) => isSelected(selection, address));
}

/**
 * The addresses as jobs, the largest first. Those of one release, set or framework stay together and in a row: they need the
 * same sets, carried to the same release, which are costly to make and large to keep.
 */
export function jobsOf(addresses: readonly string[]): readonly Job[] {
  const groups = new Map<string, string[]>();
  for (const address of addresses) {
    const key = needsOf(address);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(address);
  }
  const parted = [...groups].map(([needs, group]): readonly Job[] => {
    const parts = Math.ceil(group.length / mostAddresses);
    const size = Math.ceil(group.length / parts);
    return Array.from({ length: parts }, (_, part) => ({
      addresses: group.slice(part * size, (part + 1) * size),
      needs,
    }));
  });
  const largest = (jobs: readonly Job[]) => jobs[0]?.addresses.length ?? 0;
  return parted.sort((a, b) => largest(b) - largest(a)).flat();
}

function needsOf(address: string): string {
  const release = /\/v\/[^/]+\/$/.exec(address)?.[0];
  if (release !== undefined) return release;
  return /^\/(?:sets\/(?:[^/]+\/){3}[^/]+|frameworks\/[^/]+)\//.exec(address)?.[0] ?? "";
}
