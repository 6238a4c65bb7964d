/**
 * Budget: loading everything (three timelines with every object of their newest releases, and the rows of all sets) takes
 * no longer than one JSON.parse of the 18.1 enterprise bundle. Each side in a fresh process, as a command would do it, the
 * clock around the loading alone. Beside it, without a budget: spreading out every object of every release as well.
 */
import { join } from "node:path";
import type { Bench } from "./budget.js";
import { corpusFolder } from "./corpus-folder.js";
import { libraryUrl } from "./library.js";
import { inTurn, median, medianRatio, runNode } from "./measure.js";

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
  let seen = 0;
  for (const domain of kb.domains) {
    const timeline = kb.timeline(domain);
    for (const release of process.argv[2] === "every" ? timeline.releases : [timeline.newest]) {
      for (const kind of timeline.heldKinds(release)) seen += timeline.at(release).objects(kind).length;
    }
  }
  for (const set of kb.sets) seen += kb.facts(set.id).rows;
  console.log(performance.now() - started, seen);
});
`;

const bench: Bench = async () => {
  const corpus = corpusFolder();
  if (corpus === null) return { skipped: "it needs the corpus" };
  const bundle = join(corpus, "attack", "enterprise-attack-18.1.json");
  const [parse = [], load = [], every = []] = await inTurn(9, [
    async () => Number.parseFloat((await runNode(["-e", PARSE, bundle])).stdout),
    async () => Number.parseFloat((await runNode(["-e", LOAD, libraryUrl])).stdout),
    async () => Number.parseFloat((await runNode(["-e", LOAD, libraryUrl, "every"])).stdout),
  ]);
  return [
    {
      id: "load-all",
      what: "loading every timeline and set, times one JSON.parse of enterprise 18.1",
      value: medianRatio(load, parse),
      budget: { max: 1 },
      from: { loadMs: median(load), parseMs: median(parse), everyReleaseMs: median(every) },
    },
  ];
};

export default bench;
