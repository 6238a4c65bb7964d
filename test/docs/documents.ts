/** What is written about Tidemap, and what there is to be written about. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { CHECKOUT } from "../../scripts/checkout.mjs";

/** A file of the checkout: its path with `/`, and its text. */
export interface Document {
  readonly path: string;
  readonly text: string;
}

/** Every page of documentation: the Markdown files of the checkout's root and of docs/. */
export function documents(): readonly Document[] {
  const root = readdirSync(CHECKOUT).filter((name) => name.endsWith(".md"));
  return [...root, ...filesBelow("docs").filter((path) => path.endsWith(".md"))].map(read);
}

/** The sources of what is shipped and of the scripts, tests left out. */
export function sources(): readonly Document[] {
  return ["src", "scripts", "bin", "bench"]
    .flatMap(filesBelow)
    .filter((path) => /\.(ts|mjs|js|css)$/.test(path) && !path.endsWith(".test.ts"))
    .map(read);
}

/** All that `pattern` finds in `documents`, each once, sorted. The pattern needs the `g` flag; its first group counts, else the whole. */
export function found(pattern: RegExp, documents: readonly Document[]): readonly string[] {
  const hits = documents.flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]));
  return [...new Set(hits)].sort();
}

/** The lines of a document's `sh` blocks, without prompts, comments and empty lines. */
export function shellLines({ text }: Document): readonly string[] {
  return [...text.matchAll(/^```(?:sh|console|bash)\n([\s\S]*?)^```/gm)]
    .flatMap((block) => (block[1] ?? "").split("\n"))
    .map((line) =>
      line
        .replace(/^\$ /, "")
        .replace(/\s+#.*$/, "")
        .trim(),
    )
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function filesBelow(folder: string): readonly string[] {
  const full = join(CHECKOUT, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(CHECKOUT, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

function read(path: string): Document {
  return { path, text: readFileSync(join(CHECKOUT, path), "utf8") };
}
