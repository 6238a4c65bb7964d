/** `npm start`: sets up, builds what is stale, and serves the explorer. Its arguments are those of `tidemap serve`. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildOrExit } from "./build.mjs";
import { CHECKOUT } from "./checkout.mjs";
import { setup } from "./setup.mjs";

await setup();
await buildOrExit({ parts: ["node", "assets", "single"] });

const bin = join(CHECKOUT, "bin", "tidemap.js");
process.argv = [process.argv[0] ?? "node", bin, "serve", ...process.argv.slice(2)];
if (!existsSync(bin)) throw new Error(`${bin} is missing; is this a whole checkout?`);
await import(`../bin/tidemap.js`);
