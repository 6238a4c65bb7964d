import { counted } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { answerFirst } from "../components/answer.js";
import { dataTable } from "../components/data-table.js";
import { objectHead } from "../components/object-head.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { Page } from "../route.js";
import type { SetDownloadsView } from "../views/set-downloads.js";

/** A set as files. */
export function setDownloadsPage(view: SetDownloadsView): Page {
  const { set, framework, origin, files } = view;
  const title = `${framework.name} ${set.frameworkVersion} as files`;
  const sentence = `${counted(set.rows, "row")} as authored on ATT&CK ${set.attackVersion} ${domainNames[set.domain]}, in ${files.length} formats.`;
  return {
    title,
    description: sentence,
    body: html`${objectHead({ kind: "Downloads of a mapping set", title })}${answerFirst({
      sentence,
      evidence: html`<p class="note">${commentsNote(view)} Licence of the mappings: ${origin.licence}.</p>`,
    })}${dataTable({
      caption: "Files",
      columns: [
        {
          label: "Format",
          kind: "main",
          cell: ({ title: label, href, name }) =>
            html`<a href="${href}" download="${name}" rel="nofollow">${label}</a>`,
        },
        { label: "What it holds", cell: ({ holds }) => holds },
      ],
      bodies: [{ rows: files }],
      complete: true,
    })}<p class="note">Rows that pass a filter, as a table: on the <a href="${hrefs.set(set.id)}#rows">set&rsquo;s page</a>. The publisher&rsquo;s own file: ${origin.source}.</p>`,
    breadcrumbs: [
      { label: "Sets", href: hrefs.sets() },
      { label: `${framework.shortName} ${set.frameworkVersion}`, href: hrefs.set(set.id) },
      { label: "Downloads", href: null },
    ],
    section: "sets",
  };
}

function commentsNote({ commented, commentsLoaded }: SetDownloadsView) {
  if (commented === 0) return "No row of this set has a comment.";
  const comments = `${counted(commented, "comment")} ${commented === 1 ? "is" : "are"}`;
  if (commentsLoaded) return `${comments} in them.`;
  return html`${comments} not loaded, and so not in them: <code>tidemap pull</code> fetches them.`;
}
