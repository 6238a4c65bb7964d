import { number } from "../../base/counted.js";
import { mappingFunctions } from "../../model/mapping.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { CapabilityRow } from "../views/capability-group.js";
import { dataTable, type TableBody } from "./data-table.js";
import { functionColumn } from "./framework-table.js";
import { capabilityLink } from "./links.js";

/** Capabilities with what each reaches; links lead to the set's own page (`frozen`) or to the current one. */
export function capabilityTable(table: {
  readonly caption: string;
  readonly framework: string;
  readonly frozen: boolean;
  readonly scored: boolean;
  readonly bodies: readonly TableBody<CapabilityRow>[];
}): HtmlText {
  return dataTable({
    caption: table.caption,
    columns: [
      {
        label: "Capability",
        kind: "id",
        cell: ({ id, set }) => capabilityLink({ framework: table.framework, set: table.frozen ? set : null }, id),
      },
      { label: "Name", kind: "main", cell: ({ name }) => name },
      ...(table.scored ? mappingFunctions.map((wanted) => functionColumn<CapabilityRow>(wanted)) : []),
      { label: "Techniques", kind: "number", narrowLabel: "Techniques", cell: ({ techniques }) => number(techniques) },
      { label: "Rows", kind: "number", narrowLabel: "Rows", cell: ({ rows }) => number(rows) },
      {
        label: "Non-mappable",
        kind: "number",
        cell: ({ nonMappable }) => (nonMappable === 0 ? html`<span class="faint">&ndash;</span>` : "non-mappable"),
      },
    ],
    bodies: table.bodies,
    complete: true,
    tone: ({ rows, nonMappable }) => (rows > 0 ? null : nonMappable > 0 ? "non-mappable" : "off"),
  });
}
