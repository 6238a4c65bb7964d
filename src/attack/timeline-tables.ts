import { type AttackKind, attackKinds, type LifeState } from "../model/attack.js";
import { ColumnBuilder, sameList, sameValue } from "./column-builder.js";
import { byText } from "./order.js";
import type { ObjectFacts } from "./release-facts.js";
import type { HeldRelease } from "./timeline-builder.js";
import { type Columns, heldIn, type KindTable, type ReleaseHeader } from "./timeline-data.js";

/** The tables of some releases, oldest first, and the number of each object by STIX id. */
export function buildTables(releases: readonly HeldRelease[]): {
  readonly tables: readonly KindTable[];
  readonly numbers: ReadonlyMap<string, number>;
} {
  const last = new Map<string, ObjectFacts>();
  for (const { objects } of releases) for (const object of objects) last.set(object.stixId, object);
  const numbers = new Map<string, number>();
  const writers = new Map<AttackKind, TableWriter>();
  for (const kind of attackKinds) {
    const rows = [...last.values()].filter((object) => object.kind === kind).sort(byLastId);
    if (rows.length === 0) continue;
    writers.set(kind, new TableWriter(kind, numbers.size, rows));
    for (const { stixId } of rows) numbers.set(stixId, numbers.size);
  }
  releases.forEach(({ header, objects }, release) => {
    for (const object of objects) writers.get(object.kind)?.write(object, { release, header, numbers });
    for (const kind of header.kinds) writers.get(kind)?.close(release);
  });
  const headers = releases.map(({ header }) => header);
  return { tables: [...writers.values()].map((writer) => writer.done(headers)), numbers };
}

function byLastId(a: ObjectFacts, b: ObjectFacts): number {
  return byText(a.id ?? "", b.id ?? "") || byText(a.name, b.name) || byText(a.stixId, b.stixId);
}

interface Context {
  readonly release: number;
  readonly header: ReleaseHeader;
  readonly numbers: ReadonlyMap<string, number>;
}

class TableWriter {
  readonly #kind: AttackKind;
  readonly #offset: number;
  readonly #stixIds: readonly string[];
  readonly #minted = new Set<number>();
  readonly #since: number[] = [];
  /** The release that last spoke of each row. */
  readonly #seen: number[] = [];
  readonly #state = new ColumnBuilder<LifeState | null>(sameValue);
  readonly #id = new ColumnBuilder<string | null>(sameValue);
  readonly #name = new ColumnBuilder<string>(sameValue);
  readonly #platforms = new ColumnBuilder<readonly string[]>(sameList);
  readonly #aliases = new ColumnBuilder<readonly string[]>(sameList);
  readonly #phases = new ColumnBuilder<readonly string[]>(sameList);
  readonly #shortname = new ColumnBuilder<string | null>(sameValue);
  readonly #objectVersion = new ColumnBuilder<string | null>(sameValue);
  readonly #tactics = new ColumnBuilder<readonly number[]>(sameList);
  readonly #text = new ColumnBuilder<string | null>(sameValue);

  constructor(kind: AttackKind, offset: number, rows: readonly ObjectFacts[]) {
    this.#kind = kind;
    this.#offset = offset;
    this.#stixIds = rows.map(({ stixId }) => stixId);
    rows.forEach(({ minted }, row) => {
      if (minted) this.#minted.add(row);
    });
  }

  write(object: ObjectFacts, { release, header, numbers }: Context): void {
    const row = (numbers.get(object.stixId) ?? 0) - this.#offset;
    this.#since[row] ??= release;
    this.#seen[row] = release;
    this.#state.set(row, release, object.state);
    this.#id.set(row, release, object.id);
    this.#name.set(row, release, object.name);
    this.#platforms.set(row, release, object.platforms);
    this.#aliases.set(row, release, object.aliases);
    this.#phases.set(row, release, object.phases);
    this.#shortname.set(row, release, object.shortname);
    const tactics = object.tactics.map((stixId) => numbers.get(stixId) ?? 0);
    this.#tactics.set(row, release, tactics);
    // A release that is silent on a field says nothing, also not that it became empty.
    if (!header.silent.includes("objectVersion")) this.#objectVersion.set(row, release, object.objectVersion);
    if (!header.silent.includes("text")) this.#text.set(row, release, object.text);
  }

  /** After a release that holds this kind: rows that it does not speak of are absent. */
  close(release: number): void {
    for (let row = 0; row < this.#stixIds.length; row++)
      if (this.#since[row] !== undefined && this.#seen[row] !== release) this.#state.set(row, release, null);
  }

  done(headers: readonly ReleaseHeader[]): KindTable {
    const size = this.#stixIds.length;
    const columns: Columns = {
      state: this.#state.done(size, null),
      id: this.#id.done(size, null),
      name: this.#name.done(size, ""),
      platforms: this.#platforms.done(size, []),
      aliases: this.#aliases.done(size, []),
      phases: this.#phases.done(size, []),
      shortname: this.#shortname.done(size, null),
      objectVersion: this.#objectVersion.done(size, null),
      tactics: this.#tactics.done(size, []),
      text: this.#text.done(size, null),
    };
    return {
      kind: this.#kind,
      heldIn: heldIn(headers, this.#kind),
      offset: this.#offset,
      size,
      stixIds: this.#stixIds,
      minted: this.#minted,
      since: this.#since,
      columns,
    };
  }
}
