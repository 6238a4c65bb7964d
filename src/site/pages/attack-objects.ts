import { number } from "../../base/counted.js";
import { answerFirst } from "../components/answer.js";
import { frameWords } from "../components/frame-note.js";
import { objectHead } from "../components/object-head.js";
import { listingWords, objectListing } from "../components/object-listing.js";
import { releaseSwitch } from "../components/release-switch.js";
import { silence } from "../components/silence.js";
import { html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { TableLinks } from "../table/table-links.js";
import { releaseOf } from "../view-hrefs.js";
import type { AttackObjectsView } from "../views/attack-object-list.js";
import { listFilesOf, type ObjectKindFacts, objectKindFacts } from "../views/object-kind.js";

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
        frame ? releaseSwitch(frame, (asked) => new TableLinks(words.list(asked), view.page).page(1)) : null,
        html`<p class="note">${notes[view.kind]}</p>`,
        silence(words.many, view.lacking),
      ],
    })}${list(view)}`,
    breadcrumbs: [{ label: words.title, href: null }],
    section: words.section,
  };
}

const notes = {
  software: "Techniques are what the software can do: a capability of the tool, not an observation of every use.",
  campaign: "Techniques are those reported of the campaign itself: observation, not frequency.",
  mitigation: "ATT&CK’s own advice. It is no mapping set: its techniques are never added to those of a framework.",
} as const;

function sentence({ kind, objects, page, lacking, views }: AttackObjectsView): string {
  const { one, many } = objectKindFacts[kind];
  if (page.all === 0 && lacking.length === views.length) return `Nothing is known of ${many} in this release.`;
  const active = objects.filter(({ techniques }) => techniques > 0).length;
  return listingWords(page, [one, many], `${number(active)} of them with at least one technique.`);
}

function list({ kind, objects, page, views: [frame] }: AttackObjectsView): HtmlText {
  const words: ObjectKindFacts = objectKindFacts[kind];
  const release = frame ? releaseOf(frame) : null;
  return objectListing({
    title: words.title,
    words: [words.one, words.many],
    view: { ...page, rows: objects },
    links: new TableLinks(words.list(release), page),
    href: (id) => words.page(id, release),
    base: listFilesOf(kind),
  });
}
