import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withLines } from "../../src/formats/locate.js";
import { parseUnified } from "../../src/formats/unified/parse.js";
import type { MappingFile } from "../../src/model/mapping-file.js";
import { publishedSetPath } from "../../src/model/published-sets.js";
import { contentOf } from "../formats-made.js";
import { describeCorpus } from "./corpus.js";
import { expectedRows } from "./expectations.js";

describeCorpus("unified mapping files", (dir) => {
  const read = (path: string): MappingFile => {
    const { value } = parseUnified(readFileSync(join(dir, "mappings", path)), path);
    if (value === null) throw new Error(`${path} cannot be read`);
    return value;
  };

  it.each(expectedRows("sets.tsv").map((row) => [row.set ?? "", row] as const))("%s, field by field", (set, row) => {
    const path = publishedSetPath(set).replace(/^mappings/, "published");
    const file = read(path);
    expect(file.serialisation).toBe({ converter: "J2", editor: "J3" }[row.serialisation ?? ""]);
    expect(file.rows.length).toBe(Number(row.rows));
    const filled = file.rows.filter(({ comments }) => (comments ?? "").trim() !== "");
    expect(filled.length).toBe(Number(row.rows_with_comments));
    expect(file.rows.reduce((sum, { references }) => sum + (references?.length ?? 0), 0)).toBe(
      Number(row.reference_items),
    );
    const raw = JSON.parse(readFileSync(join(dir, "mappings", path), "utf8")) as Raw;
    expect(file.rows.map(toRaw)).toEqual(raw.mapping_objects);
  });

  describe("older files, by one reading", () => {
    it.each([
      ["j0-GCP-22.06.28_attack-10.json", "J0 432 39 0", "Container Registry"],
      ["j0-cve-21.10.21_attack-9.0.json", "J0 1706 13 0", "CVE-2019-10980"],
      ["j0-nist-800-r4_attack-10.1.json", "J0 4692 11 0", "SI-8"],
      ["j1-nist_800_53-rev4_attack-14.1-enterprise.json", "J1 4979 11 7", null],
      ["j1-nist_800_53-rev5_attack-14.1-enterprise.json", "J1 5049 13 17", "SC-07"],
    ])("%s", (name, counts, last) => {
      const { serialisation, rows, metadata } = read(`older/${name}`);
      const groupless = rows.filter(({ capabilityGroup }) => capabilityGroup === undefined).length;
      expect([serialisation, rows.length, metadata.capabilityGroups.size, groupless].join(" ")).toBe(counts);
      expect(rows.at(-1)?.capabilityId).toBe(last);
      expect(metadata.mappingTypes.size).toBeGreaterThan(0);
    });
  });

  it("artefacts: YAML and JSON of one set are equal", () => {
    const stem = "artefacts/nist_800_53-rev5_attack-16.1-enterprise";
    const [json, yaml] = [read(`${stem}_json.json`), read(`${stem}.yaml`)];
    expect([json.serialisation, json.rows.length]).toEqual(["J4", 5410]);
    expect(contentOf(yaml)).toEqual(contentOf(json));
  });

  it("places: line and column of the key that stands twice, and of values in JSON and YAML", () => {
    const set = publishedSetPath("nist_800_53/rev4/14.1/enterprise").replace(/^mappings/, "mappings/published");
    const bytes = readFileSync(join(dir, set));
    const { diagnostics } = parseUnified(bytes, set);
    expect(diagnostics).toMatchObject([
      { code: "TM1002", place: { pointer: "/mapping_objects/83/capability_group", line: 877 } },
    ]);
    const stem = join(dir, "mappings/artefacts/nist_800_53-rev5_attack-16.1-enterprise");
    for (const path of [join(dir, set), `${stem}.yaml`, `${stem}_json.json`]) {
      const source = { path, bytes: readFileSync(path) };
      const place = { file: path, pointer: "/mapping_objects/1060/capability_id" };
      const [found] = withLines(source, [{ code: "TM1302", severity: "warning", place, message: "" }]);
      const line = source.bytes.toString("utf8").split("\n")[(found?.place.line ?? 0) - 1];
      expect(line).toContain("capability_id");
    }
  });

  it("nothing else of the mappings folder is taken for one", () => {
    for (const name of readdirSync(join(dir, "mappings", "legacy"), { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".json")) continue;
      expect([name, parseUnified(readFileSync(join(dir, "mappings", "legacy", name)), name).value]).toEqual([
        name,
        null,
      ]);
    }
  });
});

interface Raw {
  readonly mapping_objects: readonly Readonly<Record<string, unknown>>[];
}

/** A row under the file's own names again; absent fields stay absent. */
function toRaw(row: MappingFile["rows"][number]): Readonly<Record<string, unknown>> {
  const { extra, keys: _, ...fields } = row;
  const named = Object.entries(fields).map(([key, value]) => [
    key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value as unknown,
  ]);
  return Object.fromEntries([...named.filter(([, value]) => value !== undefined), ...extra]) as Readonly<
    Record<string, unknown>
  >;
}
