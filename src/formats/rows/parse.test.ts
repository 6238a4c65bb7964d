import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentOf, mappingFiles } from "../../../test/formats-made.js";
import type { MappingFile } from "../../model/mapping-file.js";
import { defaultBounds } from "../format.js";
import { toRecords } from "../table/table.js";
import { columnMapWords, guessColumns, parseColumnMap } from "./column-map.js";
import { rowsCsv, rowsJsonl, rowsXlsx } from "./format.js";
import type { TableLayout } from "./layout.js";
import { parseTable } from "./parse.js";
import { rowsTable } from "./rows-table.js";

const bytesOf = (body: string | Uint8Array) => (typeof body === "string" ? new TextEncoder().encode(body) : body);
const read = async (text: string, map?: TableLayout) =>
  parseTable({ path: "own.csv", bytes: bytesOf(text) }, defaultBounds, map);
const mapOf = (words: string) => {
  const map = parseColumnMap(words);
  if ("fault" in map) throw new Error(map.fault);
  return map;
};

describe("rows that were written", () => {
  /** Texts that a cell keeps: workbooks know no control characters, no table an empty part of a list. */
  const tidy = (file: MappingFile): MappingFile => ({
    ...file,
    rows: file.rows.map((row) => ({
      ...row,
      references: (row.references ?? []).filter((text) => /^[^|']+$/.test(text) && text.trim() === text),
      // A row without anything is an empty line, which no table holds.
      capabilityId: row.capabilityId?.trim() ? row.capabilityId : "own-1",
      status: row.status || "complete",
      attackVersion: undefined,
      technologyDomain: undefined,
      mappingFramework: undefined,
      mappingFrameworkVersion: undefined,
    })),
  });
  const isPlain = (file: MappingFile) => !/\\u[0-9a-f]{4}|\\r/.test(JSON.stringify(contentOf(file)));

  it.each(
    [rowsCsv, rowsXlsx, rowsJsonl].map((format) => [format.id, format] as const),
  )("come back from %s as the same table", async (_, format) => {
    await fc.assert(
      fc.asyncProperty(mappingFiles.map(tidy).filter(isPlain), async (file) => {
        fc.pre(file.rows.length > 0);
        const written = await format.serialize?.(file, { name: "own" });
        const [first] = written?.files ?? [];
        const back = await format.parse?.(
          { path: first?.name ?? "", bytes: bytesOf(first?.body ?? "") },
          defaultBounds,
        );
        const table = (of: MappingFile) =>
          toRecords(rowsTable(of)).map(({ mapping_type_name: _type, capability_group_name: _group, ...record }) =>
            Object.fromEntries(
              Object.entries(record).map(([key, value]) => [
                key,
                typeof value === "string" && value.trim() === "" ? null : value,
              ]),
            ),
          );
        expect(table(back?.value as MappingFile)).toEqual(table(file));
      }),
      { numRuns: 100 },
    );
  });
});

describe("the publisher's layout", () => {
  it("has Python lists for references, and names for ids", async () => {
    const head =
      ",mapping_framework,mapping_framework_version,capability_group,capability_id,capability_description,mapping_type,attack_object_id,attack_object_name,attack_version,technology_domain,references,comments";
    const text = `${head}\n0,own,1,Doors,D-1,Door,Mitigates,T1078,Valid Accounts,16.1,enterprise,"['https://a.example/x,y', ""https://b.example/it's""]",c\n1,own,1,,,,non_mappable,T1496,Hijack,16.1,enterprise,[],\n`;
    const { value, diagnostics } = await read(text);
    expect(diagnostics).toEqual([]);
    expect(value?.rows[0]).toMatchObject({
      capabilityGroup: "Doors",
      mappingType: "Mitigates",
      references: ["https://a.example/x,y", "https://b.example/it's"],
      status: "complete",
    });
    expect(value?.rows[1]).toMatchObject({ capabilityId: null, status: "non_mappable", references: [] });
    expect(value?.metadata).toMatchObject({ mappingFramework: "own", attackVersion: "16.1" });
    expect([...(value?.metadata.mappingTypes.keys() ?? [])]).toEqual(["Mitigates"]);
  });
});

describe("the names of unified files", () => {
  it("are known by the two ids, with what else there is; references as any program writes them", async () => {
    const text =
      "capability_id,attack_object_id,status,references\nD-1,T1078,in_progress,https://a.example/x;https://b.example/\n";
    const { value, diagnostics } = await read(text);
    expect(diagnostics).toEqual([]);
    expect(value?.rows).toMatchObject([
      {
        capabilityId: "D-1",
        attackObjectId: "T1078",
        status: "in_progress",
        references: ["https://a.example/x", "https://b.example/"],
      },
    ]);
  });

  it("leave out a column that has none of them, and say so", async () => {
    const { value, diagnostics } = await read("capability_id,attack_object_id,,why\nD-1,T1078,0,because\n");
    expect(value?.rows).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: "TM0010", severity: "warning", place: { line: 1 } }]);
    expect(diagnostics[0]?.message).toContain('No field is called "why";');
  });
});

describe("any other table", () => {
  const text = 'Control ID;Title;Technique;Why\r\nC-1;"One; two";T1078;because\r\n\r\nC-2;;;"of\r\nnothing"\r\n';

  it("is read by a map of its columns, with constants", async () => {
    const map = mapOf(
      'capability_id="Control ID", capability_description=Title,attack_object_id=Technique,comments=Why,mapping_framework==own',
    );
    const { value } = await read(text, map);
    expect(
      value?.rows.map((row) => [
        row.capabilityId,
        row.capabilityDescription,
        row.attackObjectId,
        row.status,
        row.comments,
      ]),
    ).toEqual([
      ["C-1", "One; two", "T1078", "complete", "because"],
      ["C-2", "", null, "non_mappable", "of\r\nnothing"],
    ]);
    expect(value?.metadata.mappingFramework).toBe("own");
  });

  it("has a guess, which reads as it is written", async () => {
    const guess = guessColumns(["Control ID", "Title", "Technique", "Why"]);
    expect(columnMapWords(guess)).toBe(
      'capability_id="Control ID",capability_description=Title,attack_object_id=Technique',
    );
    expect(mapOf(columnMapWords(guess)).columns).toEqual(guess);
    expect(columnMapWords(guessColumns(["Control", "attack_object_id"]))).toBe(
      "capability_id=Control,attack_object_id=attack_object_id",
    );
  });

  it.each([
    ["capability_id=A", /attack_object_id/],
    ["capabilty_id=A,attack_object_id=B", /"capabilty_id" is no field/],
    ["capability_id", /no list/],
    ['capability_id="A,attack_object_id=B', /no list|no column/],
  ])("%s is no map", (words, said) => {
    const map = parseColumnMap(words);
    expect("fault" in map ? map.fault : "").toMatch(said);
  });

  it("without the named columns is refused, with those that are there", async () => {
    const { value, diagnostics } = await read(text, mapOf("capability_id=Id,attack_object_id=Technique"));
    expect(value).toBeNull();
    expect(diagnostics[0]).toMatchObject({ code: "TM0008", message: 'The table has no column "Id".' });
  });
});
