import { type Prose, parseProse } from "../../attack/prose.js";
import { type Capability, type CapabilityInSet, joinedInSets } from "../../knowledge/capability-index.js";
import { capabilityAt, isMappedAt, techniqueIdAt } from "../../knowledge/facts/at-row.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { capabilityKey, foldCapabilityId } from "../../model/capability.js";
import { capabilityAliases } from "../../model/capability-aliases.js";
import type { Domain } from "../../model/domain.js";
import { type Framework, frameworkOf } from "../../model/framework.js";
import { isMapped, type Mapping, type MappingFunction, type Rating } from "../../model/mapping.js";
import { type AttackVersion, compareVersions, parseAttackVersion } from "../../model/version.js";
import { type Answer, answer } from "../answer.js";
import type { Query } from "../route.js";
import { type TableFrame, tableView } from "../table/table-view.js";
import { findCapability, findCapabilityOfSet } from "./capability-lookup.js";
import { capabilityRowsOf } from "./capability-rows.js";
import { type DefenseIn, type DefenseQuestion, defenseFilterOf, defenseOf } from "./defense.js";
import { type Exposure, exposureOf } from "./exposure.js";
import { alignedFrameOf, type Frame, framesOf } from "./frame.js";
import { livingId } from "./living-id.js";
import { newestOrLast } from "./newest-or-last.js";
import { notCarried } from "./not-carried.js";
import { type SetRef, toSetRef } from "./set-ref.js";
import { type Summary, summarize } from "./summary.js";

/** A group of capabilities. */
export interface GroupRef {
  readonly id: string;
  /** As the set declares it, trimmed; the id where it declares none. */
  readonly name: string;
}

/** A capability in one version of its framework. */
export interface CapabilityVersion {
  readonly set: SetRef;
  readonly id: string;
  readonly name: string | null;
  readonly spellings: readonly string[];
  readonly groups: readonly GroupRef[];
  readonly rows: number;
  readonly nonMappable: number;
  readonly techniques: number;
}

/** Rows of one capability of a set that give one technique and function several ratings: all are shown, the best one heads. */
export interface RatingConflict {
  readonly set: string;
  readonly techniqueId: string;
  readonly function: MappingFunction;
  readonly ratings: readonly Rating[];
  readonly rows: readonly number[];
}

/** A capability over its framework's newest sets, or as one set has it. */
export interface CapabilityView {
  readonly framework: Framework;
  readonly capability: {
    readonly key: string;
    readonly id: string;
    readonly name: string | null;
    readonly groups: readonly GroupRef[];
    /** Every other spelling that leads here, old ids included. */
    readonly spellings: readonly string[];
    /** From the user's store; null while not loaded. */
    readonly description: Prose | null;
  };
  readonly view: {
    /** current, aligned: the newest sets that have it, carried to the newest releases or to one. as-authored: one set, frozen. */
    readonly kind: "current" | "aligned" | "as-authored";
    /** What rows are carried to: the newest release (of the first domain, where several have it) or the one asked for; null where frozen. */
    readonly release: AttackVersion | null;
    /** Releases that it may be carried to in some domain, newest first. */
    readonly releases: readonly AttackVersion[];
    readonly sets: readonly SetRef[];
    /** Domains without the release asked for: their sets are left out. */
    readonly lacking: readonly Domain[];
    /** The framework's newest sets no longer have it: the sets above are the last that had it. */
    readonly dropped: boolean;
  };
  /** Rows with a technique that pass, in the order of the file unless asked otherwise; all else here is of every row. */
  readonly mappings: readonly Mapping[];
  readonly nonMappable: readonly Mapping[];
  /** What is asked of the rows, and what could be. */
  readonly page: TableFrame;
  /** Rows whose technique is unknown or has no living heir at the release shown. */
  readonly stranded: readonly Mapping[];
  readonly summary: Summary;
  /** None where the set is frozen on a release that is not loaded. */
  readonly exposure: readonly Exposure[];
  /** Of a threat: what answers the techniques of each `exposure`. A defence is an answer itself: []. */
  readonly defense: readonly DefenseIn[];
  /** Techniques on which no other capability of the same set has a row on exactly that id. */
  readonly restsOnThisAlone: readonly string[];
  readonly conflicts: readonly RatingConflict[];
  readonly versions: readonly CapabilityVersion[];
}

/** Beside these what a table of rows is asked: words, facets, order. */
export interface CapabilityQuestion extends Query, DefenseQuestion {
  readonly framework: string;
  readonly id: string;
  readonly set?: string | undefined;
  /** A release that rows are carried to; not with `set`. */
  readonly aligned?: string | undefined;
}

/**
 * A capability over its framework's newest sets (domains joined), carried to the newest releases or to one; or frozen in one
 * set (`set` given, or no set that has it can be carried).
 */
export function capabilityView(kb: KnowledgeBase, question: CapabilityQuestion): Answer<CapabilityView> {
  const { framework, set, id } = question;
  if (set !== undefined) {
    const found = findCapabilityOfSet(kb, { framework, set, id });
    return found.ok
      ? assemble(kb, found.view.capability, { frozen: found.view.inSet, aligned: null, question })
      : found;
  }
  const found = findCapability(kb, framework, id);
  if (!found.ok) return found;
  const [newest] = found.view.sets;
  const isCarried = found.view.sets.some(({ facts }) => kb.isPlaced(facts.key));
  if (!isCarried && newest !== undefined) {
    if (question.aligned !== undefined) return notCarried({ id: newest.facts.id, ...newest.facts.key });
    return assemble(kb, found.view, { frozen: newest, aligned: null, question });
  }
  return assemble(kb, found.view, { frozen: null, aligned: parseAttackVersion(question.aligned ?? ""), question });
}

/** All rows of a view in one list, as files have them: those that pass and, where nothing is asked, those that say "nothing fits" behind. */
export function filedRows({ page, mappings, nonMappable }: CapabilityView): readonly Mapping[] {
  const { q, facets } = page.question;
  const isAsked = q !== "" || Object.keys(facets).length > 0;
  return isAsked ? mappings : [...mappings, ...nonMappable];
}

interface Standing {
  readonly frozen: CapabilityInSet | null;
  /** null: each domain's newest release. */
  readonly aligned: AttackVersion | null;
}

function assemble(
  kb: KnowledgeBase,
  capability: Capability,
  { frozen, aligned, question }: Standing & { readonly question: CapabilityQuestion },
): Answer<CapabilityView> {
  const framework = frameworkOf(capability.framework);
  const filter = defenseFilterOf(kb, framework, question);
  if (!filter.ok) return filter;
  const current = newestOrLast(kb, capability.sets);
  const having = frozen ? [frozen] : joinedInSets(current.shown);
  // Beside one of two products that became one, the other is neither a version nor a spelling of it.
  const versions = capability.sets.filter((entry) => entry === frozen || entry.facts.id !== frozen?.facts.id);
  const domains = [...new Set(having.map(({ facts }) => facts.key.domain))];
  const asked = frozen ? { attack: frozen.facts.key.attackVersion } : { aligned: question.aligned };
  const isFramed = having.every(({ facts }) => kb.isPlaced(facts.key));
  const framed = isFramed ? framesOf(domains, (domain) => alignedFrameOf(kb, domain, asked)) : answer([]);
  if (!framed.ok) return framed;
  const frames = new Map(framed.view.map((frame) => [frame.domain, frame]));
  const shown = isFramed ? having.filter(({ facts }) => frames.has(facts.key.domain)) : having;
  const placed = shown.map((entry) => place(kb, entry, { frozen, aligned }));
  const sets = placed.map(({ entry, release, mapped }) => ({
    facts: entry.facts,
    release,
    rows: mapped.map(({ row }) => row),
  }));
  const table = capabilityRowsOf(kb, sets, { carried: frozen === null });
  const found = tableView(table, question);
  if (!found.ok) return found;
  const { rows: mappings, ...page } = found.view;
  const head = shown[0] ?? (capability.sets[0] as CapabilityInSet);
  const exposure = (isFramed ? placed : []).map(({ release, entry, mapped }) =>
    exposureOf(kb, { domain: entry.facts.key.domain, release }, byTechnique(mapped)),
  );
  return answer({
    framework,
    capability: {
      key: capability.key,
      id: head.id,
      name: head.name,
      groups: uniqueGroups(shown.flatMap(groupsOf)),
      spellings: [...new Set(versions.flatMap((entry) => entry.spellings))].filter((id) => id !== head.id),
      description: descriptionOf(kb, shown, idsOf(capability, { shown, versions })),
    },
    view: {
      kind: frozen ? "as-authored" : aligned === null ? "current" : "aligned",
      release: frozen ? null : (aligned ?? kb.newestRelease(head.facts.key.domain)),
      releases: releasesOf(kb, domains),
      sets: shown.map((entry) => toSetRef(kb, entry.facts.id)),
      lacking: isFramed ? domains.filter((domain) => !frames.has(domain)) : [],
      dropped: current.dropped,
    },
    mappings,
    page,
    nonMappable: placed.flatMap(({ nonMappable }) => nonMappable),
    stranded: placed.flatMap(({ mapped }) => mapped.filter(({ at }) => at === null).map(({ row }) => row)),
    summary: summarize(table.rows),
    exposure,
    defense:
      framework.side === "threat"
        ? exposure.map((entry) =>
            defenseOf(kb, frames.get(entry.domain) as Frame, { exposure: entry, filter: filter.view }),
          )
        : [],
    restsOnThisAlone: placed.flatMap(({ alone }) => alone),
    conflicts: placed.flatMap(({ mapped }) => conflictsOf(mapped.map(({ row }) => row))),
    versions: versions.map((entry) => toVersion(kb, entry)),
  });
}

interface PlacedRow {
  readonly row: Mapping;
  /** The technique it stands on at the release shown; null when stranded. */
  readonly at: string | null;
}

/** A capability's rows in one set, each on the technique it stands on: as authored, or carried. */
function place(kb: KnowledgeBase, entry: CapabilityInSet, standing: Standing) {
  const { facts } = entry;
  const { domain, framework } = facts.key;
  const frozen = standing.frozen !== null;
  const release = frozen ? facts.key.attackVersion : (standing.aligned ?? kb.newestRelease(domain));
  const aligned = frozen ? null : kb.aligned(facts.id, release);
  const keyOf = frozen ? foldCapabilityId : capabilityKey;
  const own = keyOf(framework, entry.id);
  const all = entry.rows.map((row): PlacedRow => {
    const mapping = kb.mapping(facts, row, aligned?.labelOf(row) ?? null);
    return { row: mapping, at: aligned ? aligned.techniqueOf(row) : livingId(kb, facts.key, mapping) };
  });
  const mapped = all.filter(({ row }) => isMapped(row));
  const reached = new Set(mapped.flatMap(({ at }) => at ?? []));
  const others = (id: string) =>
    (aligned?.rowsOn(id) ?? kb.authoredRows(facts.id, id)).some((row) => {
      const spelled = capabilityAt(facts, row)?.id ?? null;
      const mappable = isMappedAt(facts, row);
      return mappable && spelled !== null && keyOf(framework, spelled) !== own;
    });
  return {
    entry,
    release,
    mapped,
    nonMappable: all.filter(({ row }) => !isMapped(row)).map(({ row }) => row),
    alone: [...reached].filter((id) => !others(id)),
  };
}

function byTechnique(rows: readonly PlacedRow[]): ReadonlyMap<string, readonly Mapping[]> {
  const techniques = new Map<string, Mapping[]>();
  for (const { row, at } of rows) {
    if (at === null) continue;
    const own = techniques.get(at);
    if (own) own.push(row);
    else techniques.set(at, [row]);
  }
  return techniques;
}

function conflictsOf(rows: readonly Mapping[]): readonly RatingConflict[] {
  const keyed = new Map<string, Mapping[]>();
  for (const row of rows) {
    if (row.function === null || row.rating === null || row.techniqueId === null) continue;
    const spelled = foldCapabilityId(row.framework, row.capabilityId ?? "");
    const key = [spelled, row.techniqueId.trim(), row.mappingType, row.function].join("\u0000");
    keyed.set(key, [...(keyed.get(key) ?? []), row]);
  }
  return [...keyed.values()].flatMap((same) => {
    const [first] = same;
    const ratings = [...new Set(same.flatMap((row) => row.rating ?? []))];
    if (!first || first.function === null || ratings.length < 2) return [];
    return [
      {
        set: first.set,
        techniqueId: first.techniqueId ?? "",
        function: first.function,
        ratings,
        rows: same.map((row) => row.row),
      },
    ];
  });
}

function toVersion(kb: KnowledgeBase, entry: CapabilityInSet): CapabilityVersion {
  const { facts } = entry;
  const mapped = entry.rows.filter((row) => isMappedAt(facts, row));
  return {
    set: toSetRef(kb, facts.id),
    id: entry.id,
    name: entry.name,
    spellings: entry.spellings,
    groups: groupsOf(entry),
    rows: mapped.length,
    nonMappable: entry.rows.length - mapped.length,
    techniques: new Set(mapped.flatMap((row) => techniqueIdAt(facts, row) ?? [])).size,
  };
}

function groupsOf(entry: CapabilityInSet): readonly GroupRef[] {
  return entry.groups.map((id) => ({ id, name: (entry.facts.groups.get(id) ?? id).trim() }));
}

function uniqueGroups(groups: readonly GroupRef[]): readonly GroupRef[] {
  return [...new Map(groups.map((group) => [group.id, group])).values()];
}

/** The releases to which rows of any of these domains can be carried, newest first. */
function releasesOf(kb: KnowledgeBase, domains: readonly Domain[]): readonly AttackVersion[] {
  const releases = new Set(domains.flatMap((domain) => kb.timeline(domain).releases));
  return [...releases].sort(compareVersions).toReversed();
}

interface Entries {
  readonly shown: readonly CapabilityInSet[];
  readonly versions: readonly CapabilityInSet[];
}

/** Folded ids under which a description may stand: as shown, as of today, then former ones, those of other capabilities left out. */
function idsOf({ framework, key, sets }: Capability, { shown, versions }: Entries): readonly string[] {
  const folded = (entries: readonly CapabilityInSet[]) => entries.map(({ id }) => foldCapabilityId(framework, id));
  const others = new Set(folded(sets.filter((entry) => !versions.includes(entry))));
  const former = [...capabilityAliases(framework)].flatMap(([old, now]) => (now === key ? old : []));
  return [...folded(shown), key, ...former.filter((id) => !others.has(id))];
}

function descriptionOf(kb: KnowledgeBase, shown: readonly CapabilityInSet[], ids: readonly string[]): Prose | null {
  for (const { facts } of shown)
    for (const id of ids) {
      const text = kb.texts.capability(facts.id, id);
      if (text !== null) return parseProse(text, []);
    }
  return null;
}
