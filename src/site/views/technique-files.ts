import { domainNames } from "../../model/domain.js";
import { onDemand, type RouteFile } from "../route.js";
import { tableFiles } from "../table/table-files.js";
import type { TacticView } from "./tactic.js";
import type { TechniqueRow } from "./technique-list.js";
import { techniqueTableOf } from "./technique-table.js";
import type { TechniquesView } from "./techniques.js";

const notes = [
  "Counted: rows of each framework’s newest set, carried to the release; defence and threat rows are never added up.",
  "A technique without a row is one that the sets are silent on: nobody has said that nothing helps.",
];

/** The techniques of a list that pass, as files, with what answers each. Made when asked for: there is a list a release. */
export const techniqueFiles: readonly RouteFile<TechniquesView>[] = tableFiles<TechniquesView, TechniqueRow>(
  "techniques",
  {
    named: ({ views }) => `attack_${views.map(({ domain, release }) => `${domain}-${release}`).join("_")}`,
    filed: ({ views, page }, kb) => ({
      spec: techniqueTableOf(kb, views).spec,
      view: page,
      title: `Techniques of ATT&CK ${views.map(({ domain, release }) => `${domainNames[domain]} ${release}`).join(", ")}`,
      notes,
    }),
  },
).map(onDemand);

/** The techniques of one tactic that pass. */
export const tacticFiles: readonly RouteFile<TacticView>[] = tableFiles<TacticView, TechniqueRow>("techniques", {
  named: ({ tactic: { id }, view: { release } }) => `${id}_attack-${release}`,
  filed: ({ tactic: { id, name }, view, page, techniques }, kb) => ({
    spec: techniqueTableOf(kb, [view]).spec,
    view: { ...page, rows: techniques },
    title: `Techniques of ${id} ${name}, ATT&CK ${view.release}`,
    notes,
  }),
}).map(onDemand);
