/** Budget: all rules over the 33 published files, process and all, take at most 1.5 s. */
import { join } from "node:path";
import type { Bench } from "./budget.js";
import { corpusFolder } from "./corpus-folder.js";
import { inTurn, median, runNode } from "./measure.js";

/** Reads and parses the same files. */
const FLOOR = `
const { readdirSync, readFileSync } = require("node:fs");
for (const entry of readdirSync(process.argv[1], { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && entry.name.endsWith(".json")) JSON.parse(readFileSync(entry.parentPath + "/" + entry.name, "utf8"));
}
`;

const bench: Bench = async () => {
  const corpus = corpusFolder();
  if (corpus === null) return { skipped: "it needs the corpus" };
  const folder = join(corpus, "mappings/published");
  let peakBytes = 0;
  const [floor = [], whole = []] = await inTurn(5, [
    async () => (await runNode(["-e", FLOOR, folder])).ms,
    async () => {
      const run = await runNode(["bin/tidemap.js", "validate", folder, "--fail-on", "never", "--json"], { peak: true });
      peakBytes = Math.max(peakBytes, run.peakBytes);
      return run.ms;
    },
  ]);
  return [
    {
      id: "validate-33",
      what: "tidemap validate of the 33 published files, all rules, whole process, seconds",
      value: median(whole) / 1000,
      budget: { max: 1.5 },
      from: { wholeMs: median(whole), parseMs: median(floor), peakBytes },
    },
  ];
};

export default bench;
