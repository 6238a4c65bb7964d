import { number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import type { ClaimFate } from "../../versions/set-diff.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { SetStepView } from "../views/set-changes.js";
import { fateSign } from "./change-figures.js";
import { dataTable } from "./data-table.js";

/** Steps from set to set, one a line: each count opens the claims behind it. */
export function stepTable(steps: readonly SetStepView[], caption: string): HtmlText {
  const page = ({ newer, older }: SetStepView) => hrefs.setChanges(newer.id, older.id);
  const count = (fate: ClaimFate) => (step: SetStepView) => {
    const { claims } = step.tally.mapped[fate];
    const figure = html`${fateSign(fate)} ${number(claims)}`;
    return claims === 0 || fate === "kept" ? figure : html`<a href="${page(step)}#${fate}">${figure}</a>`;
  };
  return dataTable<SetStepView>({
    caption,
    columns: [
      {
        label: "Set",
        kind: "main",
        cell: (step) =>
          html`<a href="${page(step)}">${step.newer.frameworkVersion} on ${step.newer.attackVersion} ${domainNames[step.newer.domain]}</a>`,
      },
      {
        label: "Since",
        narrowLabel: "Since",
        cell: ({ older }) => `${older.frameworkVersion} on ${older.attackVersion}`,
      },
      { label: "Came", kind: "number", narrowLabel: "Came", cell: count("added") },
      { label: "Went", kind: "number", narrowLabel: "Went", cell: count("removed") },
      { label: "Rescored", kind: "number", narrowLabel: "Rescored", cell: count("rescored") },
      { label: "Same", kind: "number", narrowLabel: "Same", cell: count("kept") },
    ],
    bodies: [{ rows: steps }],
    room: 900,
  });
}
