import { number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { answerFirst } from "../components/answer.js";
import { askedListing } from "../components/asked-listing.js";
import { capabilityTable } from "../components/capability-table.js";
import { dataTable } from "../components/data-table.js";
import { downloadLinks } from "../components/downloads.js";
import { linkedSentence } from "../components/figure.js";
import { idLink } from "../components/links.js";
import { notLoadedMessage } from "../components/not-loaded.js";
import { objectHead } from "../components/object-head.js";
import { section } from "../components/section.js";
import { setTable } from "../components/set-table.js";
import { setTimeline } from "../components/set-timeline.js";
import { stepTable } from "../components/step-table.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { TableLinks } from "../table/table-links.js";
import type { FrameworkView } from "../views/framework.js";
import { capabilitiesWords, frameworkAnswer, frameworkSentence } from "../words/framework.js";
import { meaningOfRow } from "../words/mapping.js";

/** What a framework is, what is newest, how it grew. */
export function frameworkPage(view: FrameworkView): Page {
  const { framework, sets, versions, releases } = view;
  const shown = new TableLinks(hrefs.framework(framework.id), view.page).page(1);
  return {
    title: framework.name,
    description: frameworkSentence(view),
    body: html`${notLoadedMessage(sets)}${head(view)}${answerFirst({
      sentence: linkedSentence(frameworkAnswer(view)),
      evidence: html`<p class="note">${framework.side === "threat" ? null : "Its entries act against techniques. "}${meaningOfRow[framework.side]}</p>`,
    })}${section({
      title: "Versions over ATT&CK releases",
      meta: "a cell is a set: its rows, written for that release",
      body: [timeline(sets, versions, releases), setTable(sets, { caption: "Sets" })],
    })}${changes(view)}${groups(view)}${capabilities(view)}${downloadLinks("This page", [{ label: "JSON", href: hrefs.api(shown), file: `${framework.id}.json` }], shown)}`,
    breadcrumbs: [
      { label: "Frameworks", href: hrefs.frameworks() },
      { label: framework.name, href: null },
    ],
    section: "frameworks",
  };
}

function head({ framework, newest }: FrameworkView): HtmlText {
  return objectHead({
    kind: framework.side === "threat" ? "Framework · threat and incident vocabulary" : "Framework · defence",
    title: framework.name,
    id: framework.id,
    facts: [
      { name: "Publisher", value: framework.publisher },
      { name: "Method", value: html`<a href="${hrefs.methodology(framework.id)}">How it is mapped</a>` },
      {
        name: "Newest",
        value: newest.map((set, index) => [
          index > 0 ? ", " : null,
          html`<a href="${hrefs.set(set.id)}">${set.frameworkVersion} on ${set.attackVersion} ${domainNames[set.domain]}</a>`,
        ]),
      },
    ],
  });
}

function timeline(sets: FrameworkView["sets"], versions: readonly string[], releases: readonly string[]): Child {
  if (sets.length < 2) return null;
  const rows = versions.map((version) => ({
    label: version,
    sets: sets.filter(({ frameworkVersion }) => frameworkVersion === version),
  }));
  return setTimeline(rows, releases);
}

function changes({ changes: steps }: FrameworkView): HtmlText | null {
  if (steps.length === 0) return null;
  return section({
    title: "What changed",
    id: "changes",
    meta: "claims of each set since the sets that it follows, both carried to one ATT&CK release",
    body: stepTable(steps, "Changes from set to set"),
  });
}

function groups({ framework, groups: rows, newest }: FrameworkView): HtmlText | null {
  if (rows.length === 0) return null;
  const domains = new Map(newest.map(({ id, domain }) => [id, domainNames[domain]]));
  return section({
    title: "Groups",
    id: "groups",
    meta: "of the newest sets",
    body: dataTable({
      caption: "Groups",
      columns: [
        { label: "Group", kind: "id", cell: ({ id }) => idLink(id, hrefs.capabilityGroup(framework.id, id)) },
        ...(rows.some(({ id, name }) => name !== id)
          ? [
              {
                label: "Name",
                kind: "main" as const,
                cell: ({ id, name }: (typeof rows)[number]) => (name === id ? null : name),
              },
            ]
          : []),
        ...(domains.size > 1
          ? [
              {
                label: "Domain",
                cell: ({ set }: (typeof rows)[number]) => html`<span class="muted">${domains.get(set)}</span>`,
              },
            ]
          : []),
        {
          label: "Capabilities",
          kind: "number",
          narrowLabel: "Capabilities",
          cell: ({ capabilities }) => number(capabilities),
        },
        { label: "Rows", kind: "number", narrowLabel: "Rows", cell: ({ rows: count }) => number(count) },
      ],
      bodies: [{ rows }],
      complete: true,
    }),
  });
}

function capabilities(view: FrameworkView): HtmlText {
  const { framework, capabilities: rows, page, newest } = view;
  const links = new TableLinks(hrefs.framework(framework.id), page);
  const asked = { view: { ...page, rows }, links };
  const bySet = newest.map((set) => ({
    heading: html`${set.frameworkVersion} <small>on ATT&amp;CK ${set.attackVersion} ${domainNames[set.domain]}</small>`,
    rows: rows.filter((row) => row.set === set.id),
  }));
  // In another order than the sets' own, rows of several sets stand among each other.
  const isMixed = newest.length === 1 || page.question.sort.length > 0;
  const bodies = isMixed ? [{ rows }] : bySet.filter((body) => body.rows.length > 0);
  return section({
    title: "Capabilities",
    id: "capabilities",
    meta: capabilitiesWords(view, page.all),
    body: askedListing({
      ...asked,
      title: null,
      unit: ["capability", "capabilities"],
      label: "Filter by id or name",
      table: () =>
        capabilityTable({
          caption: "Capabilities",
          framework: framework.id,
          frozen: false,
          scored: framework.side === "defense",
          bodies,
          asked,
        }),
      files: { base: "capabilities", made: true },
    }),
  });
}
