import { stixTypeOfKind } from "../../attack/stix.js";
import type { Column, KindTable, RelationBlock, TimelineData } from "../../attack/timeline-data.js";
import { attackKinds, type LifeState, relationTypes } from "../../model/attack.js";
import { toRuns } from "./columns.js";
import { type EncodedChanges, type EncodedColumn, encodeChanges } from "./timeline-columns.js";
import {
  type EncodedIds,
  type EncodedTable,
  type EncodedTimeline,
  impliedName,
  stateCodes,
} from "./timeline-format.js";
import { encodeAttackIds, encodeStixIds } from "./timeline-ids.js";
import { encodeTexts } from "./timeline-text.js";

/** A timeline as two texts: the facts, and beside them the STIX ids and description marks. Equal data, equal bytes. */
export function encodeTimeline(data: TimelineData): { readonly facts: string; readonly ids: string } {
  const tables = data.tables.map((table) => ({ table, texts: encodeTexts(table.columns.text) }));
  const facts: EncodedTimeline = {
    format: 1,
    domain: data.domain,
    releases: data.releases.map(({ version, origin, kinds, silent }) => [
      version,
      origin,
      kinds.map((kind) => attackKinds.indexOf(kind)),
      silent,
    ]),
    identical: [...data.identical],
    tables: tables.map(({ table, texts }) => encodeTable(table, texts.codes)),
    patterns: data.patterns.map(patternRuns),
    relations: data.relations.map((block) => [relationTypes.indexOf(block.type), block.pattern, encodePairs(block)]),
  };
  const ids: EncodedIds = {
    format: 1,
    domain: data.domain,
    tables: tables.map(({ table, texts }) => ({
      ...encodeStixIds(table.stixIds, stixTypeOfKind.get(table.kind) ?? ""),
      marks: texts.marks,
    })),
  };
  return { facts: inLines(facts), ids: inLines(ids) };
}

function encodeTable(table: KindTable, codes: Column<number>): EncodedTable {
  const { kind, columns } = table;
  const names = columns.name.first.map((name, row) => (name === impliedName(kind, columns.id.first[row]) ? 0 : name));
  return {
    kind: attackKinds.indexOf(kind),
    size: table.size,
    minted: [...table.minted],
    since: table.since,
    state: encodeColumn(columns.state, (first) => toRuns(first.map(stateCode)), stateCode),
    id: encodeColumn(columns.id, encodeAttackIds, (id) => id),
    name: encodeColumn(
      columns.name,
      () => names,
      (name) => name,
    ),
    platforms: encodeLists(columns.platforms),
    aliases: isEmpty(columns.aliases) ? null : encodeColumn(columns.aliases, (first) => first.map(short), short),
    phases: encodeLists(columns.phases),
    shortname: isNull(columns.shortname)
      ? null
      : encodeColumn(
          columns.shortname,
          (first) => first,
          (name) => name,
        ),
    objectVersion: encodeVersions(columns.objectVersion),
    tactics: isEmpty(columns.tactics)
      ? null
      : encodeColumn(
          columns.tactics,
          (first) => first,
          (list) => list,
        ),
    text: isNull(columns.text)
      ? null
      : encodeColumn(
          codes,
          (first) => toRuns(first.map((code) => code + 1)),
          (code) => code,
        ),
  };
}

function encodeColumn<Value>(
  column: Column<Value>,
  encodeFirst: (first: readonly Value[]) => unknown,
  encode: (value: Value, row: number, before: Value) => unknown,
): EncodedColumn {
  return [encodeFirst(column.first), encodeChanges(column, encode)];
}

/** Lists of few words, written once each: `[words, lists of word numbers, number of the list by row]`. */
function encodeLists(column: Column<readonly string[]>): EncodedColumn {
  if (isEmpty(column)) return null;
  const words = new Numbering();
  const lists = new Numbering();
  const numberOf = (list: readonly string[]) => lists.of(JSON.stringify(list.map((word) => words.of(word))));
  const first = column.first.map(numberOf);
  const changes: EncodedChanges = encodeChanges(column, numberOf);
  return [[words.texts, lists.texts.map((list) => JSON.parse(list) as unknown), first], changes];
}

/** The step that a version takes: 0 a minor one (1.4 → 1.5), 1 a major one (1.4 → 2.0), else the version itself. */
function encodeVersions(column: Column<string | null>): EncodedColumn {
  if (isNull(column)) return null;
  const versions = new Numbering();
  const first = column.first.map((version) => (version === null ? -1 : versions.of(version)));
  const changes = encodeChanges(column, (version, _row, before) => {
    const match = /^(\d+)\.(\d+)$/.exec(before ?? "");
    if (match !== null && version === `${match[1]}.${Number(match[2]) + 1}`) return 0;
    if (match !== null && version === `${Number(match[1]) + 1}.0`) return 1;
    return version;
  });
  return [[versions.texts, first], changes];
}

/** Numbers texts in the order of their first use. */
class Numbering {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** `[source difference, number of targets, first target, target differences …]` for each source. */
function encodePairs({ sources, targets }: RelationBlock): number[] {
  const pairs: number[] = [];
  let source = 0;
  for (let i = 0; i < sources.length; ) {
    let end = i;
    while (end < sources.length && sources[end] === sources[i]) end++;
    pairs.push((sources[i] ?? 0) - source, end - i);
    source = sources[i] ?? 0;
    let target = 0;
    for (; i < end; i++) {
      pairs.push((targets[i] ?? 0) - target);
      target = targets[i] ?? 0;
    }
  }
  return pairs;
}

function patternRuns(pattern: Uint8Array): number[] {
  const runs: number[] = [];
  let value = 0;
  for (let i = 0; i < pattern.length; value = 1 - value) {
    const begin = i;
    while (i < pattern.length && pattern[i] === value) i++;
    runs.push(i - begin);
  }
  return runs;
}

function stateCode(state: LifeState | null): number {
  return stateCodes.indexOf(state);
}

/** Most objects have no other names. */
function short(list: readonly string[]): readonly string[] | 0 {
  return list.length === 0 ? 0 : list;
}

function isEmpty(column: Column<readonly unknown[]>): boolean {
  return column.changes.size === 0 && column.first.every((list) => list.length === 0);
}

function isNull(column: Column<string | null>): boolean {
  return column.changes.size === 0 && column.first.every((text) => text === null);
}

/** One line a top-level field, table column or block: a diff then shows what changed. */
function inLines(value: object): string {
  const fields = Object.entries(value).map(([name, field]) => {
    const text =
      Array.isArray(field) && field.length > 0 ? `[\n${field.map(lineOf).join(",\n")}\n]` : JSON.stringify(field);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}

function lineOf(item: unknown): string {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return JSON.stringify(item);
  const fields = Object.entries(item).map(([name, field]) => `${JSON.stringify(name)}:${JSON.stringify(field)}`);
  return `{${fields.join(",\n")}}`;
}
