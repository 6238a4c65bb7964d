import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { parseUnified } from "../../src/formats/unified/parse.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { domains } from "../../src/model/domain.js";
import type { MappingFile } from "../../src/model/mapping-file.js";
import { publishedSetIds, publishedSetPath } from "../../src/model/published-sets.js";
import { attackFactsOf } from "../../src/rules/attack-facts.js";
import { allRules, ruleByCode } from "../../src/rules/registry.js";
import { type Hit, runRules } from "../../src/rules/run.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectation, expectedRows } from "./expectations.js";

interface ExpectedHit {
  /** A row, rows, or the name of what is no row: "metadata", "eof", "ids", a declared id. */
  readonly at: number | readonly number[] | string;
  readonly value?: unknown;
}

interface ExpectedRule {
  readonly code: string;
  readonly total: number;
  /** By set id; at most the first 60 hits are listed. */
  readonly files: Readonly<Record<string, { readonly count: number; readonly hits: readonly ExpectedHit[] }>>;
}

interface Read {
  readonly path: string;
  readonly file: MappingFile;
  readonly found: readonly Diagnostic[];
}

const severities = { error: "error", warning: "warning", info: "note" } as const;

describeCorpus("rules over the published files", (dir) => {
  const expected = JSON.parse(expectation("findings.json")) as Readonly<Record<string, ExpectedRule>>;
  const hits = new Map<string, readonly Hit[]>();

  beforeAll(() => {
    const read = new Map(publishedSetIds.map((set) => [set, readSet(dir, set)]));
    const knowledge = embeddedKnowledge();
    const attack = attackFactsOf(new Map(domains.map((domain) => [domain, knowledge.timeline(domain)])));
    for (const [set, { path, file, found }] of read) {
      const siblings = [...read]
        .filter(([other]) => other !== set && versionOf(other) === versionOf(set))
        .map(([, other]) => other.file.metadata);
      hits.set(set, runRules({ file, path, found, attack, siblings }));
    }
  });

  it("know the severities of the catalogue", () => {
    const rows = expectedRows("rules.tsv");
    expect(rows.length).toBe(67);
    for (const { code = "", severity = "" } of rows) {
      expect([code, ruleByCode(code)?.severity]).toEqual([code, severities[severity as keyof typeof severities]]);
    }
    expect(allRules.map(({ code }) => code).filter((code) => !(code in expected))).toEqual([
      "TM0900",
      "TM1114",
      "TM1315",
      "TM1407",
    ]);
  });

  it.each(Object.keys(expected))("%s finds what an independent count found", (code) => {
    const rule = expected[code] as ExpectedRule;
    const own = new Map([...hits].map(([set, all]) => [set, all.filter((hit) => hit.code === code)]));
    const counts = Object.fromEntries(
      [...own].filter(([, { length }]) => length > 0).map(([set, all]) => [set, all.length]),
    );
    expect(counts).toEqual(Object.fromEntries(Object.entries(rule.files).map(([set, { count }]) => [set, count])));
    for (const [set, { count, hits: listed }] of Object.entries(rule.files)) {
      if (count > listed.length) continue;
      const places = (own.get(set) ?? []).map((hit) => placeOf(hit, listed)).sort();
      expect([set, places]).toEqual([set, listed.map(expectedPlace).sort()]);
    }
  });
});

function readSet(dir: string, set: string): Read {
  const path = publishedSetPath(set).replace(/^mappings/, "mappings/published");
  const { value, diagnostics } = parseUnified(readFileSync(join(dir, path)), path);
  if (value === null) throw new Error(`${path} cannot be read`);
  return { path, file: value, found: diagnostics };
}

function versionOf(set: string): string {
  return set.split("/").slice(0, 3).join("/");
}

/** Where a hit stands, in the words of the expectations. */
function placeOf(hit: Hit, listed: readonly ExpectedHit[]): string {
  if (hit.row === null) return hit.pointer === "" ? "eof" : declared(hit.pointer, listed);
  return listed.some(({ at }) => at === "ids")
    ? `id of ${hit.message.match(/"([^"]*)"/)?.[1]}`
    : listedRows(hit.rows ?? [hit.row]);
}

/** The expectations list at most 20 rows of one hit. */
function listedRows(rows: readonly number[]): string {
  return rows.slice(0, 20).join();
}

function declared(pointer: string, listed: readonly ExpectedHit[]): string {
  return listed.some(({ at }) => at === "metadata") ? "metadata" : pointer.slice(pointer.lastIndexOf("/") + 1);
}

function expectedPlace({ at, value }: ExpectedHit): string {
  if (at === "ids") return `id of ${(value as readonly unknown[])[0]}`;
  return typeof at === "string" ? at : [at].flat().join();
}
