import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Answer, answer } from "../answer.js";
import type { Query } from "../route.js";
import { PreparedTable } from "../table/prepared-table.js";
import { setTableSpec } from "../table/set-table.js";
import { type TableFrame, tableView } from "../table/table-view.js";
import { type SetRef, toSetRef } from "./set-ref.js";

/** Every mapping set that is loaded, or those that pass. */
export interface SetsView {
  /** Those that pass; in reading order unless asked otherwise: framework id, newer version first, then domain. */
  readonly sets: readonly SetRef[];
  /** What is asked of them, and what could be. */
  readonly page: TableFrame;
  /** Of all sets. */
  readonly totals: {
    readonly sets: number;
    readonly frameworks: number;
    readonly rows: number;
    readonly mappable: number;
    readonly nonMappable: number;
  };
}

/** Every set that is loaded, or those that pass. */
export function setsView(kb: KnowledgeBase, question: Query = {}): Answer<SetsView> {
  const table = setTableOf(kb);
  const found = tableView(table, question);
  if (!found.ok) return found;
  const { rows: sets, ...page } = found.view;
  const sum = (count: (set: SetRef) => number) => table.rows.reduce((total, set) => total + count(set), 0);
  return answer({
    sets,
    page,
    totals: {
      sets: table.rows.length,
      frameworks: kb.frameworkIds.length,
      rows: sum((set) => set.rows),
      mappable: sum((set) => set.mappable),
      nonMappable: sum((set) => set.nonMappable),
    },
  });
}

/** Every set that is loaded, as the list of sets asks them. */
export function setTableOf(kb: KnowledgeBase): PreparedTable<SetRef> {
  return kb.once("table of sets", () => {
    const sets = kb.sets.map((set) => toSetRef(kb, set.id));
    return new PreparedTable(setTableSpec(sets), sets);
  });
}
