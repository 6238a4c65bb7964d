import type { CarriedLabel } from "../../model/attack.js";
import type { KnowledgeBase } from "../knowledge-base.js";
import { dataTable } from "./data-table.js";

interface Item {
  readonly set: string;
  readonly row: number;
  readonly techniqueId: string | null;
  readonly label: CarriedLabel;
}

function* items(kb: KnowledgeBase): Generator<Item> {
  for (const { id, domain } of kb.sets) {
    const timeline = kb.timeline(domain);
    const origin = timeline.resolve(kb.facts(id).key.attackVersion);
    if (origin === null) continue;
    for (const release of timeline.releases.slice(timeline.releases.indexOf(origin))) {
      const aligned = kb.aligned(id, release);
      for (let row = 0; row < aligned.facts.rows; row++) {
        yield { set: id, row, techniqueId: aligned.techniqueOf(row), label: aligned.labelOf(row) };
      }
    }
  }
}

/** Rows on later releases than their own. */
export const carriedTable = dataTable<Item>(
  {
    name: "carried_rows",
    about: "Every row carried along lineage to its own release and each later one: join with rows.",
  },
  items,
  [
    { name: "set", type: "text", about: "as in rows", cell: ({ set }) => set },
    { name: "row", type: "integer", about: "as in rows", cell: ({ row }) => row },
    { name: "release", type: "text", about: "ATT&CK release it stands on here", cell: ({ label }) => label.to },
    {
      name: "technique_id",
      type: "text",
      about: "technique there; null where lineage finds none, or the row names none",
      cell: ({ techniqueId }) => techniqueId,
    },
    {
      name: "class",
      type: "text",
      about: "unchanged, renamed, meaning, rewritten, decision, no-technique",
      cell: ({ label }) => label.class,
    },
    { name: "path", type: "texts", about: "technique ids on the way", cell: ({ label }) => label.path },
    { name: "merged", type: "flag", about: "another row became the same claim", cell: ({ label }) => label.merged },
    {
      name: "tactics_changed",
      type: "flag",
      about: "the technique serves other tactics there",
      cell: ({ label }) => label.tacticsChanged,
    },
  ],
);
