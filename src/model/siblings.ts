import type { MappingMetadata } from "./mapping-file.js";
import { editionOf } from "./set-id.js";

/**
 * Of each file the metadata of its siblings: the other domains of its framework version among all, on whatever release they
 * were authored (TM1113). Null is a file that cannot be read; it has none, as one that does not say what it maps.
 */
export function siblingsAmong(files: readonly (MappingMetadata | null)[]): readonly (readonly MappingMetadata[])[] {
  const editions = files.map((metadata) => (metadata === null ? null : editionOf(metadata)));
  return editions.map((own) =>
    files.flatMap((other, at) => (other !== null && isSibling(own, editions[at] ?? null) ? [other] : [])),
  );
}

type Edition = ReturnType<typeof editionOf>;

function isSibling(a: Edition, b: Edition): boolean {
  if (a === null || b === null) return false;
  return a.framework === b.framework && a.frameworkVersion === b.frameworkVersion && a.domain !== b.domain;
}
