import type { HistoryEvent } from "../../attack/timeline.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackObject, LifeState } from "../../model/attack.js";
import type { Domain } from "../../model/domain.js";
import type { Mapping } from "../../model/mapping.js";
import { parentIdOf } from "../../model/technique-id.js";
import { type AttackVersion, compareVersions } from "../../model/version.js";
import { type Answer, answer } from "../answer.js";
import { hrefs } from "../hrefs.js";
import { type DescribedObject, describe } from "./description.js";
import { type Frame, type FrameQuestion, frameOf, frameOfObject } from "./frame.js";
import { type FrameworkOverview, frameworksOverview } from "./framework-overview.js";
import { type GaugeBar, gaugeOf } from "./gauge.js";
import { notInRelease } from "./not-in-release.js";
import { type Predecessor, predecessorsOf, standingBefore } from "./predecessor.js";
import { type Ref, type RefList, toObjectFacts, toRef } from "./refs.js";
import { isOf, passes, type RowFilter, type RowQuestion, rowFilterOf } from "./row-filter.js";
import { type Summary, summarize } from "./summary.js";
import { findTechnique } from "./technique-lookup.js";
import { relatedTo, type SubtechniqueRow } from "./technique-related.js";
import { foreignRows, rowsOnTechnique, strandedRows } from "./technique-rows.js";

/** A technique as one release of its domain has it. */
export interface TechniqueFacts extends DescribedObject {
  readonly domain: Domain;
  readonly release: AttackVersion;
  readonly isSubtechnique: boolean;
  readonly parent: Ref | null;
  /** In matrix order; ids mean what this release means by them (TA0005 changed at 19.0). */
  readonly tactics: readonly Ref[];
}

/** The technique that was asked for, where the answer is about another one or about one that is no longer active. */
export interface AskedTechnique {
  readonly id: string;
  readonly name: string;
  readonly state: LifeState;
  /** The last release in which it was active. */
  readonly lastActive: AttackVersion | null;
  /** The newest release on which a set was authored that names it. */
  readonly lastAuthored: AttackVersion | null;
  /** Technique ids from the one asked for to where its lineage ends, with their names. */
  readonly path: readonly Ref[];
  readonly end: "active" | "deprecated" | "revoked" | "absent";
}

/** Which rows are shown, and the ids of the sets that they are of. */
export interface TechniqueFrame extends Frame {
  readonly sets: readonly string[];
}

/** A technique and every mapping on it. */
export interface TechniqueView {
  readonly technique: TechniqueFacts;
  readonly asked: AskedTechnique | null;
  readonly view: TechniqueFrame;
  readonly filter: RowFilter;
  readonly mappings: readonly Mapping[];
  readonly nonMappable: readonly Mapping[];
  /** Rows on a technique without a living heir, or of another domain than their set: shown, not counted. */
  readonly stranded: readonly Mapping[];
  readonly summary: Summary;
  readonly frameworks: readonly FrameworkOverview[];
  readonly gauge: readonly GaugeBar[];
  readonly subtechniques: readonly SubtechniqueRow[];
  readonly related: {
    readonly groups: RefList;
    readonly software: RefList;
    readonly campaigns: RefList;
    readonly mitigations: RefList;
    readonly detections: RefList;
  };
  /** Ids that are this technique now, latest first; what only became it after the release shown is none. */
  readonly predecessors: readonly Predecessor[];
  readonly history: readonly HistoryEvent[];
}

export interface TechniqueQuestion extends FrameQuestion, RowQuestion {
  readonly id: string;
}

/**
 * What answers a technique: every row on exactly it, in the frame asked for. A revoked id is answered by what it is at
 * the frame's release, with the path (`asked`); as authored, an id is shown as that release knew it.
 */
export function techniqueView(kb: KnowledgeBase, question: TechniqueQuestion): Answer<TechniqueView> {
  const { id, attack, aligned, framework, "min-rating": least, rating } = question;
  const key = keyOf(["technique", id, attack, aligned, framework, question.function, least, rating]);
  return kb.views.get(key, () => answerTechnique(kb, question)) as Answer<TechniqueView>;
}

/** Each with its length, so that no word can pass for two; nothing asked and "" asked are two questions. */
function keyOf(words: readonly (string | undefined)[]): string {
  let key = "";
  for (const word of words) key += word === undefined ? "-" : `${word.length}:${word}`;
  return key;
}

function answerTechnique(kb: KnowledgeBase, question: TechniqueQuestion): Answer<TechniqueView> {
  const found = findTechnique(kb, question.id);
  if (!found.ok) return found;
  const framed = frameOf(kb, found.view.domain, question);
  if (!framed.ok) return framed;
  const filtered = rowFilterOf(kb, question);
  if (!filtered.ok) return filtered;
  const frame = framed.view;
  const shown = shownTechnique(kb, frame, found.view.id);
  if (!shown.ok) return shown;
  return answer(assemble(kb, { frame, filter: filtered.view, ...shown.view }));
}

interface Shown {
  readonly object: AttackObject;
  readonly id: string;
  readonly asked: AskedTechnique | null;
}

function shownTechnique(kb: KnowledgeBase, frame: Frame, id: string): Answer<Shown> {
  const timeline = kb.timeline(frame.domain);
  const content = timeline.resolve(frame.release) ?? frame.release;
  const release = timeline.at(content);
  const object = release.object("technique", id);
  if (object?.state === "active") return answer({ object, id, asked: null });
  const asked = askedTechnique(kb, frame, id);
  const heirId = asked?.end === "active" && frame.kind !== "as-authored" ? asked.path.at(-1)?.id : null;
  const heir = heirId == null ? null : release.object("technique", heirId);
  if (heir?.id != null) return answer({ object: heir, id: heir.id, asked });
  if (object) return answer({ object, id, asked });
  const states = timeline.states("technique", id);
  // As authored on the newest release is another question, and often an empty answer: the current page has all rows.
  const page = (of: string, at: AttackVersion) => hrefs.technique(of, at === frame.newest ? null : at);
  const before = standingBefore(timeline, id, content).map((then) => ({ ...then, href: thenHref(then.id, frame) }));
  return notInRelease("TM4011", { id, release: frame.release }, { states, page, before });
}

/** The question that was asked, of another technique. */
function thenHref(id: string, { kind, release }: Frame): string {
  return kind === "aligned" ? `${hrefs.technique(id)}?aligned=${release}` : hrefs.technique(id, release);
}

function askedTechnique(kb: KnowledgeBase, frame: Frame, id: string): AskedTechnique | null {
  const timeline = kb.timeline(frame.domain);
  const states = timeline.states("technique", id);
  const last = states.at(-1);
  if (!last) return null;
  const content = timeline.resolve(frame.release) ?? frame.release;
  const successor = timeline.lineage.successor(id, content);
  return {
    id,
    name: last.name,
    state: states.find((entry) => entry.release === content)?.state ?? last.state,
    lastActive: states.findLast((entry) => entry.state === "active")?.release ?? null,
    lastAuthored: lastAuthored(kb, frame.domain, id),
    path: (successor?.path ?? [id]).map((step) => ({
      kind: "technique",
      id: step,
      name: nameOf(kb, frame.domain, step),
    })),
    end: successor?.end ?? last.state,
  };
}

function lastAuthored(kb: KnowledgeBase, domain: Domain, id: string): AttackVersion | null {
  const counts = kb.authoredCounts(id);
  const sets = kb.placedSets.filter((set) => set.domain === domain && (counts.get(set.id) ?? 0) > 0);
  const releases = sets.map(({ attackVersion }) => attackVersion).sort(compareVersions);
  return releases.at(-1) ?? null;
}

function nameOf(kb: KnowledgeBase, domain: Domain, id: string): string {
  return kb.timeline(domain).states("technique", id).at(-1)?.name ?? id;
}

function assemble(kb: KnowledgeBase, shown: Shown & { frame: Frame; filter: RowFilter }): TechniqueView {
  const { frame, filter, object, id, asked } = shown;
  const timeline = kb.timeline(frame.domain);
  const release = timeline.at(frame.release);
  const rows = rowsOnTechnique(kb, frame, id);
  const mappings = rows.mappings.filter((row) => passes(filter, row));
  const parent = release.parentOf(object);
  const states = timeline.states("technique", id);
  const living = states.filter(({ state }) => state === "active");
  const counts = kb.authoredCounts(id);
  const alive = new Set(living.map((entry) => entry.release));
  return {
    technique: {
      ...toObjectFacts(object, id),
      domain: frame.domain,
      release: frame.release,
      isSubtechnique: parentIdOf(id) !== null,
      parent: parent ? toRef(parent) : null,
      tactics: release.tacticsOf(object).map(toRef),
      description: describe(kb, object, frame.release),
    },
    asked,
    view: { ...frameOfObject(frame, states), sets: rows.sets.map((set) => set.id) },
    filter,
    mappings,
    nonMappable: rows.nonMappable.filter((row) => isOf(filter, row.framework)),
    stranded: [...(object.state === "active" ? [] : strandedRows(kb, frame, id)), ...foreignRows(kb, frame, id)],
    summary: summarize(mappings),
    frameworks: frameworksOverview(kb, rows),
    gauge: gaugeOf(kb, frame.domain, {
      count: (set) => counts.get(set) ?? 0,
      exists: (version) => alive.has(version),
    }),
    ...relatedTo(kb, frame, object),
    predecessors: predecessorsOf(timeline, id, release.version),
    history: timeline.history("technique", id),
  };
}
