/** What runs in each thread that renders: takes jobs, tells of batches. Its messages are pool.ts's. */
import { parentPort, workerData } from "node:worker_threads";
import type { Job } from "./plan.js";
import type { FromWorker } from "./pool.js";
import { type JobSurroundings, renderJob } from "./site-export.js";

const surroundings = workerData as JobSurroundings;
const say = (message: FromWorker) => parentPort?.postMessage(message);

parentPort?.on("message", async (job: Job) => {
  try {
    for await (const batch of renderJob(job, surroundings)) say({ batch });
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
