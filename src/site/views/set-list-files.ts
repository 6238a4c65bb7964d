import { onDemand, type RouteFile } from "../route.js";
import { tableFiles } from "../table/table-files.js";
import type { SetRef } from "./set-ref.js";
import { type SetsView, setTableOf } from "./sets.js";

/** The sets of the list that pass, as files. */
export const setsFiles: readonly RouteFile<SetsView>[] = tableFiles<SetsView, SetRef>("sets", {
  named: () => "mapping",
  filed: ({ sets, page }, kb) => ({
    spec: setTableOf(kb).spec,
    view: { ...page, rows: sets },
    title: "Mapping sets",
    notes: ["A set never changes once published; a newer version is another set."],
  }),
}).map(onDemand);
