import { number } from "../../base/counted.js";
import { answerFirst } from "../components/answer.js";
import { frameWords } from "../components/frame-note.js";
import { objectHead } from "../components/object-head.js";
import { listingWords, objectListing } from "../components/object-listing.js";
import { releaseSwitch } from "../components/release-switch.js";
import { silence } from "../components/silence.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { TableLinks } from "../table/table-links.js";
import { releaseOf } from "../view-hrefs.js";
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
        frame ? releaseSwitch(frame, (asked) => new TableLinks(hrefs.groups(asked), view.page).page(1)) : null,
        html`<p class="note">Techniques are those reported of the group itself: observation, not frequency. A group&rsquo;s page tells how far each framework answers them.</p>`,
        silence("groups", view.lacking),
      ],
    })}${list(view)}`,
    breadcrumbs: [{ label: "Groups", href: null }],
    section: "groups",
  };
}

const words = ["group", "groups"] as const;

function sentence({ groups, page }: GroupsView): string {
  const reported = groups.filter(({ techniques }) => techniques > 0).length;
  return listingWords(
    page,
    words,
    `${number(reported)} of them ${reported === 1 ? "is" : "are"} reported to use at least one technique.`,
  );
}

function list({ groups, page, views: [frame] }: GroupsView): HtmlText {
  const release = frame ? releaseOf(frame) : null;
  return objectListing({
    title: "Threat groups",
    words,
    view: { ...page, rows: groups },
    links: new TableLinks(hrefs.groups(release), page),
    href: (id) => hrefs.group(id, release),
    base: "groups",
  });
}
