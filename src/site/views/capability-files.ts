import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Mapping, standsOn } from "../../model/mapping.js";
import { onDemand, type RouteFile } from "../route.js";
import { mappingTableSpec } from "../table/mapping-table.js";
import { tableFiles } from "../table/table-files.js";
import { lookTechniquesUp } from "../table/technique-facets.js";
import type { CapabilityView } from "./capability.js";

/**
 * The rows of a capability that pass, as files; where nothing is asked, those that say "nothing fits" behind. Each with its set,
 * row and how it was carried. Made when asked for: an export would double with them.
 */
export const capabilityFiles: readonly RouteFile<CapabilityView>[] = tableFiles<CapabilityView, Mapping>("rows", {
  named: ({ framework, capability: { id } }) => `${framework.id}_${id.replace(/[^\w.-]+/g, "_")}`,
  filed(view, kb) {
    const { framework, capability, page, mappings, nonMappable } = view;
    const spec = specOf(kb, view);
    const { q, facets, columns: asked } = page.question;
    const isAsked = q !== "" || Object.keys(facets).length > 0;
    const rows = isAsked ? mappings : [...mappings, ...nonMappable];
    const columns = spec.columns.map(({ id, label, usual }) => ({
      id,
      label,
      shown: asked === null ? usual !== false : asked.includes(id),
    }));
    return {
      spec,
      view: { ...page, columns, rows, matching: rows.length, all: page.all + nonMappable.length },
      title: `${framework.name} ${capability.id} ${capability.name ?? ""}`.trim(),
      notes: ["A mapping says that a capability can help, not that a technique is covered."],
    };
  },
}).map(onDemand);

/** More columns than the page has: a file is read without its page. */
function specOf(kb: KnowledgeBase, { exposure, view }: CapabilityView) {
  const sets = view.sets.map(({ id }) => kb.facts(id));
  const names = {
    groups: new Map(sets.flatMap(({ groups }) => [...groups])),
    types: new Map(sets.flatMap(({ types }) => [...types])),
    techniques: lookTechniquesUp<Mapping>(kb, exposure, (row) => ({ id: standsOn(row), domain: row.domain })),
    techniqueName: ({ techniqueName }: Mapping) => techniqueName,
    frameworks: true,
    domains: false,
    carried: true,
  };
  return mappingTableSpec(names, { hidden: [], perPage: null });
}
