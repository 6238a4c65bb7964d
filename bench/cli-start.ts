/** Budget: a whole `tidemap technique … --format json`, process and all, takes at most 2.5 times as long as an empty Node. */
import type { Bench } from "./budget.js";
import { inTurn, median, medianRatio, runNode } from "./measure.js";

const QUESTION = ["bin/tidemap.js", "technique", "T1550.001", "--format", "json"];

const bench: Bench = async () => {
  const [empty = [], whole = []] = await inTurn(31, [
    async () => (await runNode(["-e", "0"])).ms,
    async () => (await runNode(QUESTION)).ms,
  ]);
  return [
    {
      id: "cli-technique",
      what: "tidemap technique T1550.001 --format json, whole process, times an empty node -e 0",
      value: medianRatio(whole, empty),
      budget: { max: 2.5 },
      from: { wholeMs: median(whole), emptyMs: median(empty) },
    },
  ];
};

export default bench;
