import { number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { SetRef } from "../views/set-ref.js";
import { dataTable } from "./data-table.js";
import { ownTag, tag } from "./tag.js";

/** Mapping sets, one a line; `named` where they are of several frameworks. */
export function setTable(sets: readonly SetRef[], { caption, named }: { caption: string; named: boolean }): HtmlText {
  return dataTable({
    caption,
    columns: [
      {
        label: named ? "Set" : "Version",
        kind: "main",
        cell: (set) =>
          html`<a href="${hrefs.set(set.id)}">${named ? `${set.frameworkName} ` : ""}${set.frameworkVersion}</a>${set.newest ? html` ${tag("newest")}` : null}${ownTag(set.originKind)}`,
      },
      { label: "ATT&CK", narrowLabel: "ATT&CK", cell: ({ attackVersion }) => attackVersion },
      { label: "Domain", cell: ({ domain }) => domainNames[domain] },
      { label: "Mappings", kind: "number", narrowLabel: "Mappings", cell: ({ mappable }) => number(mappable) },
      {
        label: "Non-mappable",
        kind: "number",
        narrowLabel: "Non-mappable",
        cell: ({ nonMappable }) => number(nonMappable),
      },
      { label: "Updated", narrowLabel: "Updated", cell: ({ updated }) => html`<span class="muted">${updated}</span>` },
    ],
    bodies: [{ rows: sets }],
    complete: true,
  });
}

/** `NIST SP 800-53 rev5 on ATT&CK 16.1 Enterprise` */
export function setWords(set: SetRef): string {
  return `${set.frameworkName} ${set.frameworkVersion} on ATT&CK ${set.attackVersion} ${domainNames[set.domain]}`;
}
