import type { Source } from "../base/source.js";
import { textOfSource } from "../base/source.js";
import { syntaxOf } from "../formats/document.js";
import { repairJson } from "../formats/repair.js";
import { parseUnified } from "../formats/unified/parse.js";
import type { MappingMetadata } from "../model/mapping-file.js";
import type { Repair } from "../model/repair.js";
import type { AttackFacts } from "./context.js";
import { onRequest } from "./on-request.js";
import { allRules } from "./registry.js";
import { type Hit, runRules } from "./run.js";

export interface Mended {
  readonly text: string;
  /** Findings of the file that are gone, by rule; empty where there was nothing to mend. */
  readonly repaired: ReadonlyMap<string, number>;
  /** Findings that repairs brought and others took away: a type that is written in must be declared. */
  readonly brought: ReadonlyMap<string, number>;
}

export interface MendQuestion {
  readonly attack: AttackFacts;
  readonly siblings: readonly MappingMetadata[];
  /** Codes whose repairs are wanted. */
  readonly codes: ReadonlySet<string>;
}

/** One repair can make room for another (a trimmed comment may still hold carriage returns); none needs more turns. */
const mostRounds = 20;

/** Codes of rules with a safe repair, those on request left out. */
export function repairedCodes(): ReadonlySet<string> {
  return new Set(allRules.filter(({ fix, code }) => fix !== null && !onRequest.has(code)).map(({ code }) => code));
}

/**
 * A JSON mapping file with every safe repair in it; null for YAML and for what cannot be read. Mending what is mended
 * changes nothing. A byte order mark stays.
 */
export function mend(source: Source, question: MendQuestion): Mended | null {
  const original = textOfSource(source);
  if (syntaxOf(source.path, original) !== "json") return null;
  const done = new Map<string, number>();
  let found: Tally | null = null;
  let left: Tally = done;
  let text = original;
  for (let round = 0; round < mostRounds; round++) {
    const hits = hitsOf({ path: source.path, bytes: new TextEncoder().encode(text) }, question);
    if (hits === null) return null;
    left = tally(hits.filter(({ repairs = [] }) => repairs.length > 0));
    found ??= left;
    const turn = repairJson(
      text,
      hits.flatMap(({ repairs = [] }) => repairs),
    );
    if (turn.applied.length === 0 || turn.text === text) break;
    for (const [code, count] of tally(answered(hits, turn.applied))) done.set(code, (done.get(code) ?? 0) + count);
    text = turn.text;
  }
  const mark = source.bytes[0] === 0xef ? "\ufeff" : "";
  return { text: mark + text, repaired: beyond(found ?? left, left), brought: beyond(done, found ?? left) };
}

function hitsOf(source: Source, { attack, siblings, codes }: MendQuestion): readonly Hit[] | null {
  const { value, diagnostics } = parseUnified(source.bytes, source.path);
  if (value === null) return null;
  const rules = allRules.filter(({ code }) => codes.has(code));
  return runRules({ file: value, path: source.path, attack, siblings, found: diagnostics }, rules);
}

/** Findings whose repairs went in; one repair (a type declared once) can answer many. */
function answered(hits: readonly Hit[], applied: readonly Repair[]): readonly Hit[] {
  const done = new Set(applied.map((repair) => JSON.stringify(repair)));
  return hits.filter(
    ({ repairs = [] }) => repairs.length > 0 && repairs.every((repair) => done.has(JSON.stringify(repair))),
  );
}

/** How many of each code. */
type Tally = ReadonlyMap<string, number>;

function tally(hits: readonly Hit[]): Tally {
  const counts = new Map<string, number>();
  for (const { code } of hits) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** By how many each code stands in `more` oftener than in `less`. */
function beyond(more: Tally, less: Tally): Tally {
  const over = [...more].map(([code, count]) => [code, count - (less.get(code) ?? 0)] as const);
  return new Map(over.filter(([, count]) => count > 0));
}

/** A web global that Node and browsers share (WHATWG Encoding). */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
