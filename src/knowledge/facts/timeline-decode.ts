import { stixTypeOfKind } from "../../attack/stix.js";
import type {
  Column,
  KindTable,
  RelationBlock,
  ReleaseHeader,
  SilentField,
  TimelineData,
} from "../../attack/timeline-data.js";
import { attackKinds, type LifeState, relationTypes } from "../../model/attack.js";
import type { OriginKind } from "../../model/origin.js";
import type { AttackVersion } from "../../model/version.js";
import { fromRuns } from "./columns.js";
import { decodeChanges, type EncodedColumn } from "./timeline-columns.js";
import {
  type EncodedIds,
  type EncodedTable,
  type EncodedTimeline,
  impliedName,
  stateCodes,
} from "./timeline-format.js";
import { decodeAttackIds, decodeStixIds } from "./timeline-ids.js";
import { decodeTexts } from "./timeline-text.js";

/**
 * Inverse of `encodeTimeline`. Without `ids` all STIX ids are "" and description marks made up: enough to answer
 * anything, not to merge. Throws on text that `encodeTimeline` did not write.
 */
export function decodeTimeline(facts: string, ids?: string): TimelineData {
  const encoded = JSON.parse(facts) as EncodedTimeline;
  if (encoded.format !== 1) throw new Error(`facts of format ${encoded.format}; this program reads format 1`);
  const encodedIds = ids === undefined ? null : (JSON.parse(ids) as EncodedIds);
  let offset = 0;
  const tables = encoded.tables.map((table, index) => {
    const decoded = decodeTable(table, offset, encodedIds?.tables[index] ?? null);
    offset += table.size;
    return decoded;
  });
  return {
    domain: encoded.domain,
    releases: encoded.releases.map(
      ([version, origin, kinds, silent]): ReleaseHeader => ({
        version: version as AttackVersion,
        origin: origin as OriginKind,
        kinds: kinds.map(kindOf),
        silent: silent as SilentField[],
      }),
    ),
    identical: new Map(encoded.identical.map(([version, same]) => [version as AttackVersion, same as AttackVersion])),
    tables,
    patterns: encoded.patterns.map((runs) => decodePattern(runs, encoded.releases.length)),
    relations: encoded.relations.map(([type, pattern, pairs]) => ({
      type: relationTypes[type] as RelationBlock["type"],
      pattern,
      ...decodePairs(pairs),
    })),
  };
}

function kindOf(index: number): KindTable["kind"] {
  return attackKinds[index] as KindTable["kind"];
}

function decodeTable(table: EncodedTable, offset: number, ids: EncodedIds["tables"][number] | null): KindTable {
  const { size } = table;
  const kind = kindOf(table.kind);
  const id = decodeColumn(table.id, size, null, decodeAttackIds as First<string | null>);
  const names = (json: unknown) =>
    (json as (string | 0)[]).map((name, row) => (name === 0 ? (impliedName(kind, id.first[row] ?? null) ?? "") : name));
  const stateOfCode = (code: unknown) => stateCodes[code as number] as LifeState | null;
  const codes = decodeColumn<number>(table.text, size, -1, (json) =>
    Array.from(decodeRuns(json, size), (some) => some - 1),
  );
  return {
    kind,
    offset,
    size,
    stixIds: ids === null ? new Array<string>(size).fill("") : decodeStixIds(ids, stixTypeOfKind.get(kind) ?? "", size),
    minted: new Set(table.minted),
    since: table.since,
    columns: {
      state: decodeColumn(
        table.state,
        size,
        null,
        (json) => Array.from(decodeRuns(json, size), (code) => stateOfCode(code)),
        stateOfCode,
      ),
      id,
      name: decodeColumn(table.name, size, "", names),
      platforms: decodeLists(table.platforms, size),
      aliases: decodeColumn<readonly string[]>(table.aliases, size, [], (json) => (json as unknown[]).map(long), long),
      phases: decodeLists(table.phases, size),
      shortname: decodeColumn<string | null>(table.shortname, size, null, (json) => json as string[]),
      objectVersion: decodeVersions(table.objectVersion, size),
      tactics: decodeColumn<readonly number[]>(table.tactics, size, [], (json) => json as number[][]),
      text: decodeTexts(codes, ids === null ? null : ids.marks),
    },
  };
}

type First<Value> = (json: unknown) => readonly Value[];

function decodeColumn<Value>(
  encoded: EncodedColumn,
  size: number,
  empty: Value,
  decodeFirst: First<Value>,
  decode: (json: unknown, row: number, before: Value) => Value = (json) => json as Value,
): Column<Value> {
  if (encoded === null) return { first: new Array<Value>(size).fill(empty), changes: new Map() };
  const [json, changes] = encoded;
  return decodeChanges(decodeFirst(json), changes, decode);
}

function decodeLists(encoded: EncodedColumn, size: number): Column<readonly string[]> {
  if (encoded === null) return decodeColumn<readonly string[]>(null, size, [], () => []);
  const [words, numbers, rows] = encoded[0] as [string[], number[][], number[]];
  // Equal lists are one array: a release holds hundreds of techniques on the same platforms.
  const lists = numbers.map((list) => list.map((word) => words[word] ?? ""));
  const listOf = (number: unknown) => lists[number as number] ?? [];
  return decodeChanges(rows.map(listOf), encoded[1], listOf);
}

function decodeVersions(encoded: EncodedColumn, size: number): Column<string | null> {
  if (encoded === null) return decodeColumn<string | null>(null, size, null, () => []);
  const [versions, rows] = encoded[0] as [string[], number[]];
  const first = rows.map((version) => versions[version] ?? null);
  return decodeChanges<string | null>(first, encoded[1], (step, _row, before) => {
    if (typeof step !== "number") return step as string | null;
    const [major = "0", minor = "0"] = (before ?? "").split(".");
    return step === 0 ? `${major}.${Number(minor) + 1}` : `${Number(major) + 1}.0`;
  });
}

function decodeRuns(json: unknown, size: number): Uint8Array {
  return fromRuns(json as number[], new Uint8Array(size));
}

function long(list: unknown): readonly string[] {
  return list === 0 ? [] : (list as string[]);
}

function decodePattern(runs: readonly number[], releases: number): Uint8Array {
  const pattern = new Uint8Array(releases);
  let at = 0;
  runs.forEach((length, index) => {
    pattern.fill(index % 2, at, at + length);
    at += length;
  });
  return pattern;
}

function decodePairs(pairs: readonly number[]): Pick<RelationBlock, "sources" | "targets"> {
  // Two numbers a source head its targets; counted first, so that the columns are made once.
  let size = 0;
  for (let i = 0; i < pairs.length; i += 2 + (pairs[i + 1] ?? 0)) size += pairs[i + 1] ?? 0;
  const sources = new Uint32Array(size);
  const targets = new Uint32Array(size);
  let source = 0;
  let at = 0;
  for (let i = 0; i < pairs.length; ) {
    source += pairs[i++] ?? 0;
    let target = 0;
    for (let left = pairs[i++] ?? 0; left > 0; left--) {
      target += pairs[i++] ?? 0;
      sources[at] = source;
      targets[at++] = target;
    }
  }
  return { sources, targets };
}
