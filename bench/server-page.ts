/**
 * Budget: the technique page, as a share of what the bare adapter reaches with the very same bytes in the same run: at
 * least 15 % when it is rendered for every request, at least 60 % when it is cached or answered by 304. All are warm.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench, Figure } from "./budget.js";
import { inTurn, median, medianRatio, runNode } from "./measure.js";
import { SITE_SERVER, serve } from "./serving.js";

const PAGE = "/techniques/T1550.001/";
const ROUNDS = 7;
/** Requests before the first that counts: an engine compiles what it runs, and is at it for the first thousands of pages. */
const WARM_UP = 8000;

const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), "tidemap-bench-"));
  const ours = await serve([SITE_SERVER]);
  const uncached = await serve([SITE_SERVER, "--cache-bytes", "0"]);
  const answer = await fetch(ours.origin + PAGE, { headers: { "accept-encoding": "identity" } });
  const etag = answer.headers.get("etag") ?? "";
  const body = Buffer.from(await answer.arrayBuffer());
  const file = join(folder, "answer.json");
  writeFileSync(file, JSON.stringify({ headers: headersOf(answer), body: body.toString("base64") }));
  const bare = await serve(["bench/bare-adapter.mjs", "--answer", file]);
  try {
    const sides = [
      () => requestRate(bare.origin),
      () => requestRate(ours.origin),
      () => requestRate(ours.origin, ["-H", `if-none-match=${etag}`]),
      () => requestRate(uncached.origin),
    ];
    for (const { origin } of [bare, ours, uncached]) await autocannon(origin, ["-a", String(WARM_UP)]);
    const rates = await inTurn(ROUNDS, sides);
    return figures(rates, body.length);
  } finally {
    await Promise.all([ours.stop(), uncached.stop(), bare.stop()]);
    rmSync(folder, { recursive: true });
  }
};

export default bench;

/** Answers a second to the technique page, for 2 seconds. */
async function requestRate(origin: string, more: readonly string[] = []): Promise<number> {
  const run = await autocannon(origin, ["-d", "2", ...more]);
  // A redirect or an error would be a fine rate of nothing.
  const wanted = more.length > 0 ? run.non2xx === run["3xx"] && run["3xx"] > 0 : run.non2xx === 0;
  if (!wanted) throw new Error(`${origin} did not answer as asked: ${JSON.stringify(run)}`);
  return run.requests.average;
}

type Run = Readonly<Record<"errors" | "3xx" | "non2xx", number>> & {
  readonly requests: { readonly average: number };
};

/** The technique page asked for over 10 connections, by a process of its own. */
async function autocannon(origin: string, args: readonly string[]): Promise<Run> {
  const load = ["node_modules/autocannon/autocannon.js", "--json", "-n", "-c", "10", ...args, origin + PAGE];
  const { stdout } = await runNode(load);
  const run = JSON.parse(stdout) as Run;
  if (run.errors > 0) throw new Error(`${origin} did not answer all: ${stdout}`);
  return run;
}

/** Its headers, but those that the adapter sets by itself. */
function headersOf(answer: Response): Readonly<Record<string, string>> {
  const own = ["content-length", "date", "connection", "keep-alive", "transfer-encoding"];
  return Object.fromEntries([...answer.headers].filter(([name]) => !own.includes(name)));
}

function figures(rates: readonly (readonly number[])[], bytes: number): readonly Figure[] {
  const [floor = [], cached = [], notModified = [], rendered = []] = rates;
  const from = {
    bytes,
    floor: median(floor),
    cached: median(cached),
    notModified: median(notModified),
    rendered: median(rendered),
  };
  const what = "technique page, share of the bare adapter's rate:";
  return [
    {
      id: "server-rendered",
      what: `${what} rendered each time`,
      value: medianRatio(rendered, floor),
      budget: { min: 0.15 },
      from,
    },
    { id: "server-cached", what: `${what} cached`, value: medianRatio(cached, floor), budget: { min: 0.6 }, from },
    {
      id: "server-304",
      what: `${what} not modified`,
      value: medianRatio(notModified, floor),
      budget: { min: 0.6 },
      from,
    },
  ];
}
