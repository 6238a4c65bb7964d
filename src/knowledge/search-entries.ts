import type { AttackKind } from "../model/attack.js";
import { capabilityAliases } from "../model/capability-aliases.js";
import { type Domain, domainNames } from "../model/domain.js";
import { frameworkOf } from "../model/framework.js";
import { groupsInSets } from "./group-names.js";
import type { KnowledgeBase } from "./knowledge-base.js";
import { newestHolding } from "./newest-holding.js";

/** Kinds of things that search finds; each has a page. */
export const entryKinds = [
  "technique",
  "tactic",
  "group",
  "software",
  "campaign",
  "mitigation",
  "capability",
  "capability-group",
  "framework",
  "set",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Something with a page, as a search finds it. */
export interface SearchEntry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly name: string;
  /** Other spellings, aliases, old ids. */
  readonly also: readonly string[];
  /** Framework for capabilities and their groups, domain for ATT&CK objects. */
  readonly context: string;
  readonly framework: string | null;
  /** "revoked in 19.0" and the like; null for the living. */
  readonly note: string | null;
}

/** The entries of a knowledge base: living objects of the newest releases, and dead technique ids that people still cite. */
export function searchEntries(kb: KnowledgeBase): readonly SearchEntry[] {
  return [
    ...kb.domains.flatMap((domain) => attackEntries(kb, domain)),
    ...kb.frameworkIds.flatMap((id) => frameworkEntries(kb, id)),
  ];
}

function attackEntries(kb: KnowledgeBase, domain: Domain): readonly SearchEntry[] {
  const timeline = kb.timeline(domain);
  const release = timeline.at(timeline.newest);
  const context = domainNames[domain];
  const heirs = new Map<string, string[]>();
  const dead = new Map<string, string>();
  for (const { id, state } of release.objects("technique")) {
    if (id === null || state === "active") continue;
    const found = timeline.lineage.successor(id, timeline.newest);
    const heir = found?.end === "active" ? found.path.at(-1) : undefined;
    dead.set(id, heir === undefined ? state : `now ${heir}`);
    if (heir !== undefined) heirs.set(heir, [...(heirs.get(heir) ?? []), id]);
  }
  const techniques = release.objects("technique").flatMap((technique): readonly SearchEntry[] => {
    const { id, name } = technique;
    if (id === null) return [];
    // Whoever asks for what a technique took over means the technique of today.
    const taken = (heirs.get(id) ?? []).flatMap((old) => [old, ...formerNames(kb, domain, ["technique", old])]);
    const names = [...formerNames(kb, domain, ["technique", id]), ...taken];
    const also = [...new Set(names)].filter((other) => other !== name);
    return [{ kind: "technique", id, name, also, context, framework: null, note: dead.get(id) ?? null }];
  });
  const tactics = release.tactics().flatMap(({ id, name }): readonly SearchEntry[] => {
    if (id === null) return [];
    const also = formerNames(kb, domain, ["tactic", id]).filter((other) => other !== name);
    return [{ kind: "tactic", id, name, also, context, framework: null, note: null }];
  });
  const others = namedKinds.flatMap((named) => namedEntries(kb, domain, named));
  return [...techniques, ...tactics, ...others];
}

/** Names that an object had in any release. */
function formerNames(
  kb: KnowledgeBase,
  domain: Domain,
  [kind, id]: readonly [kind: AttackKind, id: string],
): readonly string[] {
  return [
    ...new Set(
      kb
        .timeline(domain)
        .states(kind, id)
        .map(({ name }) => name),
    ),
  ];
}

interface NamedKind {
  readonly kind: EntryKind;
  readonly kinds: readonly AttackKind[];
  readonly context: string;
}

/** Objects that several domains share; each is listed once, under the first domain that has it. */
const namedKinds: readonly NamedKind[] = [
  { kind: "group", kinds: ["group"], context: "ATT&CK group" },
  { kind: "software", kinds: ["malware", "tool"], context: "ATT&CK software" },
  { kind: "campaign", kinds: ["campaign"], context: "ATT&CK campaign" },
  { kind: "mitigation", kinds: ["mitigation"], context: "ATT&CK mitigation" },
];

function namedEntries(kb: KnowledgeBase, domain: Domain, { kind, kinds, context }: NamedKind): readonly SearchEntry[] {
  const newest = (of: Domain) => kb.timeline(of).at(newestHolding(kb, of, kinds));
  const first = (id: string) =>
    kb.domains.find((known) => kinds.some((wanted) => newest(known).object(wanted, id)?.state === "active"));
  return kinds
    .flatMap((wanted) => newest(domain).objects(wanted))
    .flatMap(({ id, name, aliases, state }): readonly SearchEntry[] =>
      id === null || state !== "active" || first(id) !== domain
        ? []
        : [{ kind, id, name, also: aliases, context, framework: null, note: null }],
    );
}

function frameworkEntries(kb: KnowledgeBase, framework: string): readonly SearchEntry[] {
  const { name, shortName, noun } = frameworkOf(framework);
  const sets = kb.sets.filter((set) => set.framework === framework);
  const renamed = [...capabilityAliases(framework)];
  const capabilities = kb.capabilities(framework).all.map((capability): SearchEntry => {
    const old = renamed.flatMap(([oldId, key]) => (key === capability.key ? oldId : []));
    const spellings = [...capability.sets.flatMap((entry) => entry.spellings), ...old];
    return {
      kind: "capability",
      id: capability.id,
      name: capability.name ?? capability.id,
      also: [...new Set(spellings)].filter((id) => id !== capability.id),
      context: `${shortName} ${noun}`,
      framework,
      note: null,
    };
  });
  const groups = groupsInSets(sets.map((set) => kb.facts(set.id))).map(
    (group): SearchEntry => ({
      kind: "capability-group",
      id: group.id,
      name: group.name,
      also: [],
      context: `${shortName} group`,
      framework,
      note: null,
    }),
  );
  return [
    { kind: "framework", id: framework, name, also: [shortName], context: "framework", framework, note: null },
    ...sets.map(
      (set): SearchEntry => ({
        kind: "set",
        id: set.id,
        name: `${shortName} ${set.frameworkVersion} on ATT&CK ${set.attackVersion}`,
        also: [],
        context: domainNames[set.domain],
        framework,
        note: null,
      }),
    ),
    ...groups,
    ...capabilities,
  ];
}
