/** Tables made to hurt: each ends with a finding, in little time and memory. */
import { expect, it } from "vitest";
import { defaultBounds } from "../../src/formats/format.js";
import { parseTable } from "../../src/formats/rows/parse.js";
import { zipOf } from "../zip-made.js";

const head = "capability_id,technique_id,mapping_type\n";
const csv = (text: string) => ({ path: "own.csv", bytes: new TextEncoder().encode(text) });
const codeOf = async (source: { path: string; bytes: Uint8Array }) =>
  (await parseTable(source, defaultBounds)).diagnostics.map(({ code }) => code)[0];

it.each([
  ["a million rows", () => csv(head + "C-1,T1078,x\n".repeat(1_000_000)), "TM0003"],
  ["a quoted cell of 60 MB", () => csv(`${head}C-1,T1078,"${"a".repeat(60_000_000)}"\n`), "TM0008"],
  ["a cell of 60 MB that never ends", () => csv(`${head}C-1,T1078,"${"a,\n".repeat(20_000_000)}`), "TM0008"],
  ["a cell of 2 MB without quotes", () => csv(`${head}C-1,T1078,${"a".repeat(2_000_000)}\n`), "TM0008"],
  ["100 MB", () => csv("a".repeat(100_000_000)), "TM0001"],
  ["UTF-16", () => ({ path: "own.csv", bytes: new Uint8Array(Buffer.from(`\ufeff${head}`, "utf16le")) }), "TM0008"],
  [
    "invalid UTF-8",
    () => ({ path: "own.csv", bytes: new Uint8Array(Buffer.from(`${head}\xff\xfe`, "latin1")) }),
    "TM0008",
  ],
  ["nothing", () => csv(""), "TM0008"],
  ["only line breaks", () => csv("\r\n".repeat(1000)), "TM0008"],
])("%s", async (_, make, code) => {
  expect(await codeOf(make())).toBe(code);
});

it("a workbook whose sheet inflates beyond the bound is refused before the library sees it", async () => {
  const body = new Uint8Array(Buffer.alloc(200_000_000, "a"));
  const bytes = zipOf([{ name: "xl/worksheets/sheet1.xml", body, says: 100 }]);
  expect(bytes.length).toBeLessThan(1_000_000);
  expect(await codeOf({ path: "own.xlsx", bytes })).toBe("TM0007");
});

it("a quote that nothing closes is refused where it opens; quotes within cells are none", async () => {
  const open = await parseTable(csv(`${head}C-1,"a ""b""",x\nC-2,"T1078,x\nC-3,T1079,x\n`), defaultBounds);
  expect(open.value).toBeNull();
  expect(open.diagnostics).toMatchObject([{ code: "TM0008", place: { line: 3, column: 5 } }]);
  const closed = await parseTable(csv(`${head}C-1,T1078,5" disk\nC-2,T1079,"a, ""b"""\n`), defaultBounds);
  expect(closed.value?.rows.map(({ mappingType }) => mappingType)).toEqual(['5" disk', 'a, "b"']);
});

it("a quote within a cell makes no long one of all that follows", async () => {
  const { value, diagnostics } = await parseTable(
    csv(`${head}C-1,T1078,5" disk\n${"C-2,T1079,x\n".repeat(90_000)}`),
    defaultBounds,
  );
  expect([diagnostics, value?.rows.length]).toEqual([[], 90_001]);
});

it("mixed line endings are rows all the same", async () => {
  const { value, diagnostics } = await parseTable(
    csv(`${head}C-1,T1078,x\rC-2,T1079,x\r\nC-3,T1080,x\n`),
    defaultBounds,
  );
  expect(diagnostics).toEqual([]);
  expect(value?.rows.map(({ attackObjectId }) => attackObjectId)).toEqual(["T1078", "T1079", "T1080"]);
});

it("entities of a workbook's own are left as they are written, those of files and those that multiply", async () => {
  const multiplied = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY e${level} "${level === 0 ? "lol" : `&e${level - 1};`.repeat(10)}">`,
  );
  const doctype = `<!DOCTYPE worksheet [<!ENTITY file SYSTEM "file:///etc/hostname">${multiplied.join("")}]>`;
  const { value } = await parseTable({ path: "own.xlsx", bytes: workbook(doctype, "&e8;&file;") }, defaultBounds);
  expect(value?.rows[0]?.mappingType).toBe("&e8;&file;");
});

/** A sheet with one row, whose last cell is `cell`. */
function workbook(doctype: string, cell: string): Uint8Array {
  const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const row = (number: number, cells: readonly string[]) =>
    `<row r="${number}">${cells.map((text, at) => `<c r="${"ABC"[at]}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const relation = (type: string, to: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${to}"/></Relationships>`;
  const parts = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `${doctype}<worksheet xmlns="${spreadsheet}"><sheetData>${row(1, head.trim().split(","))}${row(2, ["C-1", "T1078", cell])}</sheetData></worksheet>`,
  };
  return zipOf(Object.entries(parts).map(([name, xml]) => ({ name, body: new TextEncoder().encode(xml) })));
}
