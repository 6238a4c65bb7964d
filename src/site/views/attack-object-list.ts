import { BoundedCache } from "../../base/bounded-cache.js";
import { capitalized } from "../../base/capitalized.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackKind, AttackObject } from "../../model/attack.js";
import type { Domain } from "../../model/domain.js";
import { type Answer, answer } from "../answer.js";
import type { Query } from "../route.js";
import { objectTableSpec } from "../table/object-table.js";
import { PreparedTable } from "../table/prepared-table.js";
import { type TableFrame, tableView } from "../table/table-view.js";
import type { DomainTactic, TechniqueSays } from "../table/technique-facets.js";
import { type Frame, framesOf } from "./frame.js";
import { type Lacking, lackingIn } from "./lacking.js";
import { frameOfKinds } from "./object-frame.js";
import { type ObjectKind, objectKindFacts } from "./object-kind.js";

/** An object in a list; `techniques` over all its domains. */
export interface ObjectEntry {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Software: malware or tool. */
  readonly type: string;
  readonly domains: readonly Domain[];
  readonly techniques: number;
}

/** Objects over all domains, each domain at the release asked for. */
export interface ObjectList {
  readonly views: readonly Frame[];
  /** Releases that were asked for and whose source lacks the kind. */
  readonly lacking: readonly Lacking[];
  /** Those that pass, by id unless asked otherwise. */
  readonly objects: readonly ObjectEntry[];
  /** What is asked of them, and what could be. */
  readonly page: TableFrame;
}

/** Software, campaigns or mitigations of a release. */
export interface AttackObjectsView extends ObjectList {
  readonly kind: ObjectKind;
}

/** Which objects a list is of. */
export interface ListedKinds {
  readonly kinds: readonly AttackKind[];
  /** How they stand to their techniques. */
  readonly relation: "uses" | "mitigates";
  /** Head of the list's first column. */
  readonly one: string;
}

export function listedKinds(kind: ObjectKind): ListedKinds {
  const { kinds, one, relation } = objectKindFacts[kind];
  return { kinds, one: capitalized(one), relation };
}

export function attackObjectsView(kb: KnowledgeBase, kind: ObjectKind, question: Query): Answer<AttackObjectsView> {
  const listed = objectList(kb, listedKinds(kind), question);
  return listed.ok ? answer({ kind, ...listed.view }) : listed;
}

/** The active objects of these kinds that pass, over the domains at a release. */
export function objectList(kb: KnowledgeBase, listed: ListedKinds, question: Query): Answer<ObjectList> {
  const { kinds } = listed;
  const framed = framesOf(kb.domains, (domain) => frameOfKinds(kb, { domain, kinds }, question));
  if (!framed.ok) return framed;
  const views = framed.view;
  const found = tableView(objectTableOf(kb, listed, views), question);
  if (!found.ok) return found;
  const { rows: objects, ...page } = found.view;
  return answer({ views, lacking: lackingIn(kb, kinds, question), objects, page });
}

/** How many lists stay ready: four kinds at a few releases. */
const readyLists = 8;

/** Every active object of these kinds in the frames, at most one of each domain, as its list asks them; made once while asked for. */
export function objectTableOf(
  kb: KnowledgeBase,
  listed: ListedKinds,
  frames: readonly Frame[],
): PreparedTable<ObjectEntry> {
  const ready = kb.once("tables of objects", () => new BoundedCache<PreparedTable<ObjectEntry>>(readyLists));
  const at = frames.map(({ domain, release }) => `${domain} ${release}`);
  return ready.get([...listed.kinds, ...at].join(", "), () => {
    const { entries, says, tactics } = gather(kb, listed, frames);
    const spec = objectTableSpec({
      one: listed.one,
      types: listed.kinds.length > 1,
      aliases: listed.relation === "uses",
      says: { tactics, of: ({ id }) => says.get(id) ?? { tactics: [], platforms: [] } },
    });
    return new PreparedTable(
      spec,
      entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });
}

/** Each object once, with the tactics of its techniques in matrix order, domain after domain. */
function gather(kb: KnowledgeBase, { kinds, relation }: ListedKinds, frames: readonly Frame[]) {
  const entries = new Map<string, ObjectEntry>();
  const says = new Map<string, TechniqueSays>();
  const used = new Map<string, ReadonlySet<AttackObject>>();
  const known: DomainTactic[] = [];
  for (const { domain, release: version } of frames) {
    const release = kb.timeline(domain).at(version);
    const tactics = release.tactics().flatMap(({ id, name }) => (id === null ? [] : [{ id, name, domain }]));
    known.push(...tactics);
    for (const object of kinds.flatMap((kind) => release.objects(kind))) {
      const { id, name, aliases, kind: type, state } = object;
      if (state !== "active" || id === null) continue;
      const techniques = release.targets(object, relation).filter(({ kind }) => kind === "technique");
      // Mitigations of 4.0 have one id twice.
      const reached = new Set([...(used.get(id) ?? []), ...techniques]);
      used.set(id, reached);
      const before = entries.get(id);
      entries.set(id, {
        id,
        name,
        aliases,
        type,
        domains: [...new Set([...(before?.domains ?? []), domain])],
        techniques: reached.size,
      });
      const goals = new Set(techniques.flatMap((technique) => release.tacticsOf(technique).map((tactic) => tactic.id)));
      const said = says.get(id);
      const told = said?.tactics ?? [];
      says.set(id, {
        tactics: [...told, ...tactics.filter((tactic) => goals.has(tactic.id) && !told.includes(tactic))],
        platforms: [...new Set([...(said?.platforms ?? []), ...object.platforms])],
      });
    }
  }
  return { entries: [...entries.values()], says, tactics: known };
}
