/** Threads that render: a job that does not fit a bounded heap is done again without the bound, and told once. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Job } from "../../src/export/plan.js";
import { doJobs } from "../../src/export/pool.js";
import type { ExportSettings } from "../../src/export/settings.js";
import type { Batch } from "../../src/export/site-export.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tidemap-pool-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread's program that tells each address as a batch; `big` fills a bounded heap after it was told. `atEnd` of each job. */
function program(name: string, onBig: string, atEnd = ""): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `import { parentPort, resourceLimits } from "node:worker_threads";
     const bounded = resourceLimits.maxOldGenerationSizeMb < 1000;
     parentPort.on("message", (job) => {
       for (const address of job.addresses) {
         parentPort.postMessage({ batch: { addresses: 1, files: [{ name: address }] } });
         if (address === "big") { ${onBig} }
       }
       ${atEnd}
       parentPort.postMessage({ done: true });
     });`,
  );
  return path;
}

async function told(script: string, jobs: readonly Job[], threads = 2): Promise<readonly string[]> {
  const batches: Batch[] = [];
  await doJobs(jobs, {
    settings: {} as ExportSettings,
    addresses: new Set(),
    threads,
    script,
    signal: new AbortController().signal,
    onBatch: (batch) => batches.push(batch),
  });
  return batches.flatMap(({ files }) => files.map(({ name }) => name)).sort();
}

const jobs = [["a", "b"], ["c", "big", "d"], ["e"]].map((addresses) => ({ addresses, needs: "" }));

it("every address once, although a thread ran out of memory in the middle of its job", async () => {
  const script = program("hungry.mjs", "const all = []; while (bounded) all.push(new Array(100_000).fill({}));");
  expect(await told(script, jobs)).toEqual(["a", "b", "big", "c", "d", "e"]);
}, 60_000);

it("a thread without a bound is for the one job that needs it", async () => {
  const says =
    'parentPort.postMessage({ batch: { addresses: 1, files: [{ name: [job.addresses[0], bounded].join(" ") }] } });';
  const script = program("sated.mjs", "const all = []; while (bounded) all.push(new Array(100_000).fill({}));", says);
  const one = await told(script, jobs.slice(1), 1);
  expect(one.filter((name) => name.includes(" "))).toEqual(["c false", "e true"]);
}, 60_000);

it("what ends a thread otherwise ends the export", async () => {
  await expect(told(program("ending.mjs", "process.exit(3);"), jobs)).rejects.toThrow("ended with 3");
  await expect(told(program("failing.mjs", 'throw new Error("broken");'), jobs)).rejects.toThrow("broken");
});
