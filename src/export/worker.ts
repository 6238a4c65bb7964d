/** What runs in each thread that renders: takes jobs, tells of batches. Its messages are pool.ts's. */
import { parentPort, workerData } from "node:worker_threads";
import type { Job } from "./plan.js";
import type { FromWorker } from "./pool.js";
import type { ExportSettings } from "./settings.js";
import { renderJob } from "./site-export.js";

const settings = workerData as ExportSettings;
const say = (message: FromWorker) => parentPort?.postMessage(message);

parentPort?.on("message", async (job: Job) => {
  try {
    for await (const batch of renderJob(job, settings)) say({ batch });
    say({ done: true });
  } catch (error) {
    say({ error: plainError(error) });
  }
});

/** Errors lose their own properties between threads; what the command says of them is kept. */
function plainError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { ...error, name, message, stack };
}
