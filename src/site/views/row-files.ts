import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Mapping } from "../../model/mapping.js";
import { onDemand, type RouteFile } from "../route.js";
import { mappingTableSpec } from "../table/mapping-table.js";
import { PreparedTable } from "../table/prepared-table.js";
import { tableFiles } from "../table/table-files.js";
import { tableView } from "../table/table-view.js";
import type { Frame } from "./frame.js";

/** What a page with rows of several sets shows. */
interface Rows {
  readonly mappings: readonly Mapping[];
  readonly nonMappable: readonly Mapping[];
  readonly view: Frame | { readonly kind: string };
}

/**
 * The rows of a page about one technique as CSV, workbook and JSON: those that pass its filters, non-mappable ones
 * behind, each with its set, row and how it was carried. Made when asked for: an export would double with them.
 */
export function rowFiles<View extends Rows>(of: {
  readonly named: (view: View) => string;
  readonly title: (view: View) => string;
}): readonly RouteFile<View>[] {
  const files = tableFiles<View, Mapping>("rows", {
    named: of.named,
    filed(view, kb) {
      const spec = specOf(kb, view);
      const shown = tableView(new PreparedTable(spec, [...view.mappings, ...view.nonMappable]), { rows: "all" });
      if (!shown.ok) throw new Error("a table without a question is answered");
      return {
        spec,
        view: shown.view,
        title: of.title(view),
        notes: ["A mapping says that a capability can help, not that a technique is covered."],
      };
    },
  });
  return files.map(onDemand);
}

/** Names of groups and types as the sets of these rows declare them. */
function specOf(kb: KnowledgeBase, { mappings, nonMappable }: Rows) {
  const sets = [...new Set([...mappings, ...nonMappable].map(({ set }) => set))].map((id) => kb.facts(id));
  const names = {
    groups: new Map(sets.flatMap(({ groups }) => [...groups])),
    types: new Map(sets.flatMap(({ types }) => [...types])),
    techniques: null,
    techniqueName: ({ techniqueName }: Mapping) => techniqueName,
    frameworks: true,
    domains: false,
    carried: true,
  };
  return mappingTableSpec(names, { hidden: [], perPage: null });
}
