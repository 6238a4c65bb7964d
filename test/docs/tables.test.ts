/** docs/guide/tables.md: its columns are those of the tables, and its SQL gives in DuckDB what the product itself answers. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toLines } from "../../src/formats/parquet/typed-table.js";
import { writeParquet } from "../../src/formats/parquet/write-parquet.js";
import { dataTables } from "../../src/knowledge/tables/registry.js";
import { capabilityKey } from "../../src/model/capability.js";
import { frameworkOf } from "../../src/model/framework.js";
import { type AttackVersion, parseAttackVersion } from "../../src/model/version.js";
import { groupView } from "../../src/site/views/group.js";
import { expectationsDir } from "../corpus/corpus.js";
import { expectation } from "../corpus/expectations.js";
import { embeddedKnowledge } from "../embedded.js";

const page = readFileSync(new URL("../../docs/guide/tables.md", import.meta.url), "utf8");
const queries = new Map(
  [...page.matchAll(/^```sql (\w+)\n([\s\S]*?)^```$/gm)].map(([, name, sql]) => [name, sql ?? ""]),
);
const kb = embeddedKnowledge();
const version = (text: string) => parseAttackVersion(text) as AttackVersion;

describe("columns", () => {
  it.each(dataTables.map((table) => [table.name, table] as const))("%s stands in the page as it is", (name, table) => {
    const lines = table.columns.map((column) => `| \`${column.name}\` | ${column.type} | ${column.about} |`);
    expect(page).toContain(
      `### ${name}\n\n${table.about}\n\n| column | type | |\n|---|---|---|\n${lines.join("\n")}\n`,
    );
  });
});

describe("SQL, in DuckDB", () => {
  let folder = "";
  let database: DuckDBConnection;
  type Line = Readonly<Record<string, unknown>>;
  const ask = async (sql: string): Promise<readonly Line[]> => (await database.runAndReadAll(sql)).getRowObjectsJson();
  const answer = (name: string) => ask(queries.get(name) ?? "");

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tidemap-tables-"));
    for (const table of dataTables)
      writeFileSync(join(folder, `${table.name}.parquet`), await writeParquet(table.of(kb)));
    database = await (await DuckDBInstance.create(":memory:")).connect();
    await database.run(`SET file_search_path = '${folder}'`);
  }, 120_000);
  afterAll(() => {
    database?.closeSync();
    rmSync(folder, { recursive: true, force: true });
  });

  it("every question of the page is tried here", () => {
    expect([...queries.keys()].sort()).toEqual(
      ["alone", "decisions", "gap", "reach", "technique", "unmapped", "vulnerability"].sort(),
    );
  });

  it("tables are whole: as many lines as there are, and as JSON Lines the same", async () => {
    const [{ rows, mappable } = {}] = await ask(
      "SELECT count(*)::INT AS rows, count(*) FILTER (mappable)::INT AS mappable FROM 'rows.parquet'",
    );
    expect([rows, mappable]).toEqual([67_363, 66_095]);
    const [sums] = await ask(
      "SELECT sum(row_count)::INT AS rows, sum(non_mappable)::INT AS none, count(*)::INT AS sets FROM 'sets.parquet'",
    );
    expect(sums).toEqual({ rows: 67_363, none: 1_268, sets: 33 });
    for (const table of dataTables.filter(({ name }) => ["sets", "techniques"].includes(name))) {
      writeFileSync(join(folder, `${table.name}.jsonl`), [...toLines(table.of(kb))].join(""));
      const differ = await ask(`SELECT count(*)::INT AS lines FROM (
        (SELECT * FROM '${table.name}.parquet' EXCEPT SELECT ${table.columns.map(({ name }) => name).join(", ")} FROM read_json('${join(folder, table.name)}.jsonl', columns = {
          ${table.columns.map(({ name, type }) => `${name}: '${{ text: "VARCHAR", texts: "VARCHAR[]", integer: "INTEGER", flag: "BOOLEAN" }[type]}'`).join(", ")} })))`);
      expect([table.name, differ]).toEqual([table.name, [{ lines: 0 }]]);
    }
  });

  it("technique: 40 rows of 8 frameworks answer T1550.001", async () => {
    const rows = await answer("technique");
    const defense = rows.filter(({ framework }) => framework !== "kev" && framework !== "veris");
    expect([rows.length, new Set(rows.map(({ framework }) => framework)).size]).toEqual([40, 8]);
    expect(defense.every(({ class: kind }) => kind === "unchanged")).toBe(true);
  });

  it.skipIf(expectationsDir() === null)("reach: as counted by another program", async () => {
    interface Coverage {
      readonly groups: Readonly<
        Record<string, { readonly sets: Readonly<Record<string, { readonly exact: number }>> }>
      >;
    }
    const { groups } = JSON.parse(expectation("coverage-16.1.json")) as Coverage;
    const rows = await answer("reach");
    // A set authored later than the release is not carried back in these tables.
    const expected = Object.entries(groups.G0016?.sets ?? {}).filter(([name]) => name !== "csa_ccm" && name !== "all8");
    const framework = (name: string) =>
      kb.frameworkIds.find((id) => id.replace(/\W/g, "_").startsWith(name.replace(/\W/g, "_"))) ?? name;
    expect(rows.map((row) => [row.framework, Number(row.reached)])).toEqual(
      expected
        .map(([name, { exact }]) => [framework(name), exact])
        .filter(([, exact]) => exact !== 0)
        .sort(),
    );
  });

  it("gap: as the group's page lists it", async () => {
    const asked = groupView(kb, { id: "G0016", aligned: "16.1", framework: "m365", function: "detect" });
    if (!asked.ok) throw new Error("APT29 is a group");
    const [enterprise] = asked.view.domains.filter(({ view }) => view.domain === "enterprise");
    expect(enterprise?.gap?.techniques.length).toBeGreaterThan(0);
    expect((await answer("gap")).map(({ technique_id: id }) => id)).toEqual(
      enterprise?.gap?.techniques.map(({ id }) => id).sort(),
    );
  });

  it("unmapped: what no defence's rows stand on", async () => {
    const sets = kb.newestSets("enterprise").filter((set) => frameworkOf(set.framework).side === "defense");
    const mapped = new Set(
      sets.flatMap(({ id }) => {
        const { facts, techniqueOf } = kb.aligned(id, version("19.0"));
        return Array.from({ length: facts.rows }, (_, row) => row).flatMap((row) =>
          kb.mapping(facts, row, null).status === "non_mappable" ? [] : (techniqueOf(row) ?? []),
        );
      }),
    );
    const active = kb.timeline("enterprise").at(version("19.0")).activeTechniques();
    expect((await answer("unmapped")).map(({ id }) => id)).toEqual(
      active.flatMap(({ id }) => (id === null || mapped.has(id) ? [] : id)).sort(),
    );
  });

  it.skipIf(expectationsDir() === null)("decisions: as carried by another program", async () => {
    const carried = JSON.parse(expectation("carry-18.1.json")) as Readonly<
      Record<string, { readonly needsDecision: number; readonly rewritten: number; readonly meaning: number }>
    >;
    const rows = await answer("decisions");
    expect(rows.length).toBe(33);
    for (const row of rows) {
      const expected = carried[String(row.set)];
      if (expected === undefined) throw new Error(`${row.set} is not expected`);
      expect([Number(row.decision), Number(row.rewritten), Number(row.meaning)]).toEqual([
        expected.needsDecision,
        expected.rewritten,
        expected.meaning,
      ]);
    }
  });

  it("alone: as the capability's page counts AC-2", async () => {
    const facts = kb.facts("nist_800_53/rev5/16.1/enterprise");
    const holders = new Map<string, Set<string>>();
    for (let row = 0; row < facts.rows; row++) {
      const { status, capabilityId, techniqueId } = kb.mapping(facts, row, null);
      if (status === "non_mappable" || capabilityId === null || techniqueId === null) continue;
      const id = techniqueId.trim();
      holders.set(id, (holders.get(id) ?? new Set()).add(capabilityKey("nist_800_53", capabilityId)));
    }
    const key = capabilityKey("nist_800_53", "AC-2");
    const reached = [...holders.values()].filter((keys) => keys.has(key));
    const line = (await answer("alone")).find((row) => row.capability_key === key);
    expect([Number(line?.techniques), Number(line?.alone)]).toEqual([
      reached.length,
      reached.filter(({ size }) => size === 1).length,
    ]);
  });

  it("vulnerability: every technique of the CVE's rows, and what answers it", async () => {
    const facts = kb.facts("kev/07.28.2025/16.1/enterprise");
    const own = Array.from({ length: facts.rows }, (_, row) => kb.mapping(facts, row, null)).filter(
      ({ capabilityId }) => capabilityId === "CVE-2023-34362",
    );
    const rows = await answer("vulnerability");
    expect(rows.map((row) => [row.mapping_type, row.technique_id])).toEqual(
      own
        .map((row) => [row.mappingType, row.techniqueId])
        .sort((a, b) => (`${a[1]} ${a[0]}` < `${b[1]} ${b[0]}` ? -1 : 1)),
    );
    expect(rows.every((row) => Number(row.capabilities) > 0)).toBe(true);
  });
});
