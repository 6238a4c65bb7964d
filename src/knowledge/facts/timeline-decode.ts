import { stixTypeOfKind } from "../../attack/stix.js";
import {
  type Column,
  heldIn,
  type KindTable,
  type RelationBlock,
  type ReleaseHeader,
  type SilentField,
  type TimelineData,
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
  const releases = encoded.releases.map(
    ([version, origin, kinds, silent]): ReleaseHeader => ({
      version: version as AttackVersion,
      origin: origin as OriginKind,
      kinds: kinds.map(kindOf),
      silent: silent as SilentField[],
    }),
  );
  let offset = 0;
  const tables = encoded.tables.map((table, index) => {
    const decoded = decodeTable(table, encodedIds?.tables[index] ?? null, { offset, releases });
    offset += table.size;
    return decoded;
  });
  return {
    domain: encoded.domain,
    releases,
    identical: new Map(encoded.identical.map(([version, same]) => [version as AttackVersion, same as AttackVersion])),
    tables,
    patterns: encoded.patterns.map((runs) => decodePattern(runs, encoded.releases.length)),
    relations: encoded.relations.map(([type, pattern, pairs]) =>
      decodeBlock({ type: relationTypes[type] as RelationBlock["type"], pattern }, pairs),
    ),
  };
}

/**
 * `base` with further fields, each made when first read and then kept: one question reads a few columns of a few kinds,
 * and a whole enterprise timeline takes longer to spread out than to parse.
 */
function onDemand<Base extends object, Fields extends Readonly<Record<string, () => unknown>>>(
  base: Base,
  fields: Fields,
): Base & { readonly [Name in keyof Fields]: ReturnType<Fields[Name]> } {
  for (const [name, make] of Object.entries(fields)) {
    Object.defineProperty(base, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = make();
        Object.defineProperty(base, name, { enumerable: true, value });
        return value;
      },
    });
  }
  return base as Base & { readonly [Name in keyof Fields]: ReturnType<Fields[Name]> };
}

function kindOf(index: number): KindTable["kind"] {
  return attackKinds[index] as KindTable["kind"];
}

function decodeTable(
  table: EncodedTable,
  ids: EncodedIds["tables"][number] | null,
  { offset, releases }: { readonly offset: number; readonly releases: readonly ReleaseHeader[] },
): KindTable {
  const { size } = table;
  const kind = kindOf(table.kind);
  const id = decodeColumn<string | null>(table.id, size, {
    empty: null,
    first: (json) => decodeAttackIds(json as string[]),
  });
  return {
    kind,
    heldIn: heldIn(releases, kind),
    offset,
    size,
    stixIds: ids === null ? new Array<string>(size).fill("") : decodeStixIds(ids, stixTypeOfKind.get(kind) ?? "", size),
    minted: new Set(table.minted),
    since: table.since,
    columns: onDemand(
      { id },
      {
        state: () =>
          decodeColumn<LifeState | null>(table.state, size, {
            empty: null,
            first: (json) => Array.from(decodeRuns(json, size), stateOfCode),
            value: stateOfCode,
          }),
        name: () =>
          decodeColumn(table.name, size, {
            empty: "",
            first: (json) =>
              (json as (string | 0)[]).map((name, row) => name || (impliedName(kind, id.first[row]) ?? "")),
          }),
        platforms: () => decodeLists(table.platforms, size),
        aliases: () =>
          decodeColumn(table.aliases, size, {
            empty: [],
            first: (json) => (json as unknown[]).map(long),
            value: long,
          }),
        phases: () => decodeLists(table.phases, size),
        shortname: () =>
          decodeColumn<string | null>(table.shortname, size, { empty: null, first: (json) => json as string[] }),
        objectVersion: () => decodeVersions(table.objectVersion, size),
        tactics: () =>
          decodeColumn<readonly number[]>(table.tactics, size, { empty: [], first: (json) => json as number[][] }),
        text: () =>
          decodeTexts(
            decodeColumn(table.text, size, {
              empty: -1,
              first: (json) => Array.from(decodeRuns(json, size), (some) => some - 1),
            }),
            ids === null ? null : ids.marks,
          ),
      },
    ),
  };
}

/** How a field's values stand in JSON. */
interface Field<Value> {
  readonly empty: Value;
  first(json: unknown): readonly Value[];
  /** A later value; as it stands where absent. */
  value?(json: unknown): Value;
}

function decodeColumn<Value>(encoded: EncodedColumn, size: number, field: Field<Value>): Column<Value> {
  if (encoded === null) return { first: new Array<Value>(size).fill(field.empty), changes: new Map() };
  const [json, changes] = encoded;
  return decodeChanges(field.first(json), changes, (value) => (field.value ? field.value(value) : (value as Value)));
}

function decodeLists(encoded: EncodedColumn, size: number): Column<readonly string[]> {
  if (encoded === null) return { first: new Array<readonly string[]>(size).fill([]), changes: new Map() };
  const [words, numbers, rows] = encoded[0] as [string[], number[][], number[]];
  // Equal lists are one array: a release holds hundreds of techniques on the same platforms.
  const lists = numbers.map((list) => list.map((word) => words[word] ?? ""));
  const listOf = (number: unknown) => lists[number as number] ?? [];
  return decodeChanges(rows.map(listOf), encoded[1], listOf);
}

function decodeVersions(encoded: EncodedColumn, size: number): Column<string | null> {
  if (encoded === null) return { first: new Array<null>(size).fill(null), changes: new Map() };
  const [versions, rows] = encoded[0] as [string[], number[]];
  const first = rows.map((version) => versions[version] ?? null);
  return decodeChanges<string | null>(first, encoded[1], (step, _row, before) => {
    if (typeof step !== "number") return step as string | null;
    const [major = "0", minor = "0"] = (before ?? "").split(".");
    return step === 0 ? `${major}.${Number(minor) + 1}` : `${Number(major) + 1}.0`;
  });
}

function stateOfCode(code: unknown): LifeState | null {
  return stateCodes[code as number] as LifeState | null;
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

function decodeBlock(head: Pick<RelationBlock, "type" | "pattern">, pairs: readonly number[]): RelationBlock {
  let columns: ReturnType<typeof decodePairs> | null = null;
  const decoded = () => {
    columns ??= decodePairs(pairs);
    return columns;
  };
  return onDemand(head, { sources: () => decoded().sources, targets: () => decoded().targets });
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
