import type { ManifestSet } from "../../knowledge/facts/manifest.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf } from "../../model/framework.js";
import { isMapped, type Mapping } from "../../model/mapping.js";
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

/** Some of the sets is a defence's: where none is, a technique without a row is none that they leave open. */
export function someDefends(sets: readonly { readonly framework: string }[]): boolean {
  return sets.some(({ framework }) => frameworkOf(framework).side === "defense");
}

/**
 * All rows on exactly this technique in a frame. As authored, rows are taken by the id they name; otherwise each row
 * is carried along lineage and taken where it lands, with its label.
 */
export function rowsOnTechnique(kb: KnowledgeBase, frame: Frame, id: string): TechniqueRows {
  const sets = setsOf(kb, frame);
  const rows = sets.flatMap((set) => {
    const facts = kb.facts(set.id);
    const aligned = frame.kind === "as-authored" ? null : kb.aligned(set.id, frame.release);
    return rowNumbers(kb, frame, { set: set.id, id }).map((row) =>
      kb.mapping(facts, row, aligned === null ? null : aligned.labelOf(row)),
    );
  });
  return {
    sets,
    mappings: rows.filter(isMapped),
    nonMappable: rows.filter((row) => !isMapped(row)),
  };
}

/** How many rows `rowsOnTechnique` would give: a page counts its whole family, and shows one of them. */
export function countOnTechnique(kb: KnowledgeBase, frame: Frame, id: string) {
  const counts = { rows: 0, nonMappable: 0 };
  for (const set of setsOf(kb, frame)) {
    const { claim, claims } = kb.facts(set.id);
    for (const row of rowNumbers(kb, frame, { set: set.id, id }))
      if (claims[claim[row] ?? 0]?.status === "non_mappable") counts.nonMappable++;
      else counts.rows++;
  }
  return counts;
}

/** Rows of one set on a technique, in file order. */
function rowNumbers(
  kb: KnowledgeBase,
  frame: Frame,
  { set, id }: { readonly set: string; readonly id: string },
): readonly number[] {
  return frame.kind === "as-authored" ? kb.authoredRows(set, id) : kb.aligned(set, frame.release).rowsOn(id);
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

/**
 * Rows of other domains' sets that name a technique which their own domain never had: NIST's on Enterprise 16.1 name
 * T1521.003 of Mobile. Nobody can say what was meant, and they are not dropped.
 */
export function foreignRows(kb: KnowledgeBase, frame: Frame, id: string): readonly Mapping[] {
  const counts = kb.authoredCounts(id);
  return kb.domains
    .filter((domain) => domain !== frame.domain)
    .flatMap((domain) => setsOf(kb, { ...frame, domain }))
    .filter((set) => counts.has(set.id) && kb.timeline(set.domain).states("technique", id).length === 0)
    .flatMap((set) => kb.authoredRows(set.id, id).map((row) => kb.mapping(kb.facts(set.id), row, null)));
}
