import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Job } from "./plan.js";
import { type Batch, JobRenderer, type JobSurroundings } from "./site-export.js";
import { type PlainError, revivedError } from "./thread-error.js";

/** What a rendering thread says: a batch is written; the job is done; it cannot go on. */
export type FromWorker = { readonly batch: Batch } | { readonly done: true } | { readonly error: PlainError };

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
    const renderer = new JobRenderer(options);
    for (const job of waiting)
      for await (const batch of renderer.render(job)) {
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
    await Promise.all(threads.map(({ own }) => own.worker?.terminate()));
  }
}

/**
 * Megabytes of a thread's heap. Without a bound the collector lets garbage lie: 1,130 MB at most over a complete export, less
 * than 400 with it, in the same time. A job that needs more is done again by a thread without a bound (decision 0018).
 */
const bounded = { maxOldGenerationSizeMb: 92, maxYoungGenerationSizeMb: 16 };
const unbounded = {};

/** A thread that takes one job after the other until none is waiting. */
function thread(waiting: Job[], options: PoolOptions) {
  const { settings, addresses, script, signal, onBatch } = options;
  const workerData: JobSurroundings = { settings, addresses };
  const own: { worker: Worker | null } = { worker: null };
  const ended = new Promise<void>((done, failed) => {
    let job: Job | undefined;
    /** Addresses of the job that are told already: not told again by a second thread. */
    let told = 0;
    let skip = 0;
    const next = () => {
      job = waiting.shift();
      [told, skip] = [0, 0];
      if (job === undefined) done();
      else own.worker?.postMessage(job);
    };
    const take = ({ batch }: { readonly batch: Batch }) => {
      if (skip > 0) skip -= batch.addresses;
      else {
        told += batch.addresses;
        onBatch(batch);
      }
    };
    const start = (resourceLimits: typeof bounded | typeof unbounded) => {
      const worker = new Worker(script, { workerData, resourceLimits });
      own.worker = worker;
      worker.on("error", (error: NodeJS.ErrnoException) => {
        const needsMore = resourceLimits === bounded && error.code === "ERR_WORKER_OUT_OF_MEMORY";
        if (!needsMore || job === undefined) return failed(error);
        start(unbounded).postMessage(job);
        skip = told;
      });
      worker.on("exit", (code) => {
        if (worker === own.worker) failed(new Error(`a rendering thread ended with ${code}`));
      });
      worker.on("message", (message: FromWorker) => {
        if ("batch" in message) return take(message);
        if ("error" in message) return failed(revivedError(message.error));
        if (resourceLimits === unbounded && waiting.length > 0) {
          start(bounded);
          void worker.terminate();
        }
        next();
      });
      return worker;
    };
    signal.addEventListener("abort", () => failed(signal.reason as Error), { once: true });
    start(bounded);
    next();
  });
  return { own, ended };
}
