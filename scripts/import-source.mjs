/** Modules of src/ for scripts that write what is made from them. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CACHE, CHECKOUT } from "./checkout.mjs";

/** What a module exports as it stands in the sources. @param {string} path below the checkout @returns {Promise<any>} */
export async function importSource(path) {
  const { build } = await import("esbuild");
  const outfile = join(CACHE, `source-${process.pid}.mjs`);
  try {
    await build({
      entryPoints: [join(CHECKOUT, path)],
      outfile,
      bundle: true,
      format: "esm",
      mainFields: ["module", "main"],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
