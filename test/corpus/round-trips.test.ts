/** Every published mapping file goes through every lossless format and comes back the same, to the byte where it can. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { defaultBounds } from "../../src/formats/format.js";
import { mappingFormats } from "../../src/formats/registry.js";
import { parseUnified } from "../../src/formats/unified/parse.js";
import type { MappingFile } from "../../src/model/mapping-file.js";
import { contentOf } from "../formats-made.js";
import { describeCorpus } from "./corpus.js";

/**
 * Files whose bytes cannot come back: one line that a hand indented otherwise; a key that stands twice, of which the
 * last counts. Bytes that are then more.
 */
const unlike = new Map([
  ["azure-04.26.2025_attack-16.1-enterprise.json", 4],
  ["nist_800_53-rev4_attack-14.1-enterprise.json", -'      "capability_group": null,\n'.length],
]);

describeCorpus("mapping files through formats", (dir) => {
  const folder = join(dir, "mappings");
  const published = filesIn(join(folder, "published"));
  const older = filesIn(join(folder, "older"));
  const read = (path: string): MappingFile => {
    const { value } = parseUnified(readFileSync(path), basename(path));
    if (value === null) throw new Error(`${path} cannot be read`);
    return value;
  };

  it("are 33, and five older ones", () => {
    expect([published.length, older.length]).toEqual([33, 5]);
  });

  it.each([...published, ...older].map((path) => [basename(path), path]))("%s", async (name, path) => {
    const file = read(path);
    for (const format of mappingFormats.filter(({ lossless }) => lossless)) {
      const written = await format.serialize?.(file, { name: "own" });
      const body = written?.files[0]?.body ?? "";
      const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
      const back = await format.parse?.({ path: `own${format.extensions[0]}`, bytes }, defaultBounds);
      expect(written?.lost, format.id).toEqual([]);
      expect(contentOf(back?.value as MappingFile), format.id).toEqual(contentOf(file));
      if (format.id !== "json") continue;
      const difference = unlike.get(name);
      const same = Buffer.from(bytes).equals(readFileSync(path));
      if (difference === undefined) expect(same, "the same bytes").toBe(true);
      else expect(bytes.length - readFileSync(path).length).toBe(difference);
    }
  });
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name))
    .sort();
}
