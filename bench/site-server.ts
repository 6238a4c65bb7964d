/**
 * The site over the embedded facts, for benches: `--port N`, and `--cache-bytes 0` for a server that renders every answer
 * anew. Texts and store are left out, so that what is measured is the same on every machine.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CHECKOUT } from "../scripts/checkout.mjs";
import { KnowledgeBase } from "../src/knowledge/knowledge-base.js";
import { startServer } from "../src/server/start.js";
import { routes } from "../src/site/routes.js";
import { readAssets } from "../src/sources/assets-folder.js";
import { factText } from "./library.js";

const { values } = parseArgs({ options: { port: { type: "string" }, "cache-bytes": { type: "string" } } });
const cacheBytes = values["cache-bytes"];

await startServer({
  routes,
  assets: readAssets(join(CHECKOUT, "dist", "assets")),
  version: "bench",
  open: () => new KnowledgeBase([{ text: factText }]),
  pull: null,
  host: {
    env: {},
    now: () => Date.now(),
    out: () => undefined,
    err: (text) => void process.stderr.write(text.startsWith("Tidemap serves") ? "" : text),
    columns: null,
    colour: false,
  },
  port: Number(values.port),
  ...(cacheBytes === undefined ? {} : { cacheBytes: Number(cacheBytes) }),
});
