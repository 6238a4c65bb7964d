import { frameworkOf } from "../../model/framework.js";
import type { ManifestSet } from "../facts/manifest.js";
import type { KnowledgeBase } from "../knowledge-base.js";
import { dataTable } from "./data-table.js";

interface Item {
  readonly set: ManifestSet;
  readonly newest: boolean;
}

function* items(kb: KnowledgeBase): Generator<Item> {
  for (const set of kb.sets) {
    yield { set, newest: kb.newestSets(set.domain).some(({ id }) => id === set.id) };
  }
}

/** Mapping sets that are loaded. */
export const setTable = dataTable<Item>({ name: "sets", about: "Every mapping set, with its own counts." }, items, [
  { name: "set", type: "text", about: "framework/version/release/domain", cell: ({ set }) => set.id },
  { name: "framework", type: "text", about: "its id", cell: ({ set }) => set.framework },
  { name: "framework_version", type: "text", about: "of the framework", cell: ({ set }) => set.frameworkVersion },
  { name: "attack_version", type: "text", about: "release it was authored on", cell: ({ set }) => set.attackVersion },
  { name: "domain", type: "text", about: "enterprise, mobile or ics", cell: ({ set }) => set.domain },
  {
    name: "side",
    type: "text",
    about: "defense or threat: never add the two",
    cell: ({ set }) => frameworkOf(set.framework).side,
  },
  { name: "newest", type: "flag", about: "the framework's newest in its domain", cell: ({ newest }) => newest },
  { name: "row_count", type: "integer", about: "rows of the file", cell: ({ set }) => set.rows },
  { name: "mappable", type: "integer", about: "rows that claim something", cell: ({ set }) => set.mappable },
  { name: "non_mappable", type: "integer", about: "rows that say nothing fits", cell: ({ set }) => set.nonMappable },
  { name: "updated", type: "text", about: "the file's last update, MM/DD/YYYY", cell: ({ set }) => set.updated },
]);
