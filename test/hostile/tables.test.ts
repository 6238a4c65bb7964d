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

it("mixed line endings are rows all the same", async () => {
  const { value, diagnostics } = await parseTable(
    csv(`${head}C-1,T1078,x\rC-2,T1079,x\r\nC-3,T1080,x\n`),
    defaultBounds,
  );
  expect(diagnostics).toEqual([]);
  expect(value?.rows.map(({ attackObjectId }) => attackObjectId)).toEqual(["T1078", "T1079", "T1080"]);
});
