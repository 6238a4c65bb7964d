import type { AttackObject } from "../model/attack.js";
import type { LineageSource } from "./carry.js";
import { sameList } from "./column-builder.js";
import { samePlatforms } from "./platform-vocabulary.js";
import type { Release } from "./release.js";
import { sameWords } from "./text-mark.js";
import type { HistoryEvent } from "./timeline.js";
import { type KindTable, type TimelineData, tableOf, valueAt } from "./timeline-data.js";

export interface HistorySource extends LineageSource {
  readonly data: TimelineData;
  readonly viewAt: (release: number) => Release;
}

/** One object in one release, with what the publisher says around it. */
interface Moment {
  readonly release: number;
  readonly object: AttackObject;
  readonly tactics: readonly string[];
  readonly subtechniques: readonly string[];
}

/**
 * What changed for object `number`, oldest first. Fields are compared between the releases in which it is alive: a dead
 * object is edited without meaning. A release that does not hold the kind, or is silent on a field, changes nothing.
 */
export function historyOf(number: number, source: HistorySource): readonly HistoryEvent[] {
  const { data, snapshots } = source;
  const table = tableOf(data, number);
  const subtechniques = subtechniquesByRelease(number, source);
  const tacticsMove = releasesOfNewTactics(data);
  const events: HistoryEvent[] = [];
  let last: Moment | null = null;
  let living: Moment | null = null;
  let gone = false;
  for (let release = 0; release < data.releases.length; release++) {
    if (table.heldIn[release] !== 1) continue;
    const object = snapshots.at(table, number - table.offset, release);
    const log = logOf(events, source, release);
    if (object === null) {
      if (last !== null && !gone) log("removed");
      gone = last !== null;
      continue;
    }
    const moment: Moment = {
      release,
      object,
      tactics: table.kind === "technique" ? tacticsAt(source, { release, object, last, tacticsMove }) : [],
      subtechniques: subtechniques[release] ?? [],
    };
    logState(log, { moment, last, gone, heir: heirOf(number, release, source) });
    if (living !== null && object.state === "active") logFields(log, { table, number, before: living, after: moment });
    last = moment;
    gone = false;
    if (object.state === "active") living = moment;
  }
  return events;
}

type Log = (change: HistoryEvent["change"], more?: Partial<HistoryEvent>) => void;

function logOf(events: HistoryEvent[], { data }: HistorySource, release: number): Log {
  const version = data.releases[release]?.version as HistoryEvent["release"];
  return (change, more = {}) => {
    events.push({ release: version, change, before: null, after: null, ...more });
  };
}

function logState(
  log: Log,
  step: {
    readonly moment: Moment;
    readonly last: Moment | null;
    readonly gone: boolean;
    readonly heir: string | null;
  },
): void {
  const { moment, last, gone, heir } = step;
  const { state, id } = moment.object;
  if (last === null || gone) {
    log("added");
    if (state !== "active") log(state, { after: state === "revoked" ? heir : null });
    return;
  }
  if (id !== last.object.id && last.object.id !== null) log("renumbered", { before: last.object.id, after: id });
  if (state === last.object.state) return;
  if (state === "active") log("reactivated");
  else log(state, { after: state === "revoked" ? heir : null });
}

function logFields(
  log: Log,
  step: { readonly table: KindTable; readonly number: number; readonly before: Moment; readonly after: Moment },
): void {
  const { table, number, before, after } = step;
  const row = number - table.offset;
  if (before.object.name !== after.object.name)
    log("renamed", { before: before.object.name, after: after.object.name });
  const oldText = valueAt(table.columns.text, row, before.release);
  const newText = valueAt(table.columns.text, row, after.release);
  if (oldText !== newText)
    log("described", oldText && newText && sameWords(oldText, newText) ? { citationsOnly: true } : {});
  if (!sameList([...before.tactics].sort(), [...after.tactics].sort()))
    log("tactics", { before: before.tactics.join(", "), after: after.tactics.join(", ") });
  if (!samePlatforms(before.object.platforms, after.object.platforms))
    log("platforms", { before: before.object.platforms.join(", "), after: after.object.platforms.join(", ") });
  const lost = before.subtechniques.filter((id) => !after.subtechniques.includes(id));
  const gained = after.subtechniques.filter((id) => !before.subtechniques.includes(id));
  if (lost.length + gained.length > 0)
    log("subtechniques", { before: lost.join(", ") || null, after: gained.join(", ") || null });
  const oldVersion = valueAt(table.columns.objectVersion, row, before.release);
  const newVersion = valueAt(table.columns.objectVersion, row, after.release);
  if (oldVersion !== newVersion) log("version", { before: oldVersion, after: newVersion });
}

/** The tactics of a moment; those of the moment before where neither its phases nor any tactic changed since. */
function tacticsAt(
  source: HistorySource,
  now: {
    readonly release: number;
    readonly object: AttackObject;
    readonly last: Moment | null;
    readonly tacticsMove: ReadonlySet<number>;
  },
): readonly string[] {
  const { release, object, last, tacticsMove } = now;
  if (last !== null && sameList(last.object.phases, object.phases)) {
    let moved = false;
    for (let at = last.release + 1; at <= release; at++) moved ||= tacticsMove.has(at);
    if (!moved) return last.tactics;
  }
  return tacticsOf(source.viewAt(release), object);
}

/** Releases in which a tactic or a matrix came, went or changed; opening each release to see would cost more. */
function releasesOfNewTactics(data: TimelineData): ReadonlySet<number> {
  const releases = new Set<number>();
  for (const table of data.tables) {
    if (table.kind !== "tactic" && table.kind !== "matrix") continue;
    for (const since of table.since) releases.add(since);
    table.heldIn.forEach((held, release) => {
      if (held !== table.heldIn[release - 1]) releases.add(release);
    });
    const { state, id, name, shortname, tactics } = table.columns;
    for (const column of [state, id, name, shortname, tactics])
      for (const changes of column.changes.values()) for (const { release } of changes) releases.add(release);
  }
  return releases;
}

/** "Stealth (TA0005)": a tactic's name may change while its id stays. */
function tacticsOf(view: Release, technique: AttackObject): readonly string[] {
  return view.tacticsOf(technique).map(({ id, name }) => `${name} (${id})`);
}

function heirOf(number: number, release: number, { index, successors }: HistorySource): string | null {
  const ids = successors.of(number, release).map((heir) => index.idAt(heir, release) ?? "");
  return ids.length === 0 ? null : ids.join(", ");
}

/** By release the ids of active sub-techniques; read from the relations, without opening every release. */
function subtechniquesByRelease(number: number, { data, index }: HistorySource): readonly string[][] {
  const lists: string[][] = data.releases.map(() => []);
  for (const block of data.relations) {
    if (block.type !== "subtechnique-of") continue;
    const { pattern, sources, targets } = block;
    for (let i = 0; i < sources.length; i++) {
      if (targets[i] !== number) continue;
      data.patterns[pattern]?.forEach((stands, release) => {
        if (stands === 1) lists[release]?.push(index.idAt(sources[i] ?? 0, release) ?? "");
      });
    }
  }
  return lists.map((list) => list.sort());
}
