import { number } from "../../base/counted.js";
import { type MappingFunction, mappingFunctions } from "../../model/mapping.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { FrameworkOverview } from "../views/framework-overview.js";
import { type FunctionCounts, rowsIn } from "../views/summary.js";
import { functionWords } from "../words/mapping.js";
import { type Column, dataTable } from "./data-table.js";
import { anchorOf } from "./links.js";
import { scoreMarks } from "./score-badge.js";
import { ownTag } from "./tag.js";

/** Each framework's answer on a technique, those without a row included: silence is not a statement. `shown` are the sets with rows below. */
export function frameworkTable(
  frameworks: readonly FrameworkOverview[],
  { caption, shown }: { readonly caption: string; readonly shown: ReadonlySet<string> },
): HtmlText {
  const columns: readonly Column<FrameworkOverview>[] = [
    { label: "Framework", kind: "main", cell: (row: FrameworkOverview) => nameCell(row, shown) },
    { label: "Version", cell: ({ frameworkVersion }) => html`<span class="muted">${frameworkVersion}</span>` },
    {
      label: "Authored on",
      narrowLabel: "ATT&CK",
      cell: ({ attackVersion }) => html`<span class="muted">${attackVersion}</span>`,
    },
    { label: "Rows", kind: "number", narrowLabel: "Rows", cell: rowsCell },
    ...mappingFunctions.map(functionColumn),
    { label: "Side", cell: ({ side }) => html`<span class="faint">${side === "threat" ? "threat" : "defence"}</span>` },
  ];
  return dataTable({
    caption,
    columns,
    bodies: [{ rows: frameworks }],
    complete: true,
    tone: ({ rows, nonMappable }) => (rows > 0 ? null : nonMappable > 0 ? "non-mappable" : "off"),
  });
}

function nameCell({ name, set, originKind }: FrameworkOverview, shown: ReadonlySet<string>): Child {
  return [!shown.has(set) ? name : html`<a href="#${anchorOf(set)}">${name}</a>`, ownTag(originKind)];
}

function rowsCell({ rows, nonMappable }: FrameworkOverview): Child {
  if (rows === 0) return nonMappable > 0 ? "non-mappable" : "no row";
  return nonMappable > 0 ? `${number(rows)}, and non-mappable` : number(rows);
}

/** A column of marks for one function: the best rating of any row, blank where no row has the function. */
export function functionColumn<Row extends { readonly functions: readonly FunctionCounts[] }>(
  wanted: MappingFunction,
): Column<Row> {
  return {
    label: functionWords[wanted],
    cell: ({ functions }) => {
      const counts = functions.find((entry) => entry.function === wanted);
      if (!counts || rowsIn(counts) === 0) return null;
      return scoreMarks(wanted, counts.best);
    },
  };
}
