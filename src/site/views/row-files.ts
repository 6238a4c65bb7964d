import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Mapping } from "../../model/mapping.js";
import { onDemand, type RouteFile } from "../route.js";
import { declaredIn, type MappingNames } from "../table/mapping-facets.js";
import { mappingTableSpec } from "../table/mapping-table.js";
import { PreparedTable } from "../table/prepared-table.js";
import type { TableSpec } from "../table/spec.js";
import { tableFiles } from "../table/table-files.js";
import { tableView } from "../table/table-view.js";
import { filterQuery } from "./row-filter.js";
import type { TechniqueView } from "./technique.js";

/** What a reader of such rows has to know. */
export const rowNotes = ["A mapping says that a capability can help, not that a technique is covered."];

/** Rows in a file of their own: each with its framework, its set and how it was carried, since nobody sees the page. */
export function rowFileSpec(
  kb: KnowledgeBase,
  sets: Iterable<string>,
  techniques: MappingNames["techniques"],
): TableSpec<Mapping> {
  const names = {
    ...declaredIn([...sets].map((id) => kb.facts(id))),
    techniques,
    techniqueName: ({ techniqueName }: Mapping) => techniqueName,
    frameworks: true,
    domains: null,
    carried: true,
  };
  return mappingTableSpec(names, { hidden: [], perPage: null });
}

/**
 * The rows of a technique that pass, non-mappable ones behind, as CSV, workbook and JSON. Made when asked for: an export would
 * double with them.
 */
export const techniqueRowFiles: readonly RouteFile<TechniqueView>[] = tableFiles<TechniqueView, Mapping>("rows", {
  named: ({ technique: { id }, view }) => `${id}_attack-${view.release}_${view.kind}`,
  filed({ technique: { id, name }, view, filter, frameworks, mappings, nonMappable }, kb) {
    const rows = [...mappings, ...nonMappable];
    const all = frameworks.reduce((total, of) => total + of.rows + of.nonMappable, 0);
    const asked = Object.entries(filterQuery(filter)).flatMap(([facet, value]) =>
      value === null ? [] : [[facet, [value]] as const],
    );
    const spec = rowFileSpec(kb, new Set(rows.map(({ set }) => set)), null);
    const shown = tableView(new PreparedTable(spec, rows), { rows: "all" });
    if (!shown.ok) throw new Error("a table without a question is answered");
    const question = { ...shown.view.question, facets: Object.fromEntries(asked) };
    return {
      spec,
      view: { ...shown.view, question, all },
      title: `${id} ${name}, ATT&CK ${view.release}, ${view.kind}`,
      notes: rowNotes,
    };
  },
}).map(onDemand);
