import { capabilitiesOf } from "../../knowledge/capability-index.js";
import { isMappedAt, techniqueIdAt } from "../../knowledge/facts/at-row.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Domain } from "../../model/domain.js";
import { type Framework, findFrameworkId, frameworkOf } from "../../model/framework.js";
import { type AttackVersion, compareVersions } from "../../model/version.js";
import { type Answer, answer } from "../answer.js";
import type { Query } from "../route.js";
import { type TableFrame, tableView } from "../table/table-view.js";
import { CapabilityCount, toSpelled } from "./capability-count.js";
import type { CapabilityRow } from "./capability-group.js";
import { capabilityTableOf } from "./capability-list.js";
import { unknownFramework } from "./row-filter.js";
import { groupsOf, type SetGroupRow } from "./set.js";
import { type SetStepView, stepsToSet } from "./set-changes.js";
import { type SetRef, toSetRef } from "./set-ref.js";

/** A group of capabilities as one set has it. */
export interface GroupOfSet extends SetGroupRow {
  readonly set: string;
}

/** A framework: its sets, and what the newest of them hold. */
export interface FrameworkView {
  readonly framework: Framework;
  /** All sets, reading order: newest version first. */
  readonly sets: readonly SetRef[];
  /** Versions (newest first) and ATT&CK releases (oldest first) of the table versions × releases. */
  readonly versions: readonly string[];
  readonly releases: readonly string[];
  /** The newest set of each domain; where none of a domain can be carried, the newest as authored. */
  readonly newest: readonly SetRef[];
  /** Each set against those that it follows, newest set first. */
  readonly changes: readonly SetStepView[];
  /** Of the newest sets. */
  readonly groups: readonly GroupOfSet[];
  /** Of the newest sets: those that pass, in file order unless asked otherwise. */
  readonly capabilities: readonly CapabilityRow[];
  /** The releases, one a domain, whose techniques `capabilities` counts: rows are carried there. */
  readonly countedOn: readonly { readonly domain: Domain; readonly release: AttackVersion }[];
  /** What is asked of them, and what could be. */
  readonly page: TableFrame;
  /** How many of all of them are mapped to a technique; what several domains have counts once. */
  readonly mapped: number;
}

/** One framework: its versions over ATT&CK releases, and what its newest sets hold. */
export function frameworkView(
  kb: KnowledgeBase,
  question: Query & { readonly framework: string },
): Answer<FrameworkView> {
  const id = findFrameworkId(question.framework, kb.frameworkIds);
  if (id === null) return unknownFramework(kb, question.framework);
  const sets = kb.sets.filter((set) => set.framework === id).map((set) => toSetRef(kb, set.id));
  const newest = newestOf(sets);
  const table = capabilityTableOf(kb, newest);
  const found = tableView(table, question);
  if (!found.ok) return found;
  const { rows: capabilities, ...page } = found.view;
  return answer({
    framework: frameworkOf(id),
    sets,
    versions: [...new Set(sets.map((set) => set.frameworkVersion))],
    releases: [...new Set<string>(sets.map((set) => set.attackVersion))].sort(compareVersions),
    newest,
    changes: sets.flatMap((set) => stepsToSet(kb, set.id)),
    groups: newest.flatMap((set) => groupsOf(kb.facts(set.id)).map((group) => ({ ...group, set: set.id }))),
    capabilities,
    countedOn: newest
      .filter((set) => set.releaseLoaded)
      .map(({ domain }) => ({ domain, release: kb.newestRelease(domain) })),
    page,
    mapped: mappedIn(id, table.rows),
  });
}

/** Of a framework's sets in reading order, one a domain. */
function newestOf(sets: readonly SetRef[]): readonly SetRef[] {
  return sets.filter((set) => {
    const own = sets.filter(({ domain }) => domain === set.domain);
    return set === (own.find(({ newest }) => newest) ?? own[0]);
  });
}

function mappedIn(framework: string, capabilities: readonly CapabilityRow[]): number {
  const count = new CapabilityCount();
  for (const { id, set, rows } of capabilities) if (rows > 0) count.add(toSpelled({ framework, set }, id));
  return count.size;
}

/** The newest set of a framework and domain, and what it maps. */
export interface NewestSet extends SetRef {
  readonly capabilities: number;
  readonly techniques: number;
}

/** A framework in the list of all. */
export interface ListedFramework {
  readonly framework: Framework;
  readonly sets: number;
  readonly versions: number;
  readonly newest: readonly NewestSet[];
}

/** Every framework with its newest sets. */
export interface FrameworksView {
  readonly frameworks: readonly ListedFramework[];
  readonly totals: {
    readonly frameworks: number;
    readonly sets: number;
    readonly rows: number;
    readonly mappable: number;
    readonly nonMappable: number;
  };
}

/** Every framework with its newest sets, by id. */
export function frameworksView(kb: KnowledgeBase): FrameworksView {
  return {
    frameworks: kb.frameworkIds.map((id) => {
      const sets = kb.sets.filter((set) => set.framework === id).map((set) => toSetRef(kb, set.id));
      return {
        framework: frameworkOf(id),
        sets: sets.length,
        versions: new Set(sets.map((set) => set.frameworkVersion)).size,
        newest: newestOf(sets).map((set) => ({ ...set, ...countsOf(kb, set.id) })),
      };
    }),
    totals: {
      frameworks: kb.frameworkIds.length,
      sets: kb.sets.length,
      rows: sum(kb.sets.map((set) => set.rows)),
      mappable: sum(kb.sets.map((set) => set.mappable)),
      nonMappable: sum(kb.sets.map((set) => set.nonMappable)),
    },
  };
}

function countsOf(kb: KnowledgeBase, setId: string): Pick<NewestSet, "capabilities" | "techniques"> {
  const facts = kb.facts(setId);
  const techniques = new Set<string | null>();
  const capabilities = [...capabilitiesOf(facts).values()].filter(({ rows }) => {
    const mapped = rows.filter((row) => isMappedAt(facts, row));
    for (const row of mapped) techniques.add(techniqueIdAt(facts, row));
    return mapped.length > 0;
  });
  techniques.delete(null);
  return { capabilities: capabilities.length, techniques: techniques.size };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
