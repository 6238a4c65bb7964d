/** Published sets as Navigator layers: the format's own text, and scores counted once more from the source. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultBounds } from "../../src/formats/format.js";
import { layer } from "../../src/formats/layer/format.js";
import { parseLayers } from "../../src/formats/layer/read-layer.js";
import { parseUnified } from "../../src/formats/unified/parse.js";
import { publishedSetIds, publishedSetPath } from "../../src/model/published-sets.js";
import { layerFaults } from "../layer-checker.js";
import { describeCorpus } from "./corpus.js";
import { expectedRows } from "./expectations.js";

interface Layer {
  readonly techniques: readonly {
    readonly techniqueID: string | null;
    readonly score?: number;
    readonly enabled?: boolean;
    readonly metadata?: readonly unknown[];
  }[];
  readonly gradient: { readonly maxValue: number };
}
interface SourceRow {
  readonly capability_id: string | null;
  readonly attack_object_id: string | null;
  readonly status: string;
  readonly score_value?: string | null;
}

describeCorpus("published sets as layers", (dir) => {
  const expected = new Map(expectedRows("artefacts.tsv").map((row) => [row.set, row]));

  describe.each(publishedSetIds)("%s", (set) => {
    const path = join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published"));
    const read = () => {
      const { value } = parseUnified(readFileSync(path), path);
      if (value === null) throw new Error(`${set} cannot be read`);
      return value;
    };
    const written = async (metric: "capabilities" | "rating") => {
      const made = await layer.serialize?.(read(), { name: "set", metric });
      return JSON.parse(String(made?.files[0]?.body)) as Layer;
    };
    const rows = () =>
      (JSON.parse(readFileSync(path, "utf8")) as { mapping_objects: readonly SourceRow[] }).mapping_objects;

    it("is as the format says, and scores are numbers of distinct capabilities", async () => {
      const made = await written("capabilities");
      expect(layerFaults(made)).toEqual([]);
      const capabilities = new Map<string, Set<string>>();
      const declared = new Set<string>();
      for (const { attack_object_id: id, capability_id: capability, status } of rows()) {
        if (id === null) continue;
        if (status === "non_mappable") declared.add(id);
        else if (capability !== null) capabilities.set(id, (capabilities.get(id) ?? new Set()).add(folded(capability)));
      }
      const scored = made.techniques.filter(({ score }) => score !== undefined);
      expect(new Map(scored.map(({ techniqueID, score }) => [techniqueID, score]))).toEqual(
        new Map([...capabilities].map(([id, of]) => [id, of.size])),
      );
      const off = made.techniques.filter(({ enabled }) => enabled === false);
      expect(new Set(off.map(({ techniqueID }) => techniqueID))).toEqual(
        new Set([...declared].filter((id) => !capabilities.has(id))),
      );
      expect(off.every(({ score }) => score === undefined)).toBe(true);
      expect(made.gradient.maxValue).toBe(Number(expected.get(set)?.layer_max_real));
    });

    it("by rating scores the best that a row has, and nothing where none is scored", async () => {
      const made = await written("rating");
      expect(layerFaults(made)).toEqual([]);
      const words = ["minimal", "partial", "significant"];
      const best = new Map<string, number>();
      for (const { attack_object_id: id, score_value: value, status } of rows()) {
        const rating = words.indexOf(value ?? "") + 1;
        if (id !== null && status !== "non_mappable" && rating > 0) best.set(id, Math.max(best.get(id) ?? 0, rating));
      }
      const scored = made.techniques.flatMap(({ techniqueID, score }) =>
        score === undefined ? [] : [[techniqueID, score] as const],
      );
      expect(new Map(scored)).toEqual(best);
    });
  });
});

/** NIST writes AC-2 and AC-02 in one file, some with a blank behind. */
function folded(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/-0(?=\d$)/, "-");
}

describeCorpus("layers of other programs", (dir) => {
  it.each([
    ["Bear_APT.json", "3.0"],
    ["heatmap_layer.json", "3.0"],
    ["sigma_attack_nav_coverage.json", "4.4"],
  ] as const)("%s is read, every entry of it", (name, layerVersion) => {
    const bytes = readFileSync(join(dir, "samples/navigator/samples", name));
    const { value, diagnostics } = parseLayers({ path: name, bytes }, defaultBounds);
    const { techniques } = JSON.parse(bytes.toString()) as { readonly techniques: readonly unknown[] };
    expect(value).toMatchObject([{ layerVersion, domain: "enterprise" }]);
    expect(value?.[0]?.entries.length).toBe(techniques.length);
    expect(diagnostics).toEqual([]);
  });
});
