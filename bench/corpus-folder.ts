import { ensureCorpus } from "../scripts/corpus.mjs";

/** The corpus to measure on, or null where there is none. */
export function corpusFolder(): string | null {
  return ensureCorpus().dir;
}
