import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CHECKOUT } from "../scripts/checkout.mjs";

/** Address of the built library: benches measure what is published, not the sources. */
export const libraryUrl = pathToFileURL(join(CHECKOUT, "dist", "node", "index.js")).href;

/** The built library, with the types of its sources. */
export async function importLibrary(): Promise<typeof import("../src/index.js")> {
  return (await import(libraryUrl)) as typeof import("../src/index.js");
}
