/** What runs in each thread of an export: prepares it, or renders its jobs. */
import { parentPort, workerData } from "node:worker_threads";
import type { Job } from "./plan.js";
import type { FromWorker } from "./pool.js";
import { type FromPreparer, prepare } from "./prepare.js";
import type { ExportSettings } from "./settings.js";
import { JobRenderer, type JobSurroundings } from "./site-export.js";
import { plainError } from "./thread-error.js";

const given = workerData as JobSurroundings | { readonly prepare: ExportSettings };
if ("prepare" in given) await prepareOnce(given.prepare);
else renderJobs(given);

async function prepareOnce(settings: ExportSettings): Promise<void> {
  const say = (message: FromPreparer) => parentPort?.postMessage(message);
  try {
    say({ prepared: await prepare(settings) });
  } catch (error) {
    say({ error: plainError(error) });
  }
}

function renderJobs(surroundings: JobSurroundings): void {
  const say = (message: FromWorker) => parentPort?.postMessage(message);
  const renderer = new JobRenderer(surroundings);
  parentPort?.on("message", async (job: Job) => {
    try {
      for await (const batch of renderer.render(job)) say({ batch });
      say({ done: true });
    } catch (error) {
      say({ error: plainError(error) });
    }
  });
}
