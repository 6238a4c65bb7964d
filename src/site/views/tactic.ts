import type { HistoryEvent } from "../../attack/timeline.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Domain, domainNames } from "../../model/domain.js";
import { type Answer, answer, problem } from "../answer.js";
import { hrefs } from "../hrefs.js";
import type { Query } from "../route.js";
import { type TableFrame, tableView } from "../table/table-view.js";
import { type DescribedObject, describe } from "./description.js";
import { didYouMean } from "./did-you-mean.js";
import { alignedFrameOf, type Frame, type FrameQuestion, frameOfObject } from "./frame.js";
import { notInRelease } from "./not-in-release.js";
import { otherKind } from "./other-kind.js";
import { type Reach, reachOf } from "./reach.js";
import { type Ref, toObjectFacts, toRef } from "./refs.js";
import { type TechniqueRow, toTechniqueRows } from "./technique-list.js";
import { tacticTableOf } from "./technique-table.js";

/** A tactic as one release of its domain has it. */
export interface TacticFacts extends DescribedObject {
  readonly domain: Domain;
  readonly shortname: string | null;
}

/** A tactic of one release with what answers its techniques. */
export interface TacticView {
  readonly tactic: TacticFacts;
  readonly view: Frame;
  /** Active techniques of the tactic that pass; in id order unless asked otherwise, parents before their subs. */
  readonly techniques: readonly TechniqueRow[];
  /** What is asked of them, and what could be. */
  readonly page: TableFrame;
  /** Of all its techniques: how many there are, are sub-techniques, and have a defence row. */
  readonly totals: { readonly techniques: number; readonly subtechniques: number; readonly answered: number };
  readonly reach: readonly Reach[];
  /** The release whose tactics this one borrows, having none of its own; null everywhere else. */
  readonly borrowedFrom: string | null;
  /** What the id meant over the releases: TA0005 is Defense Evasion up to 18.1 and Stealth at 19.0. */
  readonly names: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly history: readonly HistoryEvent[];
  /** The tactics of the matrix, this one among them, in its order. */
  readonly tactics: readonly Ref[];
}

/** A tactic of one release (it is keyed by domain, release and id) with what answers its techniques. */
export function tacticView(
  kb: KnowledgeBase,
  question: FrameQuestion & Query & { readonly id: string },
): Answer<TacticView> {
  const id = question.id.trim().toUpperCase();
  const domain = kb.domains.find((candidate) => isTacticOf(kb, candidate, id)) ?? null;
  if (domain === null) return unknownTactic(kb, question.id);
  const framed = alignedFrameOf(kb, domain, question);
  if (!framed.ok) return framed;
  const frame = framed.view;
  const timeline = kb.timeline(domain);
  const release = timeline.at(frame.release);
  // Releases 1.0 and 2.0 hold no tactic objects; those they borrow answer for them.
  const tactic = release.object("tactic", id) ?? release.tactics().find((borrowed) => borrowed.id === id);
  const states = timeline.states("tactic", id);
  if (!tactic) return notInRelease("TM4031", { id, release: frame.release }, { states, page: hrefs.tactic });
  const all = toTechniqueRows(kb, frame, release.techniquesOf(tactic));
  const found = tableView(tacticTableOf(kb, frame, all), question);
  if (!found.ok) return found;
  const { rows: techniques, ...page } = found.view;
  return answer({
    tactic: {
      ...toObjectFacts(tactic, id),
      domain,
      shortname: tactic.shortname,
      description: describe(kb, tactic, frame.release),
    },
    view: frameOfObject(frame, states),
    techniques,
    page,
    totals: {
      techniques: all.length,
      subtechniques: all.filter(({ isSubtechnique }) => isSubtechnique).length,
      answered: all.filter(({ defenseRows }) => defenseRows > 0).length,
    },
    reach: reachOf(
      kb,
      frame,
      all.map((row) => row.id),
    ),
    borrowedFrom: release.borrowedMatrix,
    names: namesOver(states),
    history: timeline.history("tactic", id),
    tactics: release.tactics().map(toRef),
  });
}

function isTacticOf(kb: KnowledgeBase, domain: Domain, id: string): boolean {
  return kb
    .timeline(domain)
    .findAnywhere(id)
    .some((object) => object.kind === "tactic");
}

function namesOver(states: readonly { readonly release: string; readonly name: string }[]): TacticView["names"] {
  const names: { name: string; from: string; to: string }[] = [];
  for (const { release, name } of states) {
    const last = names.at(-1);
    if (last?.name === name) last.to = release;
    else names.push({ name, from: release, to: release });
  }
  return names;
}

/** Tactics by every name that they had: many are asked for by a former one. */
function unknownTactic(kb: KnowledgeBase, asked: string) {
  const named = kb.domains.flatMap((domain) => {
    const timeline = kb.timeline(domain);
    const tactics = timeline.at(kb.newestRelease(domain)).tactics();
    return tactics.flatMap(({ id, name, shortname }) => {
      if (id === null) return [];
      const label = `${id} ${name}${domain === "enterprise" ? "" : ` (${domainNames[domain]})`}`;
      const former = timeline.states("tactic", id).map((state) => state.name);
      const texts = new Set([id, name, shortname ?? name, ...former]);
      return [...texts].map((text) => ({ text, meant: { label, href: hrefs.tactic(id) } }));
    });
  });
  const { words, suggestions } = otherKind(kb, asked) ?? didYouMean(asked, named);
  return problem(404, "TM4030", {
    title: "No such tactic",
    detail: `No loaded release has a tactic ${JSON.stringify(asked.trim())}.${words}`,
    suggestions,
  });
}
