import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { answerFirst } from "../components/answer.js";
import { dataTable } from "../components/data-table.js";
import { emptyState } from "../components/empty-state.js";
import { filterField } from "../components/filter-field.js";
import { frameWords } from "../components/frame-note.js";
import { idLink, releaseOf } from "../components/links.js";
import { objectHead } from "../components/object-head.js";
import { releaseSwitch } from "../components/release-switch.js";
import { silence } from "../components/silence.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import type { GroupsView } from "../views/group-list.js";

/** Every threat group of a release. */
export function groupsPage(view: GroupsView): Page {
  const [frame] = view.views;
  const release = frame ? releaseOf(frame) : null;
  const title = release === null ? "Threat groups" : `Threat groups of ATT&CK ${release}`;
  return {
    title,
    description: sentence(view),
    body: html`${objectHead({ kind: view.views.map(frameWords).join("; "), title })}${answerFirst({
      sentence: sentence(view),
      evidence: [
        frame ? releaseSwitch(frame, (asked) => hrefs.groups(asked)) : null,
        html`<p class="note">Techniques are those reported of the group itself: observation, not frequency. A group&rsquo;s page tells how far each framework answers them.</p>`,
        silence("groups", view.lacking),
      ],
    })}${list(view, hrefs.groups(release))}`,
    breadcrumbs: [{ label: "Groups", href: null }],
    section: "groups",
  };
}

function sentence({ groups, q }: GroupsView): string {
  const reported = groups.filter(({ techniques }) => techniques > 0).length;
  return `${counted(groups.length, "group")}${q ? " with these words" : ""}; ${number(reported)} of them are reported to use at least one technique.`;
}

function list({ groups, q, views }: GroupsView, action: string): HtmlText {
  const [frame] = views;
  const table = dataTable<GroupsView["groups"][number]>({
    caption: "Threat groups",
    columns: [
      { label: "Group", kind: "id", cell: ({ id }) => idLink(id, hrefs.group(id, frame ? releaseOf(frame) : null)) },
      { label: "Name", kind: "main", cell: ({ name }) => name },
      {
        label: "Also called",
        kind: "full",
        cell: ({ aliases }) => html`<span class="muted">${aliases.join(", ")}</span>`,
      },
      {
        label: "Domains",
        cell: ({ domains }) =>
          html`<span class="muted">${domains.map((domain) => domainNames[domain]).join(", ")}</span>`,
      },
      { label: "Techniques", kind: "number", narrowLabel: "Techniques", cell: ({ techniques }) => number(techniques) },
    ],
    bodies: [{ rows: groups }],
    complete: true,
  });
  const none = emptyState("No group has these words.", html`<a href="${action}">Show all</a>`);
  return html`<div class="listing">${filterField({ action, label: "Filter by id or any name", value: q, live: q === null, beside: counted(groups.length, "row") })}${groups.length === 0 ? none : table}</div>`;
}
