import { type CapabilityInSet, capabilitiesOf, compareIds } from "../../knowledge/capability-index.js";
import { capabilityAt } from "../../knowledge/facts/at-row.js";
import type { SetFacts } from "../../knowledge/facts/set-facts.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { nearest } from "../../knowledge/suggest.js";
import { capabilitySlug } from "../../model/capability.js";
import { type Framework, findFrameworkId, frameworkOf } from "../../model/framework.js";
import { isMapped, type Mapping } from "../../model/mapping.js";
import { type Answer, answer, problem } from "../answer.js";
import { hrefs } from "../hrefs.js";
import type { GroupRef } from "./capability.js";
import { findSet } from "./capability-lookup.js";
import { type Exposure, exposureOf } from "./exposure.js";
import { livingIn } from "./living-id.js";
import { newestOrLast } from "./newest-or-last.js";
import { unknownFramework } from "./row-filter.js";
import { groupsOf } from "./set.js";
import { type SetRef, toSetRef } from "./set-ref.js";
import { type FunctionCounts, type Summary, summarize } from "./summary.js";

/** A capability in a list, with what it reaches in one set. */
export interface CapabilityRow {
  readonly id: string;
  readonly name: string | null;
  readonly set: string;
  readonly rows: number;
  readonly nonMappable: number;
  readonly techniques: number;
  readonly functions: readonly FunctionCounts[];
}

/** A group of capabilities over its framework's newest sets, or as one set has it. */
export interface CapabilityGroupView {
  readonly framework: Framework;
  readonly group: GroupRef;
  readonly view: {
    readonly kind: "current" | "as-authored";
    readonly sets: readonly SetRef[];
    /** No newest set has the group any more: the last ones that had it are shown. */
    readonly dropped: boolean;
  };
  readonly capabilities: readonly CapabilityRow[];
  readonly summary: Summary;
  /** None of a set whose release is not loaded. */
  readonly exposure: readonly Exposure[];
  /** Sets of the framework that use the group, reading order. */
  readonly versions: readonly SetRef[];
}

/** A framework's group over its newest sets that use it, or frozen in one set (`set` given, or none can be carried). */
export function capabilityGroupView(
  kb: KnowledgeBase,
  question: { readonly framework: string; readonly group: string; readonly set?: string | undefined },
): Answer<CapabilityGroupView> {
  const framework = findFrameworkId(question.framework, kb.frameworkIds);
  if (framework === null) return unknownFramework(kb, question.framework);
  const using = kb.sets
    .filter((set) => set.framework === framework)
    .map((set) => kb.facts(set.id))
    .flatMap((facts) => groupIn(facts, question.group) ?? []);
  const frozen = question.set === undefined ? null : findSet(kb, question.set);
  if (frozen && !frozen.ok) return frozen;
  const current = newestOrLast(kb, using);
  // Where no set that has it can be carried, the newest one shows it as authored.
  const last = current.shown.length > 0 ? undefined : using[0];
  const inSet = frozen?.view.id ?? last?.facts.id ?? null;
  const shown = inSet === null ? current.shown : using.filter(({ facts }) => facts.id === inSet);
  const [head] = shown;
  if (!head) return unknownGroup(kb, framework, { group: question.group, set: frozen?.view.id ?? null });
  const entries = shown.map(({ facts, id }) => rowsOfGroup(kb, facts, { id, frozen: inSet !== null }));
  return answer({
    framework: frameworkOf(framework),
    group: { id: head.id, name: (head.facts.groups.get(head.id) ?? head.id).trim() },
    view: {
      kind: inSet === null ? "current" : "as-authored",
      sets: shown.map(({ facts }) => toSetRef(kb, facts.id)),
      dropped: current.dropped,
    },
    capabilities: entries.flatMap(({ capabilities }) => capabilities),
    summary: summarize(entries.flatMap(({ mappings }) => mappings)),
    exposure: entries.flatMap(({ exposure }) => exposure ?? []),
    versions: using.map(({ facts }) => toSetRef(kb, facts.id)),
  });
}

function groupIn(facts: SetFacts, asked: string): { facts: SetFacts; id: string } | null {
  const wanted = asked.trim().toLowerCase();
  const found = groupsOf(facts).find(({ id }) =>
    [id, decodeURIComponent(capabilitySlug(id))].some((text) => text.trim().toLowerCase() === wanted),
  );
  return found ? { facts, id: found.id } : null;
}

function rowsOfGroup(kb: KnowledgeBase, facts: SetFacts, { id, frozen }: { id: string; frozen: boolean }) {
  const { domain, attackVersion } = facts.key;
  const release = frozen ? attackVersion : kb.newestRelease(domain);
  const aligned = frozen ? null : kb.aligned(facts.id, release);
  const inGroup = (row: number) => capabilityAt(facts, row)?.group === id;
  const members = [...capabilitiesOf(facts).values()]
    .map((entry) => ({ entry, rows: entry.rows.filter(inGroup) }))
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => compareIds(a.entry.id, b.entry.id));
  const techniqueOf = aligned?.techniqueOf ?? livingIn(kb, facts);
  const placed = members
    .flatMap(({ rows }) => rows)
    .map((row) => {
      const mapping = kb.mapping(facts, row, aligned?.labelOf(row) ?? null);
      return { at: techniqueOf(row), mapping };
    });
  const mapped = placed.filter(({ mapping }) => isMapped(mapping));
  const onTechnique = new Map<string, Mapping[]>();
  for (const { at, mapping } of mapped) if (at !== null) onTechnique.set(at, [...(onTechnique.get(at) ?? []), mapping]);
  return {
    mappings: mapped.map(({ mapping }) => mapping),
    capabilities: members.map(({ entry, rows }) => toCapabilityRow(kb, entry, { rows, techniqueOf })),
    exposure: kb.isPlaced(facts.key) ? exposureOf(kb, { domain, release }, onTechnique) : null,
  };
}

/** One capability's line: `rows` in its set, their functions, and the living techniques on which they stand. */
export function toCapabilityRow(
  kb: KnowledgeBase,
  entry: CapabilityInSet,
  { rows, techniqueOf }: { readonly rows: readonly number[]; readonly techniqueOf: (row: number) => string | null },
): CapabilityRow {
  const all = rows.map((row) => kb.mapping(entry.facts, row, null));
  const mappings = all.filter(isMapped);
  return {
    id: entry.id,
    name: entry.name,
    set: entry.facts.id,
    rows: mappings.length,
    nonMappable: all.length - mappings.length,
    techniques: new Set(mappings.flatMap(({ row }) => techniqueOf(row) ?? [])).size,
    functions: summarize(mappings).functions,
  };
}

function unknownGroup(
  kb: KnowledgeBase,
  framework: string,
  { group, set: inSet }: { readonly group: string; readonly set: string | null },
) {
  const sets = kb.sets.filter((set) => set.framework === framework && (inSet === null || set.id === inSet));
  const known = [...new Set(sets.flatMap((set) => groupsOf(kb.facts(set.id)).map(({ id }) => id)))];
  const near = nearest(group, known);
  const shown = near.length > 0 ? near : known.slice(0, 12);
  return problem(404, "TM4023", {
    title: "No such capability group",
    detail:
      `${frameworkOf(framework).name} has no group ${JSON.stringify(group)} here. ${near.length > 0 ? `Did you mean ${near.join(", ")}?` : ""}`.trim(),
    suggestions: shown.map((id) => ({
      label: id,
      href: inSet === null ? hrefs.capabilityGroup(framework, id) : hrefs.setGroup(inSet, id),
    })),
  });
}
