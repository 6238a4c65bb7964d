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
