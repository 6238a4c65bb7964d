/** What runs in a thread beside the command: it writes one file after the other, answers in their order. */
import { parentPort, workerData } from "node:worker_threads";
import type { Written } from "../../formats/format.js";
import { mappingFormats } from "../../formats/registry.js";
import { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { techniqueStixIds } from "../../knowledge/technique-stix-ids.js";
import { factLayers } from "../../sources/facts-folder.js";
import { homeFolder } from "../../sources/home.js";
import type { Reply, ThreadStart, WriteTask } from "./messages.js";

const { root, env } = workerData as ThreadStart;
let opened: KnowledgeBase | null = null;
let last = Promise.resolve();
parentPort?.on("message", (task: WriteTask) => {
  last = last.then(() => answer(task));
});

async function answer(task: WriteTask): Promise<void> {
  const say = (reply: Reply, moved: readonly ArrayBuffer[] = []) => parentPort?.postMessage(reply, [...moved]);
  try {
    const written = await write(task);
    say({ written }, bodiesOf(written));
  } catch (error) {
    say({ error });
  }
}

async function write({ file, formats }: WriteTask): Promise<readonly Written[]> {
  const made: Written[] = [];
  for (const { id, options } of formats) {
    const format = mappingFormats.find((one) => one.id === id);
    const attack = id === "stix" ? { attack: techniqueStixIds(knowledge()) } : {};
    const written = await format?.serialize?.(file, { ...options, ...attack });
    if (written === undefined) throw new Error(`${id} wrote no file`);
    made.push(written);
  }
  return made;
}

/** Bytes move instead of being copied. */
function bodiesOf(written: readonly Written[]): readonly ArrayBuffer[] {
  return written.flatMap(({ files }) => files.flatMap(({ body }) => (typeof body === "string" ? [] : body.buffer)));
}

function knowledge(): KnowledgeBase {
  opened ??= new KnowledgeBase(factLayers(`${root}facts`, homeFolder({ env })));
  return opened;
}
