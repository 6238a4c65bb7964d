import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CHECKOUT } from "../scripts/checkout.mjs";

/** Address of the built library: benches measure what is published, not the sources. */
export const libraryUrl = pathToFileURL(join(CHECKOUT, "dist", "node", "index.js")).href;

type Library = typeof import("../src/index.js");

/** The built library, with the types of its sources. */
export async function importLibrary(): Promise<Library> {
  return (await import(libraryUrl)) as Library;
}

/** Reads the embedded facts. */
export function factText(name: string): string {
  return readFileSync(join(CHECKOUT, "facts", name), "utf8");
}

/** A knowledge base of the built library over the embedded facts alone, without texts. */
export async function openEmbedded(): Promise<InstanceType<Library["KnowledgeBase"]>> {
  const { KnowledgeBase } = await importLibrary();
  return new KnowledgeBase([{ text: factText }]);
}
