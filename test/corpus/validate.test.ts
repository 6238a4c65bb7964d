import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Source } from "../../src/base/source.js";
import type { MappingFormat } from "../../src/formats/mapping-format.js";
import { rowsCsv, rowsJsonl, rowsXlsx } from "../../src/formats/rows/format.js";
import { unifiedJson } from "../../src/formats/unified/format.js";
import { parseUnified } from "../../src/formats/unified/parse.js";
import { domains } from "../../src/model/domain.js";
import { publishedSetIds, publishedSetPath } from "../../src/model/published-sets.js";
import { attackFactsOf } from "../../src/rules/attack-facts.js";
import { mend, repairedCodes } from "../../src/rules/mend.js";
import { ruleByCode } from "../../src/rules/registry.js";
import { jsonReport } from "../../src/rules/reports/json.js";
import { type FileReport, validate } from "../../src/rules/validate.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectedRows } from "./expectations.js";

const knowledge = embeddedKnowledge();
const attack = attackFactsOf(new Map(domains.map((domain) => [domain, knowledge.timeline(domain)])));

describeCorpus("validate over the published files", (dir) => {
  let sources: readonly Source[] = [];
  let reports: readonly FileReport[] = [];

  beforeAll(async () => {
    sources = publishedSetIds.map((set) => {
      const path = publishedSetPath(set).replace(/^mappings/, "mappings/published");
      return { path, bytes: readFileSync(join(dir, path)) };
    });
    reports = await validate(sources, attack);
  });

  it("finds as many of each code as an independent count, and nothing else", () => {
    const expected = expectedRows("rules.tsv").filter(({ total }) => Number(total) > 0);
    const { codes, files, rows } = jsonReport(reports).summary;
    expect(codes).toEqual(Object.fromEntries(expected.map(({ code, total }) => [code, Number(total)])));
    expect([files, rows]).toEqual([33, 67_363]);
  });

  it("every place that is named is that value's", () => {
    for (const [index, { diagnostics }] of reports.entries()) {
      const text = new TextDecoder().decode(sources[index]?.bytes);
      const lines = text.split("\n");
      const file = JSON.parse(text) as unknown;
      for (const { place } of diagnostics) {
        const value = valueAt(file, place.pointer);
        if (place.pointer === "" || value === undefined) continue;
        const rest = lines[(place.line ?? 0) - 1]?.slice((place.column ?? 0) - 1) ?? "";
        // TM1002 points at the key of the second of two; all others at a value.
        const written = rest.startsWith('"capability_group"') ? rest.slice(rest.indexOf(":") + 2) : rest;
        expect([place, written[0]]).toEqual([place, JSON.stringify(value)[0]]);
      }
    }
  });

  it("mending takes every repairable finding away, changes nothing else, and has nothing to do a second time", async () => {
    const codes = repairedCodes();
    const brought: unknown[] = [];
    for (const [index, source] of sources.entries()) {
      const metadata = { attack, codes, siblings: [] };
      const mended = mend(source, metadata);
      const again: Source = { path: source.path, bytes: new TextEncoder().encode(mended?.text ?? "") };
      expect([source.path, mend(again, metadata)?.text === mended?.text]).toEqual([source.path, true]);
      const before = reports[index]?.diagnostics ?? [];
      // What is said to be mended is what was said to be mendable, and beside it what mending brought.
      const foretold = before.filter(({ code, fixable }) => fixable && codes.has(code)).length;
      const total = [...(mended?.repaired.values() ?? [])].reduce((sum, count) => sum + count, 0);
      expect([source.path, total]).toEqual([source.path, foretold]);
      for (const [code, count] of mended?.brought ?? []) brought.push([source.path.split("/").at(-1), code, count]);
      const after = (await validate([again], attack))[0]?.diagnostics ?? [];
      const left = after.filter(({ code, fixable }) => fixable && codes.has(code)).map(({ code }) => code);
      expect([source.path, left]).toEqual([source.path, []]);
      // Whatever is written, rows stay as many and claim the same.
      expect(claims(mended?.text ?? "")).toEqual(claims(new TextDecoder().decode(source.bytes)));
      expect(after.length).toBeLessThanOrEqual(before.length);
    }
    // A type that is written in (TM1204) must be declared.
    expect(brought).toEqual([
      ["gcp-03.06.2025_attack-16.1-enterprise.json", "TM1109", 18],
      ["nist_800_53-rev5_attack-16.1-enterprise.json", "TM1109", 96],
      ["veris-1.3.5_attack-9.0-enterprise.json", "TM1405", 2],
      ["veris-1.4.0_attack-16.1-enterprise.json", "TM1109", 51],
      ["veris-1.4.0_attack-16.1-ics.json", "TM1109", 138],
      ["veris-1.4.0_attack-16.1-mobile.json", "TM1109", 123],
    ]);
  });
});

describeCorpus("validate over files in older shapes", (dir) => {
  const files = readdirSync(join(dir, "mappings/older"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath, entry.name));

  describe.each(files)("%s", async (path) => {
    const [report] = await validate([{ path, bytes: readFileSync(path) }], attack);
    const of = (code: string) => report?.diagnostics.filter((found) => found.code === code).length;

    it("explains the shape once, not row by row", () => {
      expect(of("TM1005")).toBe(1);
      // What a JSON Schema of today says of these files ten thousand times over: unknown and missing fields.
      expect([of("TM1001"), of("TM1006"), of("TM1109"), of("TM1506"), of("TM1208")]).toEqual([0, 0, 0, 0, 0]);
    });

    it("names a command that writes it in the shape of today", async () => {
      expect(ruleByCode("TM1005")?.fix).toContain("`tidemap convert FILE --to json --style editor`");
      const { value } = parseUnified(readFileSync(path), path);
      if (value === null) throw new Error(`${path} cannot be read`);
      const written = await unifiedJson.serialize?.(value, { name: "today", style: "editor" });
      const bytes = new TextEncoder().encode(String(written?.files[0]?.body));
      const [today] = await validate([{ path: "today.json", bytes }], attack);
      expect(today?.diagnostics.filter(({ code }) => code === "TM1005" || code === "TM1001")).toEqual([]);
      expect(today?.rows).toBe(report?.rows);
    });
  });
});

describeCorpus("validate over the same rows as tables", (dir) => {
  /** What a table cannot hold: a key twice, whether a type or a list is null or empty, and a version in the row beside the file's. */
  const untold = ["TM1002", "TM1204", "TM1209", "TM1706"];

  describe.each(publishedSetIds)("%s", (set) => {
    const path = publishedSetPath(set).replace(/^mappings/, "mappings/published");
    const source: Source = { path, bytes: readFileSync(join(dir, path)) };
    const written = async (format: MappingFormat): Promise<Source> => {
      const { value } = parseUnified(source.bytes, path);
      if (value === null) throw new Error(`${set} cannot be read`);
      const [file] = (await format.serialize?.(value, { name: "rows" }))?.files ?? [];
      const body = file?.body ?? "";
      return { path: file?.name ?? "", bytes: typeof body === "string" ? new TextEncoder().encode(body) : body };
    };
    const rowFindings = (report: FileReport | undefined) =>
      report?.diagnostics
        .filter(({ code }) => ["row", "id"].includes(ruleByCode(code)?.scope ?? "") && !untold.includes(code))
        .map(({ code, place }) => `${code} ${place.pointer}`);

    it("finds in CSV what it finds in JSON, at the very cell", async () => {
      const csv = await written(rowsCsv);
      const [[json], [table]] = await Promise.all([validate([source], attack), validate([csv], attack)]);
      expect(rowFindings(table)).toEqual(rowFindings(json));
      const lines = new TextDecoder().decode(csv.bytes).split(/(?<=\n)/);
      const columns: Readonly<Record<string, string>> = {
        capability_id: "capabilityId",
        attack_object_id: "attackObjectId",
      };
      const { value } = parseUnified(source.bytes, path);
      for (const { place } of table?.diagnostics ?? []) {
        const [, row, field = ""] = /^\/mapping_objects\/(\d+)\/(\w+)$/.exec(place.pointer) ?? [];
        const key = columns[field];
        if (key === undefined) continue;
        const text = String((value?.rows[Number(row)] as unknown as Record<string, unknown>)[key] ?? "");
        const rest = lines[(place.line ?? 0) - 1]?.slice((place.column ?? 0) - 1) ?? "";
        expect([place, rest.replace(/^"/, "").startsWith(text.slice(0, 8))]).toEqual([place, true]);
      }
    });

    it("and in JSON Lines, at the very value", async () => {
      const jsonl = await written(rowsJsonl);
      const [[json], [table]] = await Promise.all([validate([source], attack), validate([jsonl], attack)]);
      expect(rowFindings(table)).toEqual(rowFindings(json));
      const lines = new TextDecoder().decode(jsonl.bytes).split("\n");
      for (const { place } of table?.diagnostics ?? []) {
        const [, row, field = ""] = /^\/mapping_objects\/(\d+)\/(\w+)$/.exec(place.pointer) ?? [];
        if (row !== undefined) expect(place.line).toBe(Number(row) + 1);
        const key = { capability_id: "capability_id", attack_object_id: "technique_id" }[field];
        if (key === undefined) continue;
        expect(lines[Number(row)]?.slice(0, (place.column ?? 0) - 1).endsWith(`"${key}":`)).toBe(true);
      }
    });

    it("and in a workbook, by the names of cells", async () => {
      const [[json], [table]] = await Promise.all([
        validate([source], attack),
        validate([await written(rowsXlsx)], attack),
      ]);
      expect(rowFindings(table)).toEqual(rowFindings(json));
      for (const { place, code } of table?.diagnostics ?? []) {
        const row = /^\/mapping_objects\/(\d+)/.exec(place.pointer)?.[1];
        if (row !== undefined)
          expect([code, place.cell]).toEqual([code, expect.stringMatching(new RegExp(`^[A-R]${Number(row) + 2}$`))]);
      }
    });
  });
});

function valueAt(value: unknown, pointer: string): unknown {
  const parts = pointer.split("/").slice(1);
  return parts.reduce<unknown>(
    (inner, part) => (inner as Record<string, unknown> | null)?.[part.replaceAll("~1", "/").replaceAll("~0", "~")],
    value,
  );
}

/** What the rows of a file claim, whatever the blanks. */
function claims(text: string): readonly string[] {
  const { mapping_objects: rows } = JSON.parse(text) as {
    readonly mapping_objects: readonly Record<string, unknown>[];
  };
  return rows.map((row) =>
    ["capability_id", "attack_object_id", "status", "score_category", "score_value"]
      .map((key) => String(row[key] ?? "").trim())
      .join("\n"),
  );
}
