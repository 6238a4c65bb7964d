import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseCsv } from "hucre/csv";
import { expect, it } from "vitest";
import { defaultBounds } from "../../src/formats/format.js";
import type { MappingFormat } from "../../src/formats/mapping-format.js";
import { rowsCsv, rowsXlsx } from "../../src/formats/rows/format.js";
import { readTable } from "../../src/formats/table/read-table.js";
import { unifiedYaml } from "../../src/formats/unified/format.js";
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
    const ways = [
      { format: rowsCsv, compat: "mapex", path: "rows.csv", listed: true },
      { format: rowsCsv, compat: "editor", path: "rows.csv", listed: false },
      { format: unifiedYaml, compat: "editor", path: "rows.yaml", listed: true },
    ] as const;
    for (const { format, compat, path: as, listed } of ways) {
      const written = await format.serialize?.(value as MappingFile, { name: "rows", compat });
      const bytes = new TextEncoder().encode(String(written?.files[0]?.body));
      const back = await format.parse?.({ path: as, bytes }, defaultBounds);
      // The editor writes names of scores: Protect for protect.
      const claims = (file: MappingFile | null | undefined) =>
        file?.rows.map((row) => [
          row.capabilityId || null,
          row.attackObjectId || null,
          row.scoreCategory?.toLowerCase() ?? "",
          row.scoreValue?.toLowerCase() ?? "",
          listed ? (row.references ?? []) : [],
        ]);
      expect(claims(back?.value)).toEqual(claims(value));
    }
  });
});

function hasLibreOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describeCorpus("workbooks in LibreOffice (where soffice is installed)", (dir) => {
  const sets = ["m365/07.18.2025/16.1/enterprise", "kev/07.28.2025/16.1/mobile", "veris/1.4.0/16.1/ics"];

  it.skipIf(!hasLibreOffice())("hold the very cells of the CSV", { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "tidemap-office-"));
    const expected = new Map<string, readonly (readonly unknown[])[]>();
    for (const [index, set] of sets.entries()) {
      const path = join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published"));
      const { value } = parseUnified(readFileSync(path), path);
      const write = async (format: MappingFormat) =>
        (await format.serialize?.(value as MappingFile, { name: `set-${index}` }))?.files[0]?.body ?? "";
      writeFileSync(join(folder, `set-${index}.xlsx`), await write(rowsXlsx));
      expected.set(`set-${index}`, parseCsv(String(await write(rowsCsv))));
    }
    // Separator, quote, UTF-8, from line 1, every cell as it is shown, the first sheet.
    const filter = 'csv:"Text - txt - csv (StarCalc)":44,34,76,1,,0,false,true,false,false,false,1'.replaceAll('"', "");
    const books = sets.map((_, index) => join(folder, `set-${index}.xlsx`));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", folder, ...books], {
      stdio: "ignore",
    });
    for (const [name, rows] of expected) {
      const read = parseCsv(readFileSync(join(folder, `${name}-Mappings.csv`), "utf8"));
      expect([name, read]).toEqual([name, rows]);
    }
    rmSync(folder, { recursive: true, force: true });
  });
});
