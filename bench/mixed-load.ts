/**
 * What one process holds: 50 connections over 600 pages, matrices, sets and API answers at once, first cold, then warm. Budget of ours:
 * warm at least a tenth of the bare adapter's rate for one page in the same run, no answer lost, at most 700 MB.
 */
import { readFileSync } from "node:fs";
import type { Bench } from "./budget.js";
import { runNode } from "./measure.js";
import { SITE_SERVER, serve } from "./serving.js";

interface Load {
  readonly rate: number;
  readonly p99Ms: number;
  readonly errors: number;
  readonly non2xx: number;
}

const bench: Bench = async () => {
  const site = await serve([SITE_SERVER]);
  try {
    const addresses = await addressesOf(site.origin);
    const load = async (seconds: number, paths: readonly string[]) =>
      JSON.parse((await runNode(["bench/mixed-load.mjs", site.origin, String(seconds), ...paths])).stdout) as Load;
    const cold = await load(10, addresses);
    const warm = await load(10, addresses);
    const floor = await load(5, ["/healthz"]);
    const lost = cold.errors + cold.non2xx + warm.errors + warm.non2xx;
    const from = {
      addresses: addresses.length,
      coldRate: cold.rate,
      warmRate: warm.rate,
      coldP99Ms: cold.p99Ms,
      warmP99Ms: warm.p99Ms,
      healthRate: floor.rate,
    };
    return [
      {
        id: "load-warm",
        what: "50 connections over 600 addresses, warm: share of the rate of /healthz in the same run",
        value: warm.rate / floor.rate,
        budget: { min: 0.1 },
        from,
      },
      { id: "load-lost", what: "answers lost or refused under that load", value: lost, budget: { max: 0 }, from: {} },
      {
        id: "load-memory",
        what: "memory of the serving process after it, MB",
        value: residentBytes(site.pid) / 1e6,
        budget: { max: 700 },
        from: {},
      },
    ];
  } finally {
    await site.stop();
  }
};

export default bench;

/** Every so-many-th address of the sitemap, and the JSON of half of them. */
async function addressesOf(origin: string): Promise<readonly string[]> {
  const index = await (await fetch(`${origin}/sitemap.xml`)).text();
  const parts = [...index.matchAll(/<loc>[^<]*(\/sitemap-\d+\.xml)<\/loc>/g)].map(([, path]) => path ?? "");
  const texts = await Promise.all(
    (parts.length === 0 ? ["/sitemap.xml"] : parts).map(async (path) => (await fetch(origin + path)).text()),
  );
  const all = texts.flatMap((text) =>
    [...text.matchAll(/<loc>https?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(([, path]) => path ?? "/"),
  );
  const every = Math.max(1, Math.floor(all.length / 400));
  const chosen = all.filter((_, at) => at % every === 0).slice(0, 400);
  return [...chosen, ...chosen.filter((_, at) => at % 2 === 0).map((path) => `/api/v1${path}`)];
}

/** Linux only; elsewhere nothing is known. */
function residentBytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
