import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { parseAttackVersion } from "../model/version.js";

/**
 * The address that answers for a release without content of its own: that of the release it equals. `there` are the
 * addresses that exist; null where neither does.
 */
export function standingAddress(kb: KnowledgeBase, address: string, there: ReadonlySet<string>): string | null {
  const path = address.replace(/[?#].*$/, "");
  if (there.has(path)) return address;
  const version = parseAttackVersion(/\/v\/([^/]+)\/$/.exec(path)?.[1] ?? "");
  if (version === null) return null;
  const equal = kb.domains.map((domain) =>
    path.replace(/[^/]+\/$/, `${kb.timeline(domain).resolve(version) ?? version}/`),
  );
  return equal.find((candidate) => there.has(candidate)) ?? null;
}
