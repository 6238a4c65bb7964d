import { type Mapping, standsOn } from "../../model/mapping.js";
import { onDemand, type RouteFile } from "../route.js";
import { tableFiles } from "../table/table-files.js";
import { lookTechniquesUp } from "../table/technique-facets.js";
import { type CapabilityView, filedRows } from "./capability.js";
import { rowFileSpec, rowNotes } from "./row-files.js";

/**
 * The rows of a capability that pass, as files; where nothing is asked, those that say "nothing fits" behind. Each with its set,
 * row and how it was carried. Made when asked for: an export would double with them.
 */
export const capabilityFiles: readonly RouteFile<CapabilityView>[] = tableFiles<CapabilityView, Mapping>("rows", {
  named: ({ framework, capability: { id } }) => `${framework.id}_${id.replace(/[^\w.-]+/g, "_")}`,
  filed(found, kb) {
    const { framework, capability, view, page, nonMappable, exposure } = found;
    const techniques = lookTechniquesUp<Mapping>(kb, exposure, (row) => ({ id: standsOn(row), domain: row.domain }));
    const spec = rowFileSpec(
      kb,
      view.sets.map(({ id }) => id),
      techniques,
    );
    const { columns: asked } = page.question;
    const rows = filedRows(found);
    const columns = spec.columns.map(({ id, label, usual }) => ({
      id,
      label,
      shown: asked === null ? usual !== false : asked.includes(id),
    }));
    return {
      spec,
      view: { ...page, columns, rows, matching: rows.length, all: page.all + nonMappable.length },
      title: `${framework.name} ${capability.id} ${capability.name ?? ""}`.trim(),
      notes: rowNotes,
    };
  },
}).map(onDemand);
