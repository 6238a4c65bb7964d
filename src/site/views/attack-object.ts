import type { ReleaseView } from "../../attack/release-view.js";
import type { HistoryEvent } from "../../attack/timeline.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackKind, AttackObject, RelationType } from "../../model/attack.js";
import { type Answer, answer } from "../answer.js";
import { type DescribedObject, describe } from "./description.js";
import { type Frame, type FrameQuestion, frameOfObject, framesOf } from "./frame.js";
import { type Gap, type GapQuestion, gapFilterOf, gapOf } from "./gap.js";
import { type Lacking, lackingIn, silenceWords } from "./lacking.js";
import { notInRelease } from "./not-in-release.js";
import { frameOfKinds } from "./object-frame.js";
import { type ObjectKind, objectKindFacts } from "./object-kind.js";
import { findObjectId, statesOf, unknownObject } from "./object-lookup.js";
import { type Reach, reachOf } from "./reach.js";
import { type Ref, type RefList, toObjectFacts, toRef } from "./refs.js";
import type { RowFilter } from "./row-filter.js";
import { type Sharing, sharingOf } from "./sharing.js";
import { type TechniqueRow, toTechniqueRows } from "./technique-list.js";

/** What the object stands for in one domain, at one release. */
export interface ObjectInDomain {
  readonly view: Frame;
  /** Software: what it can do. Campaigns: what is reported of them. Mitigations: what they are advised against. */
  readonly techniques: readonly TechniqueRow[];
  /** Campaigns: what their software can do beyond that; a capability of the tool, not an observation. */
  readonly bySoftware: readonly TechniqueRow[];
  readonly related: readonly { readonly title: string; readonly list: RefList }[];
  /** Each framework's reach over `techniques`. */
  readonly reach: readonly Reach[];
  /** Of `techniques`, what the framework asked for does not answer; null where none was asked for. */
  readonly gap: Gap | null;
  /** Mitigations: capabilities that have rows on the same techniques. */
  readonly sharing: readonly Sharing[];
}

/** Software, a campaign or a mitigation, in every domain that has it. */
export interface AttackObjectView {
  readonly kind: ObjectKind;
  readonly object: DescribedObject;
  /** What a revoked object became in the release shown. */
  readonly heir: Ref | null;
  readonly domains: readonly ObjectInDomain[];
  /** Releases that were asked for and whose source lacks the kind: not shown here, or shown as of an older one. */
  readonly lacking: readonly Lacking[];
  readonly history: readonly HistoryEvent[];
}

/** Software, a campaign or a mitigation, in every domain that has it. A dead one is shown where it is, with its heir. */
export function attackObjectView(
  kb: KnowledgeBase,
  kind: ObjectKind,
  question: FrameQuestion & GapQuestion & { readonly id: string },
): Answer<AttackObjectView> {
  const filter = gapFilterOf(kb, question);
  if (!filter.ok) return filter;
  const id = findObjectId(kb, kind, question.id);
  if (id === null) return unknownObject(kb, kind, question.id);
  const found: Found[] = [];
  const { kinds, page } = objectKindFacts[kind];
  const framed = framesOf(kb.domains, (domain) => frameOfKinds(kb, { domain, kinds }, question));
  if (!framed.ok) return framed;
  for (const frame of framed.view) {
    const release = kb.timeline(frame.domain).at(frame.release);
    const object = kinds.flatMap((known) => release.object(known, id) ?? [])[0];
    if (object) found.push({ kind, frame, release, object });
  }
  const [first] = found;
  const lacking = lackingIn(kb, kinds, question).filter(({ domain }) => statesOf(kb, domain, { kind, id }).length > 0);
  if (!first) {
    const states = kb.domains.flatMap((domain) => statesOf(kb, domain, { kind, id }));
    const asked = { id, release: question.attack ?? question.aligned ?? null };
    const silence = silenceWords(objectKindFacts[kind].many, lacking);
    return notInRelease("TM4043", asked, { states, page, silence });
  }
  const [heir] = first.object.state === "revoked" ? first.release.targets(first.object, "revoked-by") : [];
  return answer({
    kind,
    object: { ...toObjectFacts(first.object, id), description: describe(kb, first.object, first.frame.release) },
    heir: heir ? toRef(heir) : null,
    domains: found.map((entry) => inDomain(kb, entry, filter.view)),
    lacking,
    history: kb.timeline(first.frame.domain).history(first.object.kind, id),
  });
}

interface Found {
  readonly kind: ObjectKind;
  readonly frame: Frame;
  readonly release: ReleaseView;
  readonly object: AttackObject;
}

function inDomain(kb: KnowledgeBase, found: Found, filter: RowFilter): ObjectInDomain {
  const { kind, frame, release, object } = found;
  const techniques = techniquesOf(release, object, objectKindFacts[kind].relation);
  const known = new Set(techniques);
  const tools = release.targets(object, "uses").filter((used) => isKind("software", used.kind));
  const more = new Set(kind === "campaign" ? tools.flatMap((tool) => techniquesOf(release, tool, "uses")) : []);
  const beyond = [...more].filter((technique) => !known.has(technique));
  const ids = techniques.flatMap(({ id }) => id ?? []);
  const rows = toTechniqueRows(kb, frame, techniques);
  return {
    view: frameOfObject(frame, statesOf(kb, frame.domain, { kind, id: object.id ?? "" })),
    techniques: rows,
    bySoftware: toTechniqueRows(
      kb,
      frame,
      beyond.sort((a, b) => ((a.id ?? "") < (b.id ?? "") ? -1 : 1)),
    ),
    related: relatedOf(kb, found),
    reach: reachOf(kb, frame, ids),
    gap: gapOf(kb, frame, { rows, filter }),
    sharing: kind === "mitigation" ? sharingOf(kb, frame, ids) : [],
  };
}

function techniquesOf(release: ReleaseView, object: AttackObject, relation: RelationType): readonly AttackObject[] {
  return release.targets(object, relation).filter(({ kind }) => kind === "technique");
}

function isKind(kind: ObjectKind, known: AttackKind): boolean {
  return objectKindFacts[kind].kinds.some((of) => of === known);
}

function relatedOf(kb: KnowledgeBase, { kind, frame, release, object }: Found): ObjectInDomain["related"] {
  const held = kb.timeline(frame.domain).heldKinds(release.version);
  const list = (needs: AttackKind, items: readonly AttackObject[]): RefList => ({
    held: held.has(needs),
    items: items.map(toRef),
  });
  const users = release.sources(object, "uses");
  if (kind === "software")
    return [
      {
        title: "Groups that use it",
        list: list(
          "group",
          users.filter((user) => user.kind === "group"),
        ),
      },
      {
        title: "Campaigns that used it",
        list: list(
          "campaign",
          users.filter((user) => user.kind === "campaign"),
        ),
      },
    ];
  if (kind === "mitigation") return [];
  const groups = release.targets(object, "attributed-to").filter((target) => target.kind === "group");
  const software = release.targets(object, "uses").filter((used) => isKind("software", used.kind));
  return [
    { title: "Attributed to", list: list("group", groups) },
    { title: "Software", list: list("malware", software) },
  ];
}
