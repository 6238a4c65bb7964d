/** Budgets: the largest set as six formats in one process, at most 0.8 s and 200 MB; all 33 as six, at most 5 s. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench } from "./budget.js";
import { corpusFolder } from "./corpus-folder.js";
import { inTurn, median, runNode } from "./measure.js";

const formats = ["--to", "csv,xlsx,yaml,json,stix,layer", "--force", "--quiet"];
const largest =
  "mappings/published/nist_800_53/attack-16.1/nist_800_53-rev5/enterprise/nist_800_53-rev5_attack-16.1-enterprise.json";

const bench: Bench = async () => {
  const corpus = corpusFolder();
  if (corpus === null) return { skipped: "it needs the corpus" };
  const out = mkdtempSync(join(tmpdir(), "tidemap-bench-"));
  try {
    const converted = (source: string, to: string) => ["bin/tidemap.js", "convert", source, "--out", to, ...formats];
    let peakBytes = 0;
    const [one = [], all = []] = await inTurn(3, [
      async () => {
        const run = await runNode(converted(join(corpus, largest), join(out, "one/")), { peak: true });
        peakBytes = Math.max(peakBytes, run.peakBytes);
        return run.ms;
      },
      async () => (await runNode(converted(join(corpus, "mappings/published"), join(out, "all/")))).ms,
    ]);
    return [
      {
        id: "convert-six",
        what: "tidemap convert of NIST rev5 16.1 to csv, xlsx, yaml, json, stix and layer, whole process, seconds",
        value: median(one) / 1000,
        budget: { max: 0.8 },
        from: { wholeMs: median(one) },
      },
      {
        id: "convert-six-peak",
        what: "its peak memory, MB",
        value: peakBytes / 1e6,
        budget: { max: 200 },
        from: { peakBytes },
      },
      {
        id: "convert-all",
        what: "tidemap convert of the 33 published files to the same six formats, whole process, seconds",
        value: median(all) / 1000,
        budget: { max: 5 },
        from: { wholeMs: median(all) },
      },
    ];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};

export default bench;
