/**
 * Budget: loading everything (all releases of three domains, all sets) takes no longer than one
 * JSON.parse of the 18.1 enterprise bundle. Each side in a fresh process, as a command would do it, the clock around the
 * loading alone.
 */
import { join } from "node:path";
import type { Bench } from "./budget.js";
import { corpusFolder } from "./corpus-folder.js";
import { libraryUrl } from "./library.js";
import { inTurn, runNode } from "./measure.js";

const PARSE = `
const text = require("node:fs").readFileSync(process.argv[1], "utf8");
const started = performance.now();
const bundle = JSON.parse(text);
console.log(performance.now() - started, bundle.objects.length);
`;

const LOAD = `
const { readFileSync } = require("node:fs");
import(process.argv[1]).then(({ KnowledgeBase }) => {
  const started = performance.now();
  const kb = new KnowledgeBase([{ text: (name) => readFileSync("facts/" + name, "utf8") }]);
  let rows = 0;
  for (const domain of kb.domains) kb.timeline(domain).at(kb.newestRelease(domain));
  for (const set of kb.sets) rows += kb.facts(set.id).rows;
  console.log(performance.now() - started, rows);
});
`;

const bench: Bench = async () => {
  const corpus = corpusFolder();
  if (corpus === null) return { skipped: "it needs the corpus" };
  const bundle = join(corpus, "attack", "enterprise-attack-18.1.json");
  const [parseMs = Number.NaN, loadMs = Number.NaN] = await inTurn(9, [
    async () => Number.parseFloat((await runNode(["-e", PARSE, bundle])).stdout),
    async () => Number.parseFloat((await runNode(["-e", LOAD, libraryUrl])).stdout),
  ]);
  return [
    {
      id: "load-all",
      what: "loading every timeline and set, times one JSON.parse of enterprise 18.1",
      value: loadMs / parseMs,
      budget: { max: 1 },
      from: { loadMs, parseMs },
    },
  ];
};

export default bench;
