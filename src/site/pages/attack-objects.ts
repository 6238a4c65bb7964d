import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { answerFirst } from "../components/answer.js";
import { type Column, dataTable } from "../components/data-table.js";
import { emptyState } from "../components/empty-state.js";
import { filterField } from "../components/filter-field.js";
import { frameWords } from "../components/frame-note.js";
import { idLink, releaseOf } from "../components/links.js";
import { objectHead } from "../components/object-head.js";
import { releaseSwitch } from "../components/release-switch.js";
import { silence } from "../components/silence.js";
import { html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import type { AttackObjectsView, ObjectEntry } from "../views/attack-object-list.js";
import { type ObjectKindFacts, objectKindFacts } from "../views/object-kind.js";

/** Every software, campaign or mitigation of a release. */
export function attackObjectsPage(view: AttackObjectsView): Page {
  const words: ObjectKindFacts = objectKindFacts[view.kind];
  const [frame] = view.views;
  const release = frame ? releaseOf(frame) : null;
  const title = release === null ? words.title : `${words.title} of ATT&CK ${release}`;
  return {
    title,
    description: sentence(view),
    body: html`${objectHead({ kind: view.views.map(frameWords).join("; "), title })}${answerFirst({
      sentence: sentence(view),
      evidence: [
        frame ? releaseSwitch(frame, (asked) => words.list(asked)) : null,
        html`<p class="note">${notes[view.kind]}</p>`,
        silence(words.many, view.lacking),
      ],
    })}${list(view, words.list(release))}`,
    breadcrumbs: [{ label: words.title, href: null }],
    section: view.kind === "mitigation" ? "techniques" : "groups",
  };
}

const notes = {
  software: "Techniques are what the software can do: a capability of the tool, not an observation of every use.",
  campaign: "Techniques are those reported of the campaign itself: observation, not frequency.",
  mitigation: "ATT&CK’s own advice. It is no mapping set: its techniques are never added to those of a framework.",
} as const;

function sentence({ kind, objects, q, lacking, views }: AttackObjectsView): string {
  const { one, many } = objectKindFacts[kind];
  if (!q && objects.length === 0 && lacking.length === views.length)
    return `Nothing is known of ${many} in this release.`;
  const active = objects.filter(({ techniques }) => techniques > 0).length;
  const count = `${number(objects.length)} ${objects.length === 1 ? one : many}`;
  return `${count}${q ? " with these words" : ""}; ${number(active)} of them with at least one technique.`;
}

function list({ kind, objects, q, views }: AttackObjectsView, action: string): HtmlText {
  const words: ObjectKindFacts = objectKindFacts[kind];
  const [frame] = views;
  const release = frame ? releaseOf(frame) : null;
  const columns: readonly (Column<ObjectEntry> | null)[] = [
    { label: "Id", kind: "id", cell: ({ id }) => idLink(id, words.page(id, release)) },
    { label: "Name", kind: "main", cell: ({ name }) => name },
    kind === "mitigation"
      ? null
      : {
          label: "Also called",
          kind: "full",
          cell: ({ aliases }) => html`<span class="muted">${aliases.join(", ")}</span>`,
        },
    kind === "software" ? { label: "Type", cell: ({ type }) => html`<span class="muted">${type}</span>` } : null,
    {
      label: "Domains",
      cell: ({ domains }) =>
        html`<span class="muted">${domains.map((domain) => domainNames[domain]).join(", ")}</span>`,
    },
    { label: "Techniques", kind: "number", narrowLabel: "Techniques", cell: ({ techniques }) => number(techniques) },
  ];
  const table = dataTable<ObjectEntry>({
    caption: words.title,
    columns: columns.filter((column) => column !== null),
    bodies: [{ rows: objects }],
    complete: true,
  });
  const none = q ? emptyState("Nothing has these words.", html`<a href="${action}">Show all</a>`) : null;
  return html`<div class="listing">${filterField({ action, label: "Filter by id or any name", value: q, live: q === null, beside: counted(objects.length, "row") })}${objects.length === 0 ? none : table}</div>`;
}
