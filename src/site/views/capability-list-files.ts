import { onDemand, type RouteFile } from "../route.js";
import { tableFiles } from "../table/table-files.js";
import type { CapabilityRow } from "./capability-group.js";
import { capabilityTableOf } from "./capability-list.js";
import type { FrameworkView } from "./framework.js";

/** The capabilities of a framework's newest sets that pass, as files. */
export const capabilityListFiles: readonly RouteFile<FrameworkView>[] = tableFiles<FrameworkView, CapabilityRow>(
  "capabilities",
  {
    named: ({ framework }) => framework.id,
    filed: ({ framework, newest, page, capabilities }, kb) => ({
      spec: capabilityTableOf(kb, newest).spec,
      view: { ...page, rows: capabilities },
      title: `Capabilities of ${framework.name}, newest sets`,
      notes: newest.map(({ id }): readonly [string, string] => ["Set", id]),
    }),
  },
).map(onDemand);
