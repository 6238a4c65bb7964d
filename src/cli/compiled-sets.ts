import { counted } from "../base/counted.js";
import type { CompiledSet } from "../compile/facts.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { publishedSetHash } from "../model/published-sets.js";
import { toSetRef } from "../site/views/set-ref.js";
import { notLoadedWords } from "../site/words/not-loaded.js";
import { type Destination, stageMappingFiles, type TextSource } from "../sources/load-texts.js";
import { readSource, type SourceFile } from "../sources/source-folder.js";
import type { Staged } from "../sources/staged.js";

/** The comments of the files that sets were compiled from, for the store: facts hold none. */
export function stageComments(
  to: Destination,
  sets: readonly CompiledSet[],
  files: ReadonlyMap<string, SourceFile>,
): Staged {
  return stageMappingFiles(to, sourcesOf(sets, files));
}

function* sourcesOf(sets: readonly CompiledSet[], files: ReadonlyMap<string, SourceFile>): Generator<TextSource> {
  for (const { path } of sets) {
    const file = files.get(path);
    if (file === undefined) throw new Error(`a set was compiled from ${path}, which was not read`);
    yield { path, source: file.absolute, bytes: readSource(file).bytes };
  }
}

/** What the user should know of sets that now stand in the store: one line a set that is not simply one more. */
export function wordsOnSets(sets: readonly CompiledSet[]): readonly string[] {
  const replaced = sets.filter(({ id, sha256 }) => (publishedSetHash(id) ?? sha256) !== sha256);
  const broken = sets.filter(({ id, sha256, errors }) => errors > 0 && publishedSetHash(id) !== sha256);
  return [
    ...replaced.map(({ id, path }) => `${path} now stands in place of the published set ${id}, on every page.`),
    ...(replaced.length > 0
      ? [`To see published sets again: tidemap remove ${replaced.map(({ id }) => id).join(" ")}`]
      : []),
    ...broken.map(
      ({ path, errors }) => `${path} breaks the rules: ${counted(errors, "error")}; tidemap validate explains them.`,
    ),
  ];
}

/** What becomes of sets, now in the store, whose own release is not: `kb` as it is with them. */
export function wordsOnReleases(kb: KnowledgeBase, sets: readonly CompiledSet[]): readonly string[] {
  const refs = sets.map(({ id }) => toSetRef(kb, id));
  const words = notLoadedWords(refs);
  if (words === null) return [];
  const astray = refs.filter(({ releaseLoaded }) => !releaseLoaded).map(({ id }) => id);
  const mend = `Where a file names the wrong release: tidemap remove ${astray.join(" ")}, mend its attack_version, compile it again.`;
  return [`warning: ${words}`, mend];
}
