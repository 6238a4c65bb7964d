import { setImmediate as nextTurn } from "node:timers/promises";
import type { Written } from "../../formats/format.js";
import type { MappingFormat, WriteOptions } from "../../formats/mapping-format.js";
import type { MappingFile } from "../../model/mapping-file.js";
import type { Thread } from "./thread.js";

/** A file and the formats that it is written in. */
export interface WriteJob {
  readonly file: MappingFile;
  readonly formats: readonly { readonly format: MappingFormat; readonly options: WriteOptions }[];
}

/**
 * What every job gives, told as soon as it is there, in any order: from the front by this thread, from the back by the other
 * one, until they meet. Rejects with the first error.
 */
export async function writeTogether(
  jobs: readonly WriteJob[],
  thread: Thread | null,
  done: (job: number, written: readonly Written[]) => void,
): Promise<void> {
  const waiting = jobs.map((_, index) => index);
  const away = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { file, formats } = jobs[next] as WriteJob;
      const asked = formats.map(({ format, options: { attack: _, ...options } }) => ({ id: format.id, options }));
      done(next, await (thread as Thread).write({ file, formats: asked }));
    }
  };
  const here = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      done(next, await writtenHere(jobs[next] as WriteJob));
      // The other thread's answers come in between.
      if (thread !== null) await nextTurn();
    }
  };
  // Two questions at a time, so that the thread never waits for this one to look up.
  await Promise.all(thread === null ? [here()] : [away(), away(), here()]);
}

async function writtenHere({ file, formats }: WriteJob): Promise<readonly Written[]> {
  const made: Written[] = [];
  for (const { format, options } of formats) {
    const written = await format.serialize?.(file, options);
    if (written === undefined) throw new Error(`${format.id} wrote no file`);
    made.push(written);
  }
  return made;
}
