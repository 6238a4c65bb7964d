import fc from "fast-check";
import { parseCsv } from "hucre/csv";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { writeCsv } from "./csv.js";
import { type Table, toRecords } from "./table.js";
import { type Workbook, writeXlsx } from "./xlsx.js";

const table: Table = {
  name: "Rows",
  columns: [{ name: "id" }, { name: "rows" }, { name: "references" }, { name: "known" }],
  rows: [
    ["AC-2", 12, ["https://a.example/1", "https://b.example/2"], true],
    ['quoted "name", with comma', 0, [], false],
    ["two\nlines", -1.5, ["https://c.example/"], null],
    ["=1+1", null, null, null],
    [{ text: "T1550.001", href: "https://attack.mitre.org/techniques/T1550/001/" }, 3, null, null],
  ],
};
const workbook: Workbook = { title: "A table", tables: [table], notes: ["Counting rule.", ["set", "x/1/16.1/ics"]] };

/** Plain printable texts and those that need care. */
const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("=x()", "'@", "''=x()", "'", "-1", '"', "a,b", "\r\n"),
);
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((columns) =>
    fc.array(fc.array(texts, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
  )
  .map((rows): Table => ({ name: "T", columns: (rows[0] ?? []).map((_, at) => ({ name: `c${at}` })), rows }));

describe("CSV", () => {
  it("quotes where it must, defuses formulas, keeps lists apart", async () => {
    expect(await writeCsv(table)).toBe(
      [
        "id,rows,references,known",
        "AC-2,12,https://a.example/1 | https://b.example/2,true",
        '"quoted ""name"", with comma",0,,false',
        '"two\nlines",-1.5,https://c.example/,',
        "'=1+1,,,",
        "T1550.001,3,,",
        "",
      ].join("\r\n"),
    );
  });

  it("reads back to the same texts", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (made) => {
        const [, ...rows] = parseCsv(await writeCsv(made), { delimiter: ",", skipEmptyRows: false });
        const plain = rows.map((row) => row.map((cell) => String(cell ?? "").replace(/^'(?='*[=+\-@\t\r\n\0|])/, "")));
        expect(plain.slice(0, made.rows.length)).toEqual(made.rows);
      }),
    );
  });
});

describe("XLSX", () => {
  it("has typed cells, links, a frozen and filtering first row, and a sheet that says what it is", async () => {
    const { sheets } = await readXlsx(await writeXlsx(workbook), { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(["Rows", "Read me"]);
    const [rows, notes] = sheets;
    expect(rows?.rows).toEqual([
      ["id", "rows", "references", "known"],
      ["AC-2", 12, "https://a.example/1 | https://b.example/2", true],
      ['quoted "name", with comma', 0, null, false],
      ["two\nlines", -1.5, "https://c.example/", null],
      ["=1+1", null, null, null],
      ["T1550.001", 3, null, null],
    ]);
    expect(rows?.freezePane?.rows).toBe(1);
    expect(rows?.autoFilter?.range).toBe("A1:D6");
    expect(rows?.cells?.get("5,0")?.hyperlink?.target).toBe("https://attack.mitre.org/techniques/T1550/001/");
    expect(rows?.cells?.get("4,0")?.formula).toBeUndefined();
    expect(notes?.rows.flat().filter((cell) => cell !== null)).toEqual([
      "A table",
      "Counting rule.",
      "set",
      "x/1/16.1/ics",
    ]);
  });

  it("gives the same bytes for the same workbook", async () => {
    expect(Buffer.from(await writeXlsx(workbook)).equals(Buffer.from(await writeXlsx(workbook)))).toBe(true);
  });

  it("reads back to the same texts; what XML cannot hold is marked", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (made) => {
        const { sheets } = await readXlsx(await writeXlsx({ title: "t", tables: [made], notes: [] }));
        const back = (sheets[0]?.rows ?? []).slice(1).map((row) => row.map((cell) => String(cell ?? "")));
        expect(back).toEqual(made.rows.map((row) => row.map((cell) => shown(String(cell)))));
      }),
      { numRuns: 50 },
    );
  });

  it("cuts what is longer than a cell", async () => {
    const long: Table = { name: "L", columns: [{ name: "a" }], rows: [["x".repeat(40_000)]] };
    const { sheets } = await readXlsx(await writeXlsx({ title: "t", tables: [long], notes: [] }));
    expect(String(sheets[0]?.rows[1]?.[0])).toMatch(/^x{32766}…$/);
  });
});

it("records keep lists and numbers", () => {
  expect(toRecords(table)[0]).toEqual({
    id: "AC-2",
    rows: 12,
    references: ["https://a.example/1", "https://b.example/2"],
    known: true,
  });
  expect(toRecords(table)[4]?.id).toBe("T1550.001");
});

function shown(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}
