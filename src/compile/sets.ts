import type { Timeline } from "../attack/timeline.js";
import { parseUnified } from "../formats/unified/parse.js";
import type { SetWithOrigin } from "../knowledge/facts/encode.js";
import type { SetFinding } from "../knowledge/facts/set-facts.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Domain } from "../model/domain.js";
import type { MappingFile } from "../model/mapping-file.js";
import { originOfSet, publishedSetHash } from "../model/published-sets.js";
import { type SetKey, setIdOf, setKeyOf } from "../model/set-id.js";
import { siblingsAmong } from "../model/siblings.js";
import { attackFactsOf } from "../rules/attack-facts.js";
import { runRules } from "../rules/run.js";
import { toSetFacts } from "./set.js";

/** A file that may hold a mapping set. */
export interface MappingSource {
  /** As diagnostics name it. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, hex. */
  readonly sha256: string;
}

/** A set, and the file it was made of as diagnostics name it. */
export interface SetOfFile extends SetWithOrigin {
  readonly path: string;
}

export interface CompiledSets {
  readonly sets: readonly SetOfFile[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Read {
  /** What the parser found already: rules that read the text, not the parsed rows. */
  readonly found: readonly RowCode[];
  readonly source: MappingSource;
  readonly file: MappingFile;
  readonly key: SetKey;
}

/**
 * Mapping files as sets, each with what the rules find in it. `timelines` give the rules the releases that sets name. A
 * file that is no mapping file, or does not say which set it is, is a finding. Of two files for one set the published one
 * stays, else the last.
 */
export async function compileSets(
  sources: Iterable<MappingSource> | AsyncIterable<MappingSource>,
  timelines: ReadonlyMap<Domain, Timeline>,
): Promise<CompiledSets> {
  const diagnostics: Diagnostic[] = [];
  const read = new Map<string, Read>();
  for await (const source of sources) {
    const parsed = parseUnified(source.bytes, source.path);
    diagnostics.push(...parsed.diagnostics);
    if (parsed.value === null) continue;
    if (parsed.value.serialisation === "J0") {
      diagnostics.push(listStyle(source.path));
      continue;
    }
    const key = setKeyOf(parsed.value);
    if (key === null) {
      diagnostics.push(namelessSet(source.path));
      continue;
    }
    const id = setIdOf(key);
    const before = read.get(id);
    const published = (other: MappingSource) => publishedSetHash(id) === other.sha256;
    // The published file stands before drafts and copies of it, whatever order they came in.
    const stays = before !== undefined && published(before.source) && !published(source);
    if (before)
      diagnostics.push(
        repeatedSet(id, stays ? source.path : before.source.path, (stays ? before.source : source).path),
      );
    if (!stays) read.set(id, { source, file: parsed.value, key, found: parsed.diagnostics.flatMap(toRowCode) });
  }
  const attack = attackFactsOf(timelines);
  const all = [...read.values()];
  const siblings = siblingsAmong(all.map(({ file }) => file.metadata));
  const sets = all.map(({ source, file, key, found }, index): SetOfFile => {
    const hits = runRules({ file, path: source.path, attack, siblings: siblings[index] ?? [] });
    const facts = toSetFacts(file, key, toFindings([...found, ...hits]));
    return { facts, origin: originOfSet(facts.id, source.sha256, source.path), path: source.path };
  });
  return { sets, diagnostics };
}

interface RowCode {
  readonly code: string;
  readonly row: number | null;
  /** All rows it speaks of, where there are several. */
  readonly rows?: readonly number[];
}

/** Findings of rules (TM1…) keep the row that their pointer names; what speaks of reading (TM0…) is no fact of the set. */
function toRowCode({ code, place }: Diagnostic): readonly RowCode[] {
  if (!code.startsWith("TM1")) return [];
  const row = /^\/mapping_objects\/(\d+)(?:\/|$)/.exec(place.pointer)?.[1];
  return [{ code, row: row === undefined ? null : Number(row) }];
}

function toFindings(hits: readonly RowCode[]): readonly SetFinding[] {
  const codes = [...new Set(hits.map(({ code }) => code))].sort();
  return codes.map((code) => {
    const own = hits.filter((hit) => hit.code === code);
    const rows = new Set(own.flatMap(({ row, rows }) => rows ?? row ?? []));
    return { code, hits: own.length, rows: [...rows].sort((a, b) => a - b) };
  });
}

function namelessSet(file: string): Diagnostic {
  return {
    code: "TM1003",
    severity: "error",
    place: { file, pointer: "/metadata" },
    message:
      "The metadata does not say which set this is: framework, its version, ATT&CK version or domain is missing, or no part of an address.",
    hint: "Fill in mapping_framework, mapping_framework_version, attack_version and technology_domain.",
  };
}

/** List style names versions (`r4`, `21.09.21`) and types (UUIDs) unlike every later file: two names for one set. */
function listStyle(file: string): Diagnostic {
  return {
    code: "TM3002",
    severity: "warning",
    place: { file, pointer: "/metadata" },
    message:
      "The file is of the list style in use until December 2023, which names versions and types differently; it is left out.",
    hint: "Take the set's present file, or convert this one first.",
  };
}

function repeatedSet(id: string, file: string, kept: string): Diagnostic {
  return {
    code: "TM3001",
    severity: "warning",
    place: { file, pointer: "" },
    message: `The set ${id} stands in two files; ${kept} is taken, this one left out.`,
    hint: "Keep one of them in the folder.",
  };
}
