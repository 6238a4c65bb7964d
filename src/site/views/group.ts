import type { ReleaseView } from "../../attack/release-view.js";
import type { HistoryEvent, Timeline } from "../../attack/timeline.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { newestHolding } from "../../knowledge/newest-holding.js";
import type { AttackObject } from "../../model/attack.js";
import type { Domain } from "../../model/domain.js";
import type { AttackVersion } from "../../model/version.js";
import { type Answer, answer, problem } from "../answer.js";
import { hrefs } from "../hrefs.js";
import { type DescribedObject, describe } from "./description.js";
import { didYouMean } from "./did-you-mean.js";
import { type Frame, type FrameQuestion, frameOfObject, framesOf } from "./frame.js";
import { type Gap, type GapQuestion, gapFilterOf, gapOf } from "./gap.js";
import { type Lacking, lackingIn, silenceWords } from "./lacking.js";
import { notInRelease } from "./not-in-release.js";
import { frameOfKinds } from "./object-frame.js";
import { otherKind } from "./other-kind.js";
import { type Reach, reachOf } from "./reach.js";
import { type RefList, toObjectFacts, toRef } from "./refs.js";
import type { RowFilter } from "./row-filter.js";
import { type TechniqueRow, toTechniqueRows } from "./technique-list.js";

/** A kind of objects that a release's source lacks, so that what a group does through them is not known there. */
export interface Unheld {
  readonly kind: "campaign" | "software";
  /** The newest release whose source holds the kind and that has the group; null where there is none. */
  readonly newest: AttackVersion | null;
}

/** What a group does in one domain, at one release. */
export interface GroupInDomain {
  readonly view: Frame;
  /** Reported of the group itself. */
  readonly direct: readonly TechniqueRow[];
  /** Reported of campaigns attributed to it, beyond the direct ones. */
  readonly byCampaign: readonly TechniqueRow[];
  /** What its software and that of its campaigns can do, beyond both: a capability of the tool, not an observation. */
  readonly bySoftware: readonly TechniqueRow[];
  readonly campaigns: RefList;
  readonly software: RefList;
  /** Whose techniques cannot be known, since the release's source lacks the kind; [] where it holds both. */
  readonly unheld: readonly Unheld[];
  /** Each framework's reach over the direct techniques. */
  readonly reach: readonly Reach[];
  /** Direct techniques that the framework asked for does not answer; null where none was asked for. */
  readonly gap: Gap | null;
}

/** The group that was asked for, where the answer is about the one that it became. */
export interface AskedGroup {
  readonly id: string;
  readonly name: string;
  /** The last release in which it was active; null where none has it so. */
  readonly lastActive: AttackVersion | null;
}

/** A threat group in every domain that has it. */
export interface GroupView {
  readonly group: DescribedObject;
  /** Set when the id asked for was revoked: the group it is now. */
  readonly asked: AskedGroup | null;
  readonly domains: readonly GroupInDomain[];
  /** Releases that were asked for and whose source lacks groups. */
  readonly lacking: readonly Lacking[];
  readonly history: readonly HistoryEvent[];
}

/** A group in every domain that has it. "Use" is reported observation, not frequency. */
export function groupView(
  kb: KnowledgeBase,
  question: FrameQuestion & GapQuestion & { readonly id: string },
): Answer<GroupView> {
  const filter = gapFilterOf(kb, question);
  if (!filter.ok) return filter;
  const wanted = findGroup(kb, question.id);
  if (wanted === null) return unknownGroup(kb, question.id);
  const entries: GroupInDomain[] = [];
  let head: { object: AttackObject; frame: Frame } | null = null;
  let asked: GroupView["asked"] = null;
  // The newest release of a domain may not hold groups at all: then the newest one that does.
  const framed = framesOf(kb.domains, (domain) => frameOfKinds(kb, { domain, kinds: ["group"] }, question));
  if (!framed.ok) return framed;
  for (const frame of framed.view) {
    const timeline = kb.timeline(frame.domain);
    const release = timeline.at(frame.release);
    const named = release.object("group", wanted);
    if (!named) continue;
    const [heir] = named.state === "revoked" ? release.targets(named, "revoked-by") : [];
    if (heir) asked ??= { id: wanted, name: named.name, lastActive: lastActive(timeline, wanted) };
    const object = heir ?? named;
    head ??= { object, frame };
    entries.push(inDomain(kb, { frame, release, group: object, filter: filter.view }));
  }
  const lacking = lackingIn(kb, ["group"], question).filter(
    ({ domain }) => kb.timeline(domain).states("group", wanted).length > 0,
  );
  if (!head) {
    const states = kb.domains.flatMap((domain) => kb.timeline(domain).states("group", wanted));
    const at = { id: wanted, release: question.attack ?? question.aligned ?? null };
    return notInRelease("TM4041", at, { states, page: hrefs.group, silence: silenceWords("groups", lacking) });
  }
  const id = head.object.id ?? wanted;
  return answer({
    group: { ...toObjectFacts(head.object, id), description: describe(kb, head.object, head.frame.release) },
    asked,
    domains: entries,
    lacking,
    history: kb.timeline(head.frame.domain).history("group", id),
  });
}

function lastActive(timeline: Timeline, id: string): AttackVersion | null {
  return timeline.states("group", id).findLast(({ state }) => state === "active")?.release ?? null;
}

interface Placed {
  readonly frame: Frame;
  readonly release: ReleaseView;
  readonly group: AttackObject;
  readonly filter: RowFilter;
}

function inDomain(kb: KnowledgeBase, at: Placed): GroupInDomain {
  const { frame, release, group, filter } = at;
  const held = kb.timeline(frame.domain).heldKinds(release.version);
  const used = (object: AttackObject) => release.targets(object, "uses");
  const techniquesOf = (object: AttackObject) => used(object).filter(({ kind }) => kind === "technique");
  const isSoftware = ({ kind }: AttackObject) => kind === "malware" || kind === "tool";
  const campaigns = release.sources(group, "attributed-to").filter(({ kind }) => kind === "campaign");
  const software = used(group).filter(isSoftware);
  const direct = techniquesOf(group);
  const seen = new Set(direct);
  const fresh = (techniques: readonly AttackObject[]) =>
    [...new Set(techniques)].filter((technique) => !seen.has(technique) && seen.add(technique)).sort(byId);
  const byCampaign = fresh(campaigns.flatMap(techniquesOf));
  const bySoftware = fresh(
    [...software, ...campaigns.flatMap((campaign) => used(campaign).filter(isSoftware))].flatMap(techniquesOf),
  );
  const ids = direct.flatMap(({ id }) => id ?? []);
  const rows = toTechniqueRows(kb, frame, direct);
  return {
    view: frameOfObject(frame, kb.timeline(frame.domain).states("group", group.id ?? "")),
    direct: rows,
    byCampaign: toTechniqueRows(kb, frame, byCampaign),
    bySoftware: toTechniqueRows(kb, frame, bySoftware),
    campaigns: { held: held.has("campaign"), items: campaigns.map(toRef) },
    software: { held: held.has("malware"), items: software.map(toRef) },
    unheld: unheldOf(kb, at),
    reach: reachOf(kb, frame, ids),
    gap: gapOf(kb, frame, { rows, filter }),
  };
}

function unheldOf(kb: KnowledgeBase, { frame, release, group }: Placed): readonly Unheld[] {
  const timeline = kb.timeline(frame.domain);
  return (["campaign", "software"] as const).flatMap((kind) => {
    const held = kind === "campaign" ? kind : "malware";
    if (timeline.heldKinds(release.version).has(held)) return [];
    const newest = newestHolding(kb, frame.domain, [held]);
    const known = timeline.heldKinds(newest).has(held) && timeline.at(newest).object("group", group.id ?? "");
    return [{ kind, newest: known ? newest : null }];
  });
}

function byId(a: AttackObject, b: AttackObject): number {
  return (a.id ?? "") < (b.id ?? "") ? -1 : 1;
}

/** A group's id by id or by any of its names: `APT29`, `cozy bear`, `g16`. */
export function findGroup(kb: KnowledgeBase, asked: string): string | null {
  const text = asked.trim();
  const numbered = /^g[-\s]?0*(\d{1,4})$/i.exec(text);
  if (numbered) {
    const id = `G${(numbered[1] ?? "").padStart(4, "0")}`;
    if (kb.domains.some((domain) => kb.timeline(domain).findAnywhere(id).length > 0)) return id;
  }
  const folded = text.toLowerCase();
  for (const domain of kb.domains) {
    const named = newestGroups(kb, domain).find(({ name, aliases }) =>
      [name, ...aliases].some((known) => known.toLowerCase() === folded),
    );
    if (named?.id) return named.id;
  }
  return null;
}

/** Groups of the newest release that holds any: the newest of a domain may lack them. */
function newestGroups(kb: KnowledgeBase, domain: Domain): readonly AttackObject[] {
  return kb
    .timeline(domain)
    .at(newestHolding(kb, domain, ["group"]))
    .objects("group");
}

function unknownGroup(kb: KnowledgeBase, asked: string) {
  const named = kb.domains.flatMap((domain) =>
    newestGroups(kb, domain).flatMap(({ id, name, aliases }) => {
      if (id === null) return [];
      const meant = { label: `${id} ${name}`, href: hrefs.group(id) };
      return [id, name, ...aliases].map((text) => ({ text, meant }));
    }),
  );
  const { words, suggestions } = otherKind(kb, asked) ?? didYouMean(asked, named);
  return problem(404, "TM4040", {
    title: "No such group",
    detail: `No loaded release has a group ${JSON.stringify(asked.trim())}.${words}`,
    suggestions,
  });
}
