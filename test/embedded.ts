import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FactFiles } from "../src/knowledge/facts/manifest.js";
import { KnowledgeBase } from "../src/knowledge/knowledge-base.js";

const folder = fileURLToPath(new URL("../facts/", import.meta.url));

/** The committed facts, as every test opens them. */
export const embeddedFacts: FactFiles = { text: (name) => readFileSync(`${folder}${name}`, "utf8") };

let opened: KnowledgeBase | undefined;

/** One knowledge base over the committed facts, without texts, for all tests of a file. */
export function embeddedKnowledge(): KnowledgeBase {
  opened ??= new KnowledgeBase([embeddedFacts]);
  return opened;
}
