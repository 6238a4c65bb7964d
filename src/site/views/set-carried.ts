import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type CarriedClass, carriedClasses } from "../../model/attack.js";
import type { Domain } from "../../model/domain.js";
import { type Mapping, standsOn } from "../../model/mapping.js";
import type { AttackVersion } from "../../model/version.js";
import { type Answer, answer } from "../answer.js";
import type { Query } from "../route.js";
import { frameOf } from "./frame.js";

/** How a set's rows came to another ATT&CK release than the one they were authored on (decision 0020). */
export interface SetCarried {
  readonly from: AttackVersion;
  readonly to: AttackVersion;
  /** Classes that a row has, in their fixed order. */
  readonly classes: readonly { readonly class: CarriedClass; readonly rows: number }[];
  /** Rows that stand on a technique of `to`. */
  readonly standing: number;
  /** Rows whose technique serves other tactics at `to`, whatever their class. */
  readonly tacticsChanged: number;
  /** Rows that became the same claim as another one. */
  readonly merged: number;
  /** Names at `to` of the techniques that rows have another id or name for. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * The release that a set's rows shall be carried to; null where nothing is asked. Who asks how rows were carried without
 * a release asks of the newest.
 */
export function carriedTo(kb: KnowledgeBase, domain: Domain, question: Query): Answer<AttackVersion | null> {
  const { aligned, carried, flag } = question;
  if (aligned === undefined) {
    return answer(carried === undefined && flag === undefined ? null : kb.newestRelease(domain));
  }
  const frame = frameOf(kb, domain, { aligned });
  return frame.ok ? answer(frame.view.release) : frame;
}

/** Counted over all rows of the set, whatever is asked of them; null where they are not carried. */
export function tallyCarried(kb: KnowledgeBase, rows: readonly Mapping[]): SetCarried | null {
  const labels = rows.flatMap(({ carried }) => carried ?? []);
  const [first] = labels;
  if (first === undefined) return null;
  const count = (passes: (label: (typeof labels)[number]) => boolean) => labels.filter(passes).length;
  return {
    from: first.from,
    to: first.to,
    classes: carriedClasses
      .map((name) => ({ class: name, rows: count((label) => label.class === name) }))
      .filter(({ rows: number }) => number > 0),
    standing: rows.filter((row) => standsOn(row) !== null).length,
    tacticsChanged: count(({ tacticsChanged }) => tacticsChanged),
    merged: count(({ merged }) => merged),
    names: namesAt(kb, rows),
  };
}

function namesAt(kb: KnowledgeBase, rows: readonly Mapping[]): SetCarried["names"] {
  const names = new Map<string, string>();
  for (const row of rows) {
    const id = standsOn(row);
    if (id === null || row.carried === null || names.has(id)) continue;
    const name = kb.timeline(row.domain).at(row.carried.to).object("technique", id)?.name;
    if (name !== undefined && (id !== row.techniqueId?.trim() || name !== row.techniqueName)) names.set(id, name);
  }
  return Object.fromEntries(names);
}
