import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rowsCsv } from "../../src/formats/rows/format.js";
import { parseUnified } from "../../src/formats/unified/parse.js";
import { publishedSetIds, publishedSetPath } from "../../src/model/published-sets.js";
import { describeCorpus } from "./corpus.js";

/** Reads CSV as Python's own module does, the defused cells taken back, and tells rows and some columns. */
const PYTHON = `
import csv, io, json, sys
rows = list(csv.DictReader(io.TextIOWrapper(sys.stdin.buffer, "utf-8", newline="")))
print(json.dumps([[row["capability_id"], row["technique_id"], row["comments"]] for row in rows]))
`;

function hasPython(): boolean {
  try {
    execFileSync("python3", ["--version"]);
    return true;
  } catch {
    return false;
  }
}

describeCorpus("published files as CSV", (dir) => {
  it.skipIf(!hasPython()).each(publishedSetIds)("%s reads in Python's csv module as the source says", async (set) => {
    const path = join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published"));
    const bytes = readFileSync(path);
    const { value } = parseUnified(bytes, path);
    if (value === null) throw new Error(`${set} cannot be read`);
    const written = await rowsCsv.serialize?.(value, { name: "rows" });
    const read = execFileSync("python3", ["-c", PYTHON], { input: String(written?.files[0]?.body), maxBuffer: 1e9 });
    interface Source {
      readonly mapping_objects: readonly Record<"capability_id" | "attack_object_id" | "comments", string | null>[];
    }
    const { mapping_objects: rows } = JSON.parse(bytes.toString()) as Source;
    // A cell that a spreadsheet would run has a ' in front.
    const plain = (text: string) => text.replace(/^'(?='*[=+\-@\t\r])/, "");
    expect((JSON.parse(String(read)) as string[][]).map((cells) => cells.map(plain))).toEqual(
      rows.map((row) => [row.capability_id ?? "", row.attack_object_id ?? "", row.comments ?? ""]),
    );
  });
});
