import { number } from "../../base/counted.js";
import { shownDay } from "../../model/day.js";
import { domainNames } from "../../model/domain.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { SetColumnId } from "../table/set-table.js";
import { rowsOfStatus } from "../view-hrefs.js";
import type { SetRef } from "../views/set-ref.js";
import { type Asked, type AskedColumn, askedColumns } from "./asked-columns.js";
import { dataTable } from "./data-table.js";
import { figure } from "./figure.js";
import { ownTag, releaseTag, tag } from "./tag.js";

/** Mapping sets, one a line; `asked` where they are of several frameworks, and the page is about them. */
export function setTable(sets: readonly SetRef[], { caption, asked }: SetTable): HtmlText {
  const named = asked !== undefined;
  const columns: readonly SetColumn[] = [
    {
      id: "set",
      label: named ? "Set" : "Version",
      kind: "main",
      cell: (set) =>
        html`<a href="${hrefs.set(set.id)}">${named ? `${set.frameworkName} ` : ""}${set.frameworkVersion}</a>${set.newest ? html` ${tag("newest")}` : null}${ownTag(set.originKind)}${releaseTag(set)}`,
    },
    { id: "attack", label: "ATT&CK", narrowLabel: "ATT&CK", cell: ({ attackVersion }) => attackVersion },
    { id: "domain", label: "Domain", cell: ({ domain }) => domainNames[domain] },
    {
      id: "mappings",
      label: "Mappings",
      kind: "number",
      narrowLabel: "Mappings",
      cell: ({ id, mappable }) => figure(number(mappable), mappable > 0 ? rowsOfStatus(id, "mappable") : null),
    },
    {
      id: "non-mappable",
      label: "Non-mappable",
      kind: "number",
      narrowLabel: "Non-mappable",
      cell: ({ id, nonMappable }) =>
        figure(number(nonMappable), nonMappable > 0 ? rowsOfStatus(id, "non_mappable") : null),
    },
    {
      id: "updated",
      label: "Updated",
      narrowLabel: "Updated",
      cell: ({ updated }) => html`<span class="muted">${shownDay(updated)}</span>`,
    },
  ];
  return dataTable({
    caption,
    columns: asked === undefined ? columns : askedColumns(columns, asked),
    bodies: [{ rows: sets }],
    complete: asked === undefined,
  });
}

interface SetTable {
  readonly caption: string;
  readonly asked?: Asked<SetRef>;
}

type SetColumn = AskedColumn<SetRef> & { readonly id: SetColumnId };

/** `NIST SP 800-53 rev5 on ATT&CK 16.1 Enterprise` */
export function setWords(set: SetRef): string {
  return `${set.frameworkName} ${set.frameworkVersion} on ATT&CK ${set.attackVersion} ${domainNames[set.domain]}`;
}
