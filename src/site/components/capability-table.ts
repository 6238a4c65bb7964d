import { number } from "../../base/counted.js";
import { mappingFunctions } from "../../model/mapping.js";
import type { HtmlText } from "../route.js";
import type { CapabilityColumnId } from "../table/capability-table.js";
import type { CapabilityRow } from "../views/capability-group.js";
import { type Asked, type AskedColumn, askedColumns } from "./asked-columns.js";
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
  readonly asked?: Asked<CapabilityRow>;
}): HtmlText {
  const { asked } = table;
  const columns: readonly CapabilityColumn[] = [
    {
      id: "capability",
      label: "Capability",
      kind: "id",
      cell: ({ id, set }) => capabilityLink({ framework: table.framework, set: table.frozen ? set : null }, id),
    },
    { id: "name", label: "Name", kind: "main", cell: ({ name }) => name },
    ...(table.scored
      ? mappingFunctions.map((wanted) => ({ id: wanted, ...functionColumn<CapabilityRow>(wanted) }))
      : []),
    {
      id: "techniques",
      label: "Techniques",
      kind: "number",
      narrowLabel: "Techniques",
      cell: ({ techniques }) => number(techniques),
    },
    { id: "rows", label: "Rows", kind: "number", narrowLabel: "Rows", cell: ({ rows }) => number(rows) },
    {
      id: "non-mappable",
      label: "Non-mappable",
      kind: "number",
      cell: ({ nonMappable }) => (nonMappable === 0 ? null : "non-mappable"),
    },
  ];
  return dataTable({
    caption: table.caption,
    columns: asked === undefined ? columns : askedColumns(columns, asked),
    bodies: table.bodies,
    complete: asked === undefined,
    tone: ({ rows, nonMappable }) => (rows > 0 ? null : nonMappable > 0 ? "non-mappable" : "off"),
  });
}

type CapabilityColumn = AskedColumn<CapabilityRow> & { readonly id: CapabilityColumnId };
