import type { ReleaseView } from "../../attack/release-view.js";
import type { AttackObject } from "../../model/attack.js";
import type { KnowledgeBase } from "../knowledge-base.js";
import { dataTable } from "./data-table.js";

interface Item {
  readonly release: ReleaseView;
  readonly technique: AttackObject;
}

function* items(kb: KnowledgeBase): Generator<Item> {
  for (const domain of kb.domains) {
    const timeline = kb.timeline(domain);
    for (const version of timeline.releases) {
      const release = timeline.at(version);
      for (const technique of release.objects("technique")) yield { release, technique };
    }
  }
}

/** Techniques as each release states them. */
export const techniqueTable = dataTable<Item>(
  {
    name: "techniques",
    about: "Every technique and sub-technique of every release, dead ones too: one line a release.",
  },
  items,
  [
    { name: "domain", type: "text", about: "enterprise, mobile or ics", cell: ({ release }) => release.domain },
    { name: "release", type: "text", about: "ATT&CK release", cell: ({ release }) => release.version },
    { name: "id", type: "text", about: "technique id there", cell: ({ technique }) => technique.id },
    { name: "name", type: "text", about: "its name there", cell: ({ technique }) => technique.name },
    {
      name: "parent_id",
      type: "text",
      about: "of a sub-technique: its technique",
      cell: ({ release, technique }) => release.parentOf(technique)?.id ?? null,
    },
    { name: "state", type: "text", about: "active, revoked or deprecated", cell: ({ technique }) => technique.state },
    {
      name: "revoked_by",
      type: "text",
      about: "id of what replaced it, where the release says so",
      cell: ({ release, technique }) => release.targets(technique, "revoked-by")[0]?.id ?? null,
    },
    {
      name: "tactic_ids",
      type: "texts",
      about: "tactics of that release, in its order",
      cell: ({ release, technique }) => release.tacticsOf(technique).flatMap(({ id }) => id ?? []),
    },
    {
      name: "tactic_names",
      type: "texts",
      about: "the same by name: TA0005 is another tactic from 19.0 on",
      cell: ({ release, technique }) => release.tacticsOf(technique).map(({ name }) => name),
    },
    { name: "platforms", type: "texts", about: "as stated", cell: ({ technique }) => technique.platforms },
  ],
);
