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
    await Promise.all(threads.map(({ own }) => own.worker.terminate()));
  }
}

/**
 * Megabytes of a thread's heap. Without a bound the collector lets garbage lie: 1,130 MB at most over a complete export, 530
 * with it, in the same time. A job that needs more is done again by a thread without a bound.
 */
const bounded = { maxOldGenerationSizeMb: 220, maxYoungGenerationSizeMb: 24 };

/** A thread that takes one job after the other until none is waiting. */
function thread(waiting: Job[], options: PoolOptions) {
  const { settings, addresses, script, signal, onBatch } = options;
  const workerData: JobSurroundings = { settings, addresses };
  const start = (resourceLimits: { readonly maxOldGenerationSizeMb?: number }) =>
    new Worker(script, { workerData, resourceLimits });
  const own = { worker: start(bounded) };
  const ended = new Promise<void>((done, failed) => {
    let job: Job | undefined;
    /** Addresses of the job that are told already: not told again by a second thread. */
    let told = 0;
    let skip = 0;
    const next = () => {
      job = waiting.shift();
      [told, skip] = [0, 0];
      if (job === undefined) done();
      else own.worker.postMessage(job);
    };
    const listen = (worker: Worker, isBounded: boolean) => {
      worker.on("error", (error: NodeJS.ErrnoException) => {
        if (!isBounded || error.code !== "ERR_WORKER_OUT_OF_MEMORY" || job === undefined) return failed(error);
        own.worker = start({});
        skip = told;
        listen(own.worker, false);
        own.worker.postMessage(job);
      });
      worker.on("exit", (code) => {
        if (worker === own.worker) failed(new Error(`a rendering thread ended with ${code}`));
      });
      worker.on("message", (message: FromWorker) => {
        if ("batch" in message) {
          const { batch } = message;
          if (skip > 0) skip -= batch.addresses;
          else {
            told += batch.addresses;
            onBatch(batch);
          }
        } else if ("done" in message) next();
        else failed(Object.assign(new Error("a rendering thread failed"), message.error));
      });
    };
    signal.addEventListener("abort", () => failed(signal.reason as Error), { once: true });
    listen(own.worker, true);
    next();
  });
  return { own, ended };
}
