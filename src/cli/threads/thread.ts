import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Written } from "../../formats/format.js";
import { TidemapError } from "../../model/diagnostic.js";
import type { Context } from "../context.js";
import type { Reply, ThreadStart, WriteTask } from "./messages.js";

/** A thread that works beside the command's own; it answers in the order it is asked. */
export interface Thread {
  write(task: WriteTask): Promise<readonly Written[]>;
  end(): Promise<void>;
}

/**
 * Starting one costs a tenth of a second: work that takes no longer is done at home. Measured (33 files, six formats, two cores):
 * 5.8 s alone, 4.8 s together. Validation gains nothing: the compiler and the collector of one thread fill the second core.
 */
const worthBytes = 8_000_000;

/** How many there may be. */
export type Jobs = 0 | 1;

/** What `--jobs` says. Throws a TidemapError (exit 2) for any other word. */
export function jobsNamed(word: string | undefined): Jobs | undefined {
  if (word === undefined) return undefined;
  if (word === "0" || word === "1") return word === "0" ? 0 : 1;
  throw new TidemapError("TM7006", `--jobs takes 0 or 1, not ${JSON.stringify(word)}.`, {
    hint: "0 writes in the command's own thread, 1 in a second one beside it.",
    exitCode: 2,
  });
}

/** One thread where it is worth its start: two cores, enough bytes, or `jobs` that says so; else null. */
export function threadFor(bytes: number, jobs: Jobs | undefined, { host }: Context): Thread | null {
  const script = join(host.root, "dist", "node", "worker.js");
  const wanted = jobs === undefined ? bytes >= worthBytes && availableParallelism() > 1 : jobs === 1;
  return wanted && existsSync(script) ? startThread(script, { root: host.root, env: { ...host.env } }) : null;
}

function startThread(script: string, workerData: ThreadStart): Thread {
  const worker = new Worker(script, { workerData });
  const waiting: { readonly done: (written: readonly Written[]) => void; readonly failed: (cause: unknown) => void }[] =
    [];
  let broken: unknown = null;
  const fail = (cause: unknown) => {
    broken ??= cause;
    for (const { failed } of waiting.splice(0)) failed(broken);
  };
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`a thread ended with ${code}`)));
  worker.on("message", (reply: Reply) => {
    const next = waiting.shift();
    if ("written" in reply) next?.done(reply.written);
    else next?.failed(reply.error);
  });
  return {
    write: (task) =>
      new Promise((done, failed) => {
        if (broken !== null) return failed(broken);
        waiting.push({ done, failed });
        worker.postMessage(task);
      }),
    async end() {
      await worker.terminate();
    },
  };
}
