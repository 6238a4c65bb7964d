import { capabilitiesOf } from "../../knowledge/capability-index.js";
import { isMappedAt } from "../../knowledge/facts/at-row.js";
import type { SetFacts, SetMetadata } from "../../knowledge/facts/set-facts.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackObject } from "../../model/attack.js";
import { foldCapabilityId } from "../../model/capability.js";
import { type Framework, frameworkOf } from "../../model/framework.js";
import { isMapped, type Mapping } from "../../model/mapping.js";
import type { Origin } from "../../model/origin.js";
import type { AttackVersion } from "../../model/version.js";
import { type Answer, answer } from "../answer.js";
import type { Query } from "../route.js";
import { type TableView, tableView } from "../table/table-view.js";
import { findSet } from "./capability-lookup.js";
import { type FindingSummary, findingsOf } from "./findings.js";
import { notCarried } from "./not-carried.js";
import { type Ref, toRef } from "./refs.js";
import { carriedTo, type SetCarried } from "./set-carried.js";
import { type SetStepView, stepsToSet } from "./set-changes.js";
import { type SetRef, toSetRef } from "./set-ref.js";
import { type ScoreCell, scoreGridOf, setRowsOf } from "./set-rows.js";

/** A mapping set as authored, or its rows carried to a release. */
export interface SetView {
  readonly set: SetRef;
  readonly framework: Framework;
  readonly origin: Origin;
  readonly serialisation: string;
  readonly metadata: SetMetadata;
  readonly counts: {
    readonly rows: number;
    readonly mappable: number;
    readonly nonMappable: number;
    /** Distinct capabilities, a capability of two spellings once; `capabilitiesMapped` have a mappable row. */
    readonly capabilities: number;
    readonly capabilitiesMapped: number;
    readonly groups: number;
    /** Distinct technique ids on mappable rows, and those without a dot. */
    readonly techniques: number;
    readonly parents: number;
    /**
     * Of these ids, those that are no active technique of the release and domain: revoked, or of another domain. null: the
     * release is not loaded, and nobody can say.
     */
    readonly notInRelease: number | null;
    /** Active techniques of the release that no row of this set names, mapped or not; null as above. */
    readonly silent: number | null;
  };
  /** Declared mapping types, id → name as written. */
  readonly types: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly SetGroupRow[];
  /** How the rows came to the release that was asked for; null where they are shown as authored. */
  readonly carried: SetCarried | null;
  /** Releases with content of their own that the rows can be carried to, newest first; none where their own is not loaded. */
  readonly releases: readonly AttackVersion[];
  readonly scores: readonly ScoreCell[];
  /** One page of the rows that pass, file order unless asked otherwise, those that say that nothing fits behind. */
  readonly page: TableView<Mapping>;
  /** Rows that say "this capability addresses no technique". */
  readonly capabilitiesWithout: readonly Mapping[];
  /** Rows that say "no capability addresses this technique". */
  readonly techniquesWithout: readonly Mapping[];
  /** Empty too where the release is not loaded (`counts.silent` is null). */
  readonly silent: readonly Ref[];
  readonly findings: readonly FindingSummary[];
  /** The set against those that it follows: the release before, the framework version before. */
  readonly changes: readonly SetStepView[];
  /** The framework's other sets, reading order. */
  readonly others: readonly SetRef[];
}

/** A group of capabilities in one set. */
export interface SetGroupRow {
  readonly id: string;
  readonly name: string;
  readonly capabilities: number;
  /** Rows that map something, and those that say that nothing fits. */
  readonly rows: number;
  readonly nonMappable: number;
}

/** What of a set's view no question changes. */
type SetParts = Omit<SetView, "scores" | "page" | "carried">;

/**
 * One mapping set: counts, rows as the question (as an address has it) asks them, what it does not map. Frozen as authored;
 * only the rows are carried, and only where `aligned` names the release.
 */
export function setView(kb: KnowledgeBase, question: Query & { readonly set: string }): Answer<SetView> {
  const found = findSet(kb, question.set);
  if (!found.ok) return found;
  const facts = kb.facts(found.view.id);
  const to = carriedTo(kb, facts.key.domain, question);
  if (!to.ok) return to;
  if (to.view !== null && !kb.isPlaced(facts.key)) return notCarried(found.view);
  const { table, carried } = setRowsOf(kb, facts, to.view);
  const page = tableView(table, question);
  if (!page.ok) return page;
  const parts = kb.once(`set ${facts.id}`, () => setParts(kb, facts, found.view.origin));
  return answer({
    ...parts,
    carried,
    scores: scoreGridOf(table, page.view),
    page: page.view,
  });
}

function setParts(kb: KnowledgeBase, facts: SetFacts, origin: Origin): SetParts {
  const { rows } = setRowsOf(kb, facts, null).table;
  const mappable = rows.filter(isMapped);
  const without = rows.filter((row) => !isMapped(row));
  const active = activeIn(kb, facts);
  const named = new Set(rows.flatMap((row) => row.techniqueId?.trim() ?? []));
  const silent = [...(active?.values() ?? [])].filter(({ id }) => id !== null && !named.has(id)).map(toRef);
  const techniques = new Set(mappable.flatMap((row) => row.techniqueId?.trim() ?? []));
  const groups = groupsOf(facts);
  const capabilities = capabilitiesOf(facts);
  return {
    set: toSetRef(kb, facts.id),
    framework: frameworkOf(facts.key.framework),
    origin,
    serialisation: facts.serialisation,
    metadata: facts.metadata,
    counts: {
      rows: rows.length,
      mappable: mappable.length,
      nonMappable: without.length,
      capabilities: capabilities.size,
      capabilitiesMapped: [...capabilities.values()].filter((own) => own.rows.some((row) => isMappedAt(facts, row)))
        .length,
      groups: groups.length,
      techniques: techniques.size,
      parents: [...techniques].filter((id) => !id.includes(".")).length,
      notInRelease: active && [...techniques].filter((id) => !active.has(id)).length,
      silent: active && silent.length,
    },
    types: [...facts.types].map(([id, name]) => ({ id, name })),
    groups,
    releases: active === null ? [] : kb.timeline(facts.key.domain).releases.toReversed(),
    capabilitiesWithout: without.filter((row) => row.capabilityId !== null),
    techniquesWithout: without.filter((row) => row.capabilityId === null),
    silent,
    findings: findingsOf(facts),
    changes: stepsToSet(kb, facts.id),
    others: kb.sets
      .filter((set) => set.framework === facts.key.framework && set.id !== facts.id)
      .map((set) => toSetRef(kb, set.id)),
  };
}

/** Active techniques of the release that the set was written for, by id; null where it is not loaded. */
function activeIn(kb: KnowledgeBase, { key }: SetFacts): ReadonlyMap<string, AttackObject> | null {
  const timeline = kb.timeline(key.domain);
  const release = timeline.resolve(key.attackVersion);
  if (release === null) return null;
  return new Map(
    timeline
      .at(release)
      .activeTechniques()
      .map((technique) => [technique.id ?? "", technique]),
  );
}

/** Groups that rows use, in declared order, then undeclared ones; empty declared groups are no content. */
export function groupsOf(facts: SetFacts): readonly SetGroupRow[] {
  const used = new Map<string, { capabilities: Set<number>; rows: number; nonMappable: number }>();
  for (let row = 0; row < facts.rows; row++) {
    const index = facts.capability[row] ?? 0;
    const group = facts.capabilities[index]?.group;
    if (group == null) continue;
    const entry = used.get(group) ?? { capabilities: new Set<number>(), rows: 0, nonMappable: 0 };
    entry.capabilities.add(index);
    if (isMappedAt(facts, row)) entry.rows++;
    else entry.nonMappable++;
    used.set(group, entry);
  }
  const order = [...facts.groups.keys()].filter((id) => used.has(id));
  const undeclared = [...used.keys()].filter((id) => !facts.groups.has(id));
  return [...order, ...undeclared].map((id) => ({
    id,
    name: (facts.groups.get(id) ?? id).trim(),
    capabilities: distinctCapabilities(facts, used.get(id)?.capabilities ?? new Set()),
    rows: used.get(id)?.rows ?? 0,
    nonMappable: used.get(id)?.nonMappable ?? 0,
  }));
}

/** `SC-8` and `SC-08` are one. */
function distinctCapabilities(facts: SetFacts, indexes: ReadonlySet<number>): number {
  const { framework } = facts.key;
  const keys = [...indexes].map((index) => {
    const { id } = facts.capabilities[index] ?? { id: null };
    return id === null ? null : foldCapabilityId(framework, id);
  });
  return new Set(keys).size;
}
