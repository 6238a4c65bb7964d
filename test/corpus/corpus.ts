/**
 * Where the real, public files stand that corpus tests read. They are never part of the repository: ids and
 * figures taken from them are facts, their sentences are not ours to publish.
 *
 * Looked for in this order: `$TIDEMAP_CORPUS`, then `.corpus/` in the checkout, which `scripts/corpus.mjs` unpacks
 * once from `../shared/corpus` before any test runs. Where there is none, a corpus suite is reported as skipped, by
 * name; with `TIDEMAP_REQUIRE_CORPUS=1` it fails instead.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "vitest";

const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));

/** Why a corpus suite did not run; the summary of `npm test` quotes it. */
export const NO_CORPUS = "no corpus: set TIDEMAP_CORPUS, or put its archives into ../shared/corpus";

/** The folder with `attack/`, `attack-derived/`, `stix21/`, `mappings/` and `samples/`, or null where there is none. */
export function corpusDir(): string | null {
  const named = process.env.TIDEMAP_CORPUS;
  if (named) return isCorpus(named) ? resolve(named) : null;
  const unpacked = resolve(CHECKOUT, ".corpus");
  return existsSync(resolve(unpacked, ".stamp")) && isCorpus(unpacked) ? unpacked : null;
}

/** The folder with measured expectations (`sets.tsv`, `lineage.json` …): `$TIDEMAP_EXPECTATIONS`, else `../shared/expectations`, else null. */
export function expectationsDir(): string | null {
  const folder = resolve(process.env.TIDEMAP_EXPECTATIONS || resolve(CHECKOUT, "../shared/expectations"));
  return existsSync(resolve(folder, "sets.tsv")) ? folder : null;
}

/** A suite that runs on the corpus; `body` gets its folder. Without a corpus it is one skipped test, or a failed one where a corpus is required. */
export function describeCorpus(name: string, body: (dir: string) => void): void {
  const dir = corpusDir();
  if (dir !== null) {
    describe(name, () => body(dir));
  } else if (process.env.TIDEMAP_REQUIRE_CORPUS === "1") {
    it(name, () => {
      throw new Error(NO_CORPUS);
    });
  } else {
    it.skipIf(true)(`${name} (${NO_CORPUS})`, () => undefined);
  }
}

function isCorpus(folder: string): boolean {
  return existsSync(resolve(folder, "mappings")) && existsSync(resolve(folder, "attack"));
}
