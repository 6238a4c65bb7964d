/** Budget: compiling 92 bundles and 33 sets takes at most 3 times what reading and JSON.parse-ing the same files takes, below 700 MB. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench } from "./budget.js";
import { corpusFolder } from "./corpus-folder.js";
import { inTurn, median, medianRatio, runNode } from "./measure.js";

/** Reads and parses every bundle and set of the corpus, one after the other, in a process of its own. */
const FLOOR = `
const { readdirSync, readFileSync } = require("node:fs");
let objects = 0;
for (const folder of process.argv.slice(1)) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith(".json")) {
      objects += Object.keys(JSON.parse(readFileSync(entry.parentPath + "/" + entry.name, "utf8"))).length;
    }
  }
}
`;

const bench: Bench = async () => {
  const corpus = corpusFolder();
  if (corpus === null) return { skipped: "it needs the corpus" };
  const out = mkdtempSync(join(tmpdir(), "tidemap-compile-"));
  const folders = ["attack", "attack-derived", "mappings/published"].map((name) => join(corpus, name));
  let peakBytes = 0;
  try {
    const [floor = [], compile = []] = await inTurn(3, [
      async () => (await runNode(["-e", FLOOR, ...folders])).ms,
      async () => {
        const run = await runNode(["bin/tidemap.js", "compile", "--from", corpus, "--out", join(out, "facts")], {
          peak: true,
        });
        peakBytes = Math.max(peakBytes, run.peakBytes);
        return run.ms;
      },
    ]);
    return [
      {
        id: "compile-all",
        what: "tidemap compile of 92 bundles and 33 sets, times reading and JSON.parse-ing them",
        value: medianRatio(compile, floor),
        budget: { max: 3 },
        from: { compileMs: median(compile), floorMs: median(floor) },
      },
      {
        id: "compile-peak",
        what: "the same, peak memory, MB",
        value: peakBytes / 1e6,
        budget: { max: 700 },
        from: { peakBytes },
      },
    ];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};

export default bench;
