import { wordList } from "../../base/word-list.js";
import { type Domain, domainNames } from "../../model/domain.js";
import type { Unheld } from "../views/group.js";
import type { RefList } from "../views/refs.js";

/** What stands in place of an empty list: the release has none, or its source lacks the kind, so that nothing is known. */
export function noneWords({ held }: RefList, release: string): string {
  return held ? `none in ${release}` : `not in the source of ${release}`;
}

const throughOf = {
  campaign: "what its campaigns did",
  software: "what its software can do",
} as const satisfies Record<Unheld["kind"], string>;

/** A group's techniques that a release cannot tell, so that those it has are not taken for all. */
export function unheldWords({ kind }: Unheld, release: string): string {
  return `${throughOf[kind]} is not in the source of ${release}`;
}

/** Where no defensive framework has a set, a technique without a row is no technique that they leave open. */
export function noDefenseWords(domains: readonly Domain[]): string {
  const where = wordList(
    domains.map((domain) => domainNames[domain]),
    "or",
  );
  return `No defensive framework has a set of ${where}`;
}
