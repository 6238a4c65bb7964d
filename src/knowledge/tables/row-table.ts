import { capabilityKey } from "../../model/capability.js";
import { isMapped, type Mapping } from "../../model/mapping.js";
import type { KnowledgeBase } from "../knowledge-base.js";
import { dataTable } from "./data-table.js";

function* items(kb: KnowledgeBase): Generator<Mapping> {
  for (const { id } of kb.sets) {
    const facts = kb.facts(id);
    for (let row = 0; row < facts.rows; row++) yield kb.mapping(facts, row, null);
  }
}

/** Rows of all sets, as authored. */
export const rowTable = dataTable<Mapping>(
  { name: "rows", about: "Every row of every set, on the release it was authored on." },
  items,
  [
    { name: "set", type: "text", about: "as in sets", cell: (row) => row.set },
    { name: "row", type: "integer", about: "place in the file, from 0", cell: (row) => row.row },
    { name: "framework", type: "text", about: "its id", cell: (row) => row.framework },
    { name: "side", type: "text", about: "defense or threat", cell: (row) => row.side },
    { name: "capability_id", type: "text", about: "as the file writes it", cell: (row) => row.capabilityId },
    {
      name: "capability_key",
      type: "text",
      about: "the same for every spelling (AC-2, AC-02) and former id: count these",
      cell: (row) => (row.capabilityId === null ? null : capabilityKey(row.framework, row.capabilityId)),
    },
    { name: "capability_name", type: "text", about: "as the file writes it", cell: (row) => row.capabilityName },
    { name: "capability_group", type: "text", about: "id of its group", cell: (row) => row.capabilityGroup },
    {
      name: "technique_id",
      type: "text",
      about: "without outer blanks",
      cell: (row) => row.techniqueId?.trim() ?? null,
    },
    { name: "technique_name", type: "text", about: "as the file writes it", cell: (row) => row.techniqueName },
    { name: "mapping_type", type: "text", about: "as the file writes it", cell: (row) => row.mappingType },
    { name: "status", type: "text", about: "as the file writes it", cell: (row) => row.status },
    { name: "mappable", type: "flag", about: "false: the row says that nothing fits", cell: isMapped },
    { name: "score_category", type: "text", about: "as the file writes it", cell: (row) => row.scoreCategory },
    { name: "score_value", type: "text", about: "as the file writes it", cell: (row) => row.scoreValue },
    { name: "function", type: "text", about: "protect, detect, respond; null: none", cell: (row) => row.function },
    {
      name: "rating",
      type: "text",
      about: "minimal, partial, significant; null: not scored, which is not zero",
      cell: (row) => row.rating,
    },
    { name: "references", type: "texts", about: "addresses, as written", cell: (row) => row.references },
    { name: "has_comment", type: "flag", about: "the file has a comment", cell: (row) => row.hasComment },
    { name: "comments", type: "text", about: "where texts are loaded", cell: (row) => row.comments },
  ],
);
