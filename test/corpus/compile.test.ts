import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type CompiledFacts, compileFacts } from "../../src/compile/facts.js";
import { originOfBundle } from "../../src/compile/origin.js";
import { mergeFacts } from "../../src/compile/overlay.js";
import type { FactFiles } from "../../src/knowledge/facts/manifest.js";
import { KnowledgeBase } from "../../src/knowledge/knowledge-base.js";
import type { Domain } from "../../src/model/domain.js";
import { readSource, readSourceFolder, type SourceFile } from "../../src/sources/source-folder.js";
import { embeddedFacts, embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";

/** Compiles what a filter leaves of the corpus. */
function compile(dir: string, keep: (file: SourceFile, domain: Domain | null) => boolean): Promise<CompiledFacts> {
  const folder = readSourceFolder(dir);
  return compileFacts({
    *bundles(domain) {
      for (const file of folder.bundles) {
        if (file.domain !== domain || !keep(file, domain)) continue;
        const { bytes, sha256 } = readSource(file);
        const text = new TextDecoder().decode(bytes);
        yield { file: file.path, text, origin: originOfBundle({ path: file.path, text, sha256 }) };
      }
    },
    mappings: folder.mappings
      .filter((file) => keep(file, null))
      .map((file) => ({ path: file.path, ...readSource(file) })),
    identical: (domain) => folder.identical.get(domain) ?? new Map(),
  });
}

function asFiles(files: ReadonlyMap<string, string>): FactFiles {
  return {
    text(name) {
      const text = files.get(name);
      if (text === undefined) throw new Error(`no file ${name}`);
      return text;
    },
  };
}

const releaseOf = (file: SourceFile) => Number(/(\d+\.\d+)\.json$/.exec(file.path)?.[1] ?? 0);

describeCorpus("compiling", (dir) => {
  it("gives the committed facts, byte for byte", async () => {
    const { files, sets, releases } = await compile(dir, () => true);
    expect([sets.length, releases]).toEqual([33, 103]);
    for (const [name, text] of files) {
      const committed = readFileSync(new URL(`../../facts/${name}`, import.meta.url), "utf8");
      // Not toBe on the texts: a difference of 370 kB is not worth printing.
      expect([name, text === committed]).toEqual([name, true]);
    }
  });

  it("adds 17.0 to 19.0 one by one, and ends as compiled at once", async () => {
    const small = (file: SourceFile, domain: Domain | null) =>
      domain === null ? file.path.includes("/ics/") : domain === "ics" && !file.path.startsWith("stix21");
    const atOnce = await compile(dir, small);
    let store = (await compile(dir, (file, domain) => small(file, domain) && releaseOf(file) < 17)).files;
    for (const release of [18.1, 17, 19, 17.1, 18]) {
      const added = await compile(
        dir,
        (file, domain) => domain === "ics" && small(file, domain) && releaseOf(file) === release,
      );
      expect(added.releases).toBe(1);
      store = mergeFacts(asFiles(store), asFiles(added.files));
    }
    expect([...store.keys()].sort()).toEqual([...atOnce.files.keys()].sort());
    for (const [name, text] of atOnce.files) expect([name, store.get(name) === text]).toEqual([name, true]);
  });

  it("opens the same whether layers are merged or laid over each other", async () => {
    const base = await compile(dir, (file, domain) =>
      domain === null ? file.path.includes("/ics/") : domain === "ics" && releaseOf(file) < 18,
    );
    const above = await compile(
      dir,
      (file, domain) => domain === "ics" && releaseOf(file) >= 18 && !file.path.startsWith("stix21"),
    );
    const kb = new KnowledgeBase([asFiles(base.files), asFiles(above.files)]);
    const whole = embeddedKnowledge();
    expect(kb.newestRelease("ics")).toBe(whole.newestRelease("ics"));
    const [set] = kb.newestSets("ics");
    if (set === undefined) throw new Error("there is an ICS set");
    const laid = kb.aligned(set.id, kb.newestRelease("ics"));
    const merged = whole.aligned(set.id, whole.newestRelease("ics"));
    for (let row = 0; row < laid.facts.rows; row++) expect(laid.labelOf(row)).toEqual(merged.labelOf(row));
  });

  it("holds no sentence: nothing in the facts is as long as one, names and addresses apart", () => {
    const strings = JSON.parse(embeddedFacts.text("sets/strings.json")) as readonly string[];
    expect(strings.filter((text) => /[.?] [A-Z]/.test(text))).toEqual([]);
    expect(Math.max(...strings.map((text) => text.length))).toBeLessThan(160);
  });
});
