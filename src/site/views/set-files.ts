import { domainNames } from "../../model/domain.js";
import type { Mapping } from "../../model/mapping.js";
import type { RouteFile } from "../route.js";
import { tableFiles } from "../table/table-files.js";
import type { SetView } from "./set.js";
import { setRowsOf } from "./set-rows.js";

/** The rows of a set that pass, as files; what they are of and under which licence stands in the workbook. */
export const setFiles: readonly RouteFile<SetView>[] = tableFiles<SetView, Mapping>("rows", {
  named: ({ set, carried }) => `${set.id.replaceAll("/", "_")}${carried === null ? "" : `_aligned-${carried.to}`}`,
  filed: ({ set, framework, origin, page, carried }, kb) => ({
    spec: setRowsOf(kb, kb.facts(set.id), carried?.to ?? null).table.spec,
    view: page,
    title: `${framework.name} ${set.frameworkVersion} on ATT&CK ${set.attackVersion} ${domainNames[set.domain]}${carried === null ? "" : `, aligned to ${carried.to}`}`,
    notes: [
      ["Set", set.id],
      ["Source", origin.source],
      ["Publisher", origin.publisher],
      ["Licence", origin.licence],
      ["SHA-256 of the file", origin.sha256],
    ],
  }),
});
