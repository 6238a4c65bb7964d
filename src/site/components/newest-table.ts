import { number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import type { Framework } from "../../model/framework.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import { mappedCapabilities, rowsOfStatus, withQuery } from "../view-hrefs.js";
import type { FrameworksView } from "../views/framework.js";
import { dataTable, type TableBody } from "./data-table.js";
import { figure } from "./figure.js";
import { ownTag, releaseTag } from "./tag.js";
import { threatHeading } from "./threat-heading.js";

interface NewestRow {
  readonly framework: Framework;
  readonly sets: number;
  readonly newest: FrameworksView["frameworks"][number]["newest"][number];
  /** The framework's first line; later ones are its other domains. */
  readonly first: boolean;
}

/** The newest set of each framework in each of its domains, defence and threat apart. */
export function newestTable(frameworks: FrameworksView["frameworks"]): HtmlText {
  const rows = frameworks.flatMap(({ framework, sets, newest }) =>
    newest.map((set, index): NewestRow => ({ framework, sets, newest: set, first: index === 0 })),
  );
  const of = (side: Framework["side"]) => rows.filter(({ framework }) => framework.side === side);
  const bodies: readonly TableBody<NewestRow>[] = [
    { rows: of("defense") },
    { heading: threatHeading, rows: of("threat") },
  ];
  return dataTable({
    caption: "Newest sets",
    columns: [
      { label: "Framework", kind: "main", cell: nameCell },
      {
        label: "Publisher",
        cell: ({ framework, first }) => (first ? html`<span class="muted">${framework.publisher}</span>` : null),
      },
      {
        label: "Newest",
        cell: ({ newest }) =>
          html`<a href="${hrefs.set(newest.id)}">${newest.frameworkVersion}</a>${ownTag(newest.originKind)}${releaseTag(newest)}`,
      },
      {
        label: "ATT&CK",
        narrowLabel: "ATT&CK",
        cell: ({ newest }) => `${newest.attackVersion} ${domainNames[newest.domain]}`,
      },
      {
        label: "Capabilities",
        kind: "number",
        narrowLabel: "Capabilities",
        cell: ({ newest }) => opening(newest.capabilities, mappedCapabilities(newest)),
      },
      {
        label: "Techniques",
        kind: "number",
        narrowLabel: "Techniques",
        cell: ({ newest }) => number(newest.techniques),
      },
      {
        label: "Mappings",
        kind: "number",
        narrowLabel: "Mappings",
        cell: ({ newest }) => opening(newest.mappable, rowsOfStatus(newest.id, "mappable")),
      },
      {
        label: "Non-mappable",
        kind: "number",
        narrowLabel: "Non-mappable",
        cell: ({ newest }) => opening(newest.nonMappable, rowsOfStatus(newest.id, "non_mappable")),
      },
      {
        label: "Sets",
        kind: "number",
        narrowLabel: "Sets",
        cell: ({ framework, sets, first }) =>
          first ? opening(sets, withQuery(hrefs.sets(), { framework: framework.id })) : null,
      },
    ],
    bodies: bodies.filter(({ rows: own }) => own.length > 0),
    room: 900,
  });
}

function opening(count: number, href: string): Child {
  return figure(number(count), count === 0 ? null : href);
}

function nameCell({ framework, first }: NewestRow): Child {
  const link = html`<a href="${hrefs.framework(framework.id)}">${framework.name}</a>`;
  return first ? html`<b>${link}</b>` : html`<span class="faint">${framework.shortName}</span>`;
}
