/** Budget: a whole `tidemap technique … --format json`, process and all, takes at most 2.5 times as long as an empty Node. */
import type { Bench } from "./budget.js";
import { inTurn, runNode } from "./measure.js";

const QUESTION = ["bin/tidemap.js", "technique", "T1550.001", "--format", "json"];

const bench: Bench = async () => {
  const [emptyMs = Number.NaN, wholeMs = Number.NaN] = await inTurn(25, [
    async () => (await runNode(["-e", "0"])).ms,
    async () => (await runNode(QUESTION)).ms,
  ]);
  return [
    {
      id: "cli-technique",
      what: "tidemap technique T1550.001 --format json, whole process, times an empty node -e 0",
      value: wholeMs / emptyMs,
      budget: { max: 2.5 },
      from: { wholeMs, emptyMs },
    },
  ];
};

export default bench;
