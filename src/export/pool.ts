import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Job } from "./plan.js";
import { type Batch, type JobSurroundings, renderJob } from "./site-export.js";

/** What a rendering thread says: a batch is written; the job is done; it cannot go on. */
export type FromWorker =
  | { readonly batch: Batch }
  | { readonly done: true }
  | { readonly error: Readonly<Record<string, unknown>> };

export interface PoolOptions extends JobSurroundings {
  /** How many threads render; 0: this one. */
  readonly threads: number;
  /** The built worker.ts. */
  readonly script: string;
  readonly signal: AbortSignal;
  onBatch(batch: Batch): void;
}

/** Does all jobs. Rejects with the first error, or the signal's reason, after every thread has ended. */
export async function doJobs(jobs: readonly Job[], options: PoolOptions): Promise<void> {
  const waiting = [...jobs];
  options.signal.throwIfAborted();
  if (options.threads === 0) {
    for (const job of waiting)
      for await (const batch of renderJob(job, options)) {
        options.onBatch(batch);
        await nextTurn();
        options.signal.throwIfAborted();
      }
    return;
  }
  const threads = Array.from({ length: Math.min(options.threads, waiting.length) }, () => thread(waiting, options));
  try {
    await Promise.all(threads.map(({ ended }) => ended));
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

/** A thread that takes one job after the other until none is waiting. */
function thread(waiting: Job[], { settings, addresses, script, signal, onBatch }: PoolOptions) {
  const workerData: JobSurroundings = { settings, addresses };
  const worker = new Worker(script, { workerData });
  const ended = new Promise<void>((done, failed) => {
    const next = () => {
      const job = waiting.shift();
      if (job === undefined) done();
      else worker.postMessage(job);
    };
    signal.addEventListener("abort", () => failed(signal.reason as Error), { once: true });
    worker.on("error", failed);
    worker.on("exit", (code) => failed(new Error(`a rendering thread ended with ${code}`)));
    worker.on("message", (message: FromWorker) => {
      if ("batch" in message) onBatch(message.batch);
      else if ("done" in message) next();
      else failed(Object.assign(new Error("a rendering thread failed"), message.error));
    });
    next();
  });
  return { worker, ended };
}
