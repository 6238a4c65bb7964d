import { expect, it } from "vitest";
import { defaultBounds } from "../format.js";
import { readMappingFile } from "../read-mapping-file.js";
import { cellPlaces } from "./cell-places.js";

const head = "framework,capability_id,technique_id,mapping_type,comments";

it.each([
  ["line feeds", "\n"],
  ["Windows line ends", "\r\n"],
])("cells stand where a text editor shows them, behind quoted line breaks too: %s", async (_, end) => {
  const text = [head, `own,a,T1001,m,"two${end}lines, and a ""comma"""`, "own,b,T1002,m,", ""].join(end);
  const source = { path: "own.csv", bytes: new TextEncoder().encode(text) };
  const { table } = await readMappingFile(source, defaultBounds);
  if (table === null) throw new Error("a table is read");
  const places = cellPlaces(source, table, [
    "/mapping_objects/0/comments",
    "/mapping_objects/1/attack_object_id",
    "/mapping_objects/1/status",
    "/metadata/mapping_framework",
    "",
  ]);
  expect([...places.values()]).toEqual([
    { line: 2, column: 15 },
    { line: 4, column: 7 },
    { line: 4, column: 1 },
    { line: 1, column: 1 },
    { line: 1, column: 1 },
  ]);
});

it("cells behind a quote that opens none stand where they do", async () => {
  const text = `${head}\nown,a,T1001,m,5" rack\nown,5" b,T1002,"""m""",\nown,c,,m,x"y, "z"\n`;
  const source = { path: "own.csv", bytes: new TextEncoder().encode(text) };
  const { table } = await readMappingFile(source, defaultBounds);
  if (table === null) throw new Error("a table is read");
  const pointers = ["/0/comments", "/1/mapping_type", "/2/attack_object_id", "/2/comments"];
  const places = cellPlaces(
    source,
    table,
    pointers.map((pointer) => `/mapping_objects${pointer}`),
  );
  expect([...places.values()]).toEqual([
    { line: 2, column: 15 },
    { line: 3, column: 16 },
    { line: 4, column: 7 },
    { line: 4, column: 10 },
  ]);
});
