import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { defaultBounds } from "../../src/formats/format.js";
import { rowsCsv, rowsXlsx } from "../../src/formats/rows/format.js";
import { readTable } from "../../src/formats/table/read-table.js";
import { parseUnified } from "../../src/formats/unified/parse.js";
import type { MappingFile } from "../../src/model/mapping-file.js";
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

describeCorpus("tables read back", (dir) => {
  it.each(publishedSetIds)("%s: rows as CSV are the same rows again", async (set) => {
    const path = join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published"));
    const { value } = parseUnified(readFileSync(path), path);
    if (value === null) throw new Error(`${set} cannot be read`);
    const text = async (file: MappingFile) =>
      String((await rowsCsv.serialize?.(file, { name: "rows" }))?.files[0]?.body);
    const once = await text(value);
    const back = await rowsCsv.parse?.({ path: "rows.csv", bytes: new TextEncoder().encode(once) }, defaultBounds);
    expect(back?.diagnostics).toEqual([]);
    expect((await text(back?.value as MappingFile)) === once).toBe(true);
  });

  it.each(["csv", "xlsx"])("the publisher's own %s of NIST rev5 16.1 holds the rows of its JSON", async (ending) => {
    const stem = join(dir, "mappings/artefacts/nist_800_53-rev5_attack-16.1-enterprise");
    const format = ending === "csv" ? rowsCsv : rowsXlsx;
    const read = await format.parse?.({ path: `x.${ending}`, bytes: readFileSync(`${stem}.${ending}`) }, defaultBounds);
    const { value } = parseUnified(readFileSync(`${stem}_json.json`), "x.json");
    const said = (file: MappingFile | null | undefined) =>
      file?.rows.map((row) => [
        row.capabilityId || null,
        row.capabilityDescription || "",
        row.attackObjectId || null,
        row.attackObjectName || "",
        row.references ?? [],
        (row.comments || "").trim(),
      ]);
    expect(said(read?.value)).toHaveLength(5410);
    expect(said(read?.value)).toEqual(said(value));
  });
});

describeCorpus("as the publisher's program lays files out", (dir) => {
  const stem = "nist_800_53-rev5_attack-16.1-enterprise";
  const set = "nist_800_53/rev5/16.1/enterprise";

  it("CSV, byte for byte", async () => {
    const path = join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published"));
    const { value } = parseUnified(readFileSync(path), path);
    const written = await rowsCsv.serialize?.(value as MappingFile, { name: stem, compat: "mapex" });
    const published = readFileSync(join(dir, "mappings", "artefacts", `${stem}.csv`), "utf8");
    expect(String(written?.files[0]?.body) === published).toBe(true);
  });

  it("a workbook, cell by cell", async () => {
    const path = join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published"));
    const { value } = parseUnified(readFileSync(path), path);
    const written = await rowsXlsx.serialize?.(value as MappingFile, { name: stem, compat: "mapex" });
    const ours = await readTable({ path: "ours.xlsx", bytes: written?.files[0]?.body as Uint8Array }, defaultBounds);
    const bytes = readFileSync(join(dir, "mappings", "artefacts", `${stem}.xlsx`));
    const published = await readTable({ path: "published.xlsx", bytes }, defaultBounds);
    expect(ours.value?.rows.length).toBe(5_410);
    // Where the list of addresses is missing, not empty, the publisher's cell is empty as well.
    expect(ours.value).toEqual(published.value);
  });

  it.each(publishedSetIds)("%s: what is read of it is the claims again", async (id) => {
    const path = join(dir, publishedSetPath(id).replace(/^mappings/, "mappings/published"));
    const { value } = parseUnified(readFileSync(path), path);
    for (const compat of ["mapex", "editor"] as const) {
      const written = await rowsCsv.serialize?.(value as MappingFile, { name: "rows", compat });
      const bytes = new TextEncoder().encode(String(written?.files[0]?.body));
      const back = await rowsCsv.parse?.({ path: "rows.csv", bytes }, defaultBounds);
      const claims = (file: MappingFile | null | undefined) =>
        file?.rows.map((row) => [
          row.capabilityId || null,
          row.attackObjectId || null,
          row.scoreCategory ?? "",
          row.scoreValue ?? "",
          compat === "mapex" ? (row.references ?? []) : [],
        ]);
      expect(claims(back?.value)).toEqual(claims(value));
    }
  });
});
