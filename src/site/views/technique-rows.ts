import type { ManifestSet } from "../../knowledge/facts/manifest.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Mapping } from "../../model/mapping.js";
import type { Frame } from "./frame.js";

export interface TechniqueRows {
  /** The sets that were looked at, in reading order, those without a row included. */
  readonly sets: readonly ManifestSet[];
  /** Rows that map something to the technique, in file order within a set. */
  readonly mappings: readonly Mapping[];
  /** Rows by which a framework says that none of its capabilities addresses the technique. */
  readonly nonMappable: readonly Mapping[];
}

/** Sets that a frame looks at: those authored on its release, or every framework's newest of the domain. */
export function setsOf(kb: KnowledgeBase, frame: Frame): readonly ManifestSet[] {
  return frame.kind === "as-authored" ? kb.setsAuthoredOn(frame.domain, frame.release) : kb.newestSets(frame.domain);
}

/**
 * All rows on exactly this technique in a frame. As authored, rows are taken by the id they name; otherwise each row
 * is carried along lineage and taken where it lands, with its label.
 */
export function rowsOnTechnique(kb: KnowledgeBase, frame: Frame, id: string): TechniqueRows {
  const sets = setsOf(kb, frame);
  const rows = sets.flatMap((set) => {
    const facts = kb.facts(set.id);
    if (frame.kind === "as-authored") return kb.authoredRows(set.id, id).map((row) => kb.mapping(facts, row, null));
    const aligned = kb.aligned(set.id, frame.release);
    return aligned.rowsOn(id).map((row) => kb.mapping(facts, row, aligned.labelOf(row)));
  });
  return {
    sets,
    mappings: rows.filter((row) => row.status !== "non_mappable"),
    nonMappable: rows.filter((row) => row.status === "non_mappable"),
  };
}

/** Rows of a frame's sets that name a technique which has no living end: they need a decision, and are not dropped. */
export function strandedRows(kb: KnowledgeBase, frame: Frame, id: string): readonly Mapping[] {
  if (frame.kind === "as-authored") return [];
  return setsOf(kb, frame).flatMap((set) => {
    const aligned = kb.aligned(set.id, frame.release);
    const { technique, techniques } = aligned.facts;
    return aligned.stranded
      .filter((row) => techniques[technique[row] ?? 0]?.id?.trim() === id)
      .map((row) => kb.mapping(aligned.facts, row, aligned.labelOf(row)));
  });
}
