/** What `bin/tidemap.js` starts. It stands in `dist/node/cli.js` and in `src/cli/main.ts`: the package is two up from both. */
import { fileURLToPath } from "node:url";
import { nodeHost } from "./host.js";
import { run } from "./run.js";

process.exitCode = await run(process.argv.slice(2), nodeHost(fileURLToPath(new URL("../../", import.meta.url))));
