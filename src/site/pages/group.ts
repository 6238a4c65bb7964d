import { counted } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { answerFirst } from "../components/answer.js";
import { description } from "../components/description.js";
import { doubtNote } from "../components/doubt-note.js";
import { downloadLinks, layerDownloads } from "../components/downloads.js";
import { folded } from "../components/folded.js";
import { frameNote } from "../components/frame-note.js";
import { gapForm, gapLists, gapSection, gapSentence } from "../components/gap-section.js";
import { historyList } from "../components/history-list.js";
import { message } from "../components/message.js";
import { objectHead } from "../components/object-head.js";
import { reachRule, reachTable, silentReach } from "../components/reach-table.js";
import { refList } from "../components/ref-list.js";
import { releaseSwitch } from "../components/release-switch.js";
import { section } from "../components/section.js";
import { silence } from "../components/silence.js";
import { tag } from "../components/tag.js";
import { techniqueTable } from "../components/technique-table.js";
import { hrefs } from "../hrefs.js";
import { type Child, externalLink, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { objectHref, releaseOf, withQuery } from "../view-hrefs.js";
import { gapQuery } from "../views/gap.js";
import type { GroupInDomain, GroupView } from "../views/group.js";
import type { TechniqueRow } from "../views/technique-list.js";
import { doubtsOf } from "../words/doubt.js";
import { groupSentence, ofGroupItself } from "../words/group.js";
import { fewWords } from "../words/reach.js";
import { noneWords, unheldWords } from "../words/silence.js";

/** What a group is reported to do, and what answers it. */
export function groupPage(view: GroupView): Page {
  const { group, domains, history } = view;
  const [first] = domains;
  const frame = first?.view;
  const path = hrefs.group(group.id, frame ? releaseOf(frame) : null);
  const asked = gapQuery(first?.gap);
  const shown = withQuery(path, asked);
  const told = domains.filter(({ direct }) => direct.length > 0).map(({ view: at }) => at);
  const files = [
    { label: "JSON", href: hrefs.api(shown), file: `${group.id}_attack-${frame?.release ?? ""}.json` },
    ...layerDownloads(path, group.id, told),
  ];
  return {
    title: `${group.id} ${group.name}${frame && frame.kind !== "current" ? `, ATT&CK ${frame.release}` : ""}`,
    description: groupSentence(view),
    body: html`${head(view)}${answerFirst({
      sentence: gapSentence(domains, ofGroupItself) ?? groupSentence(view),
      evidence: frame
        ? [
            releaseSwitch(frame, (release) => withQuery(hrefs.group(group.id, release), asked)),
            html`<p class="note">${frameNote(frame)}</p>`,
            silence("groups", view.lacking),
          ]
        : null,
    })}<div class="columns"><div>${description(group.description, { release: frame?.release ?? "", url: group.url })}${domains.map((entry) => domainPart(entry, { named: domains.length > 1, path, id: group.id, form: entry === first ? gapForm(domains, path) : null }))}</div><aside class="aside" aria-label="Related">${domains.map(related)}${history.length === 0 ? null : historyList(history)}${downloadLinks("This page", files, shown)}</aside></div>`,
    breadcrumbs: [
      { label: "Groups", href: hrefs.groups(frame ? releaseOf(frame) : null) },
      { label: group.id, href: null },
    ],
    section: "groups",
  };
}

function head({ group, asked, domains }: GroupView): HtmlText {
  const moved =
    asked === null
      ? null
      : message("info", `${asked.id} ${asked.name} is now ${group.id} ${group.name}`, [
          "The old id was revoked by this one.",
          asked.lastActive === null
            ? null
            : html` It was last active in ${asked.lastActive}. <a href="${hrefs.group(asked.id, asked.lastActive)}">${asked.id} in ${asked.lastActive}</a>`,
        ]);
  return html`${moved}${objectHead({
    kind: "Threat group",
    title: group.name,
    id: group.id,
    beside: group.state === "active" ? null : tag(group.state, "bad"),
    facts: [
      { name: "Also called", value: group.aliases.join(", ") },
      { name: "Domains", value: domains.map(({ view }) => `${domainNames[view.domain]} ${view.release}`).join(", ") },
      { name: "Source", value: group.url === null ? null : externalLink(group.url, html`attack.mitre.org &nearr;`) },
    ],
  })}`;
}

function domainPart(
  entry: GroupInDomain,
  {
    named,
    path,
    id,
    form,
  }: { readonly named: boolean; readonly path: string; readonly id: string; readonly form: Child },
): Child {
  const { view, direct, byCampaign, bySoftware, reach } = entry;
  const lists = gapLists(view.domain, (framework, wanted) => withQuery(path, { framework, function: wanted }));
  const suffix = named ? `, ${domainNames[view.domain]}` : "";
  const bodies = [
    { heading: part("Reported of the group", direct, "observation, not frequency"), rows: direct },
    { heading: part("Reported of its campaigns", byCampaign, "beyond those above"), rows: byCampaign },
    {
      heading: part(
        "What its software can do",
        bySoftware,
        "that of its campaigns too, beyond both; a capability of the tool, not an observation",
      ),
      rows: bySoftware,
    },
  ].filter(({ rows }) => rows.length > 0);
  if (bodies.length === 0)
    return section({
      title: `Techniques${suffix}`,
      meta: unheld(entry, id),
      body: html`<p class="note">ATT&amp;CK ${view.release} relates it to no technique of this domain.</p>`,
    });
  const few = fewWords(direct.length);
  const isGap = entry.gap !== null;
  const techniques = techniqueTable({ caption: `Techniques of the group${suffix}`, bodies, view, tactics: true });
  const all = counted(direct.length + byCampaign.length + bySoftware.length, "technique");
  return [
    isGap ? form : null,
    gapSection(entry, { whose: ofGroupItself, suffix }),
    section({
      title: `Each framework’s reach${suffix}`,
      meta: `over the ${counted(direct.length, "technique")} ${ofGroupItself}`,
      body: [
        isGap ? null : form,
        reachTable(reach, `Techniques of the group that each framework has a row on${suffix}`, lists),
        silentReach(entry),
        few === null ? null : html`<p class="note">${few}</p>`,
        reachRule(),
        doubtNote(doubtsOf(reach), view),
      ],
    }),
    section({
      title: `Techniques${suffix}`,
      meta: [`${all}, each once`, entry.unheld.length === 0 ? null : ["; ", unheld(entry, id)]],
      body: isGap ? folded(`All ${all}`, techniques) : techniques,
    }),
  ];
}

/** What stands behind no count here, and the release that can tell; null where all is known. */
function unheld({ unheld: kinds, view }: GroupInDomain, id: string): Child {
  if (kinds.length === 0) return null;
  return kinds.map((kind, index) => [
    index > 0 ? "; " : null,
    unheldWords(kind, view.release),
    kind.newest === null ? null : html`: <a href="${hrefs.group(id, kind.newest)}">see ${kind.newest}</a>`,
  ]);
}

function part(title: string, rows: readonly TechniqueRow[], words: string): Child {
  return html`${title} <small>${counted(rows.length, "technique")}, ${words}</small>`;
}

function related({ view, campaigns, software }: GroupInDomain): Child {
  const lists = [
    { title: "Campaigns", list: campaigns },
    { title: "Software", list: software },
  ];
  return lists.map(({ title, list }) =>
    refList({
      title: `${title}, ${domainNames[view.domain]}`,
      items: list.items.map(({ id, kind, name }) => ({ id, href: objectHref(kind, id, releaseOf(view)), name })),
      none: noneWords(list, view.release),
    }),
  );
}
