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
import { idLink } from "../components/links.js";
import { message } from "../components/message.js";
import { objectHead } from "../components/object-head.js";
import { reachRule, reachTable, silentReach } from "../components/reach-table.js";
import { refList } from "../components/ref-list.js";
import { releaseSwitch } from "../components/release-switch.js";
import { section } from "../components/section.js";
import { sharingTable } from "../components/sharing-table.js";
import { silence } from "../components/silence.js";
import { techniqueTable } from "../components/technique-table.js";
import { hrefs } from "../hrefs.js";
import { type Child, externalLink, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { objectHref, releaseOf, withQuery } from "../view-hrefs.js";
import type { AttackObjectView, ObjectInDomain } from "../views/attack-object.js";
import { gapQuery } from "../views/gap.js";
import { type ObjectKindFacts, objectKindFacts } from "../views/object-kind.js";
import { attackObjectSentence } from "../words/attack-object.js";
import { doubtsOf } from "../words/doubt.js";
import { fewWords } from "../words/reach.js";
import { noneWords } from "../words/silence.js";

/** What software, a campaign or a mitigation stands for, and how far each framework answers the same techniques. */
export function attackObjectPage(view: AttackObjectView): Page {
  const { kind, object, domains, history } = view;
  const words: ObjectKindFacts = objectKindFacts[kind];
  const frame = domains[0]?.view;
  const path = words.page(object.id, frame ? releaseOf(frame) : null);
  const asked = gapQuery(domains[0]?.gap);
  const shown = withQuery(path, asked);
  const told = domains.filter(({ techniques }) => techniques.length > 0).map(({ view: at }) => at);
  const files = [
    { label: "JSON", href: hrefs.api(shown), file: `${object.id}_attack-${frame?.release ?? ""}.json` },
    ...layerDownloads(path, object.id, told),
  ];
  return {
    title: `${object.id} ${object.name}${frame && frame.kind !== "current" ? `, ATT&CK ${frame.release}` : ""}`,
    description: attackObjectSentence(view),
    body: html`${head(view)}${answerFirst({
      sentence: gapSentence(domains, objectKindFacts[kind].whose) ?? attackObjectSentence(view),
      evidence: frame
        ? [
            releaseSwitch(frame, (release) => withQuery(words.page(object.id, release), asked)),
            html`<p class="note">${frameNote(frame)}</p>`,
            silence(objectKindFacts[kind].many, view.lacking),
          ]
        : null,
    })}<div class="columns"><div>${description(object.description, { release: frame?.release ?? "", url: object.url })}${domains.map((entry) => domainPart(view, entry, path))}</div><aside class="aside" aria-label="Related">${domains.map(related)}${history.length === 0 ? null : historyList(history)}${downloadLinks("This page", files, shown)}</aside></div>`,
    breadcrumbs: [
      { label: words.title, href: words.list(frame ? releaseOf(frame) : null) },
      { label: object.id, href: null },
    ],
    section: words.section,
  };
}

function head({ kind, object, heir, domains }: AttackObjectView): HtmlText {
  const words: ObjectKindFacts = objectKindFacts[kind];
  const dead =
    object.state === "active"
      ? null
      : message(
          "info",
          `${object.id} is ${object.state}`,
          heir?.id
            ? html`It is now ${idLink(heir.id, objectHref(heir.kind, heir.id, null))} ${heir.name}.`
            : "The release names nothing in its place.",
        );
  return html`${dead}${objectHead({
    // Software is malware or a tool; the other kinds are what they are called.
    kind: words.kinds.length > 1 ? `${words.label} · ${object.kind}` : words.label,
    title: object.name,
    id: object.id,
    facts: [
      { name: "Also called", value: object.aliases.length === 0 ? null : object.aliases.join(", ") },
      { name: "Platforms", value: object.platforms.length === 0 ? null : object.platforms.join(", ") },
      { name: "Domains", value: domains.map(({ view }) => `${domainNames[view.domain]} ${view.release}`).join(", ") },
      { name: "Source", value: object.url === null ? null : externalLink(object.url, html`attack.mitre.org &nearr;`) },
    ],
  })}`;
}

function domainPart({ kind, domains }: AttackObjectView, entry: ObjectInDomain, path: string): Child {
  const { view, techniques, bySoftware, reach, sharing } = entry;
  const suffix = domains.length > 1 ? `, ${domainNames[view.domain]}` : "";
  const bodies = [
    {
      heading: html`${objectKindFacts[kind].techniques} <small>${counted(techniques.length, "technique")}</small>`,
      rows: techniques,
    },
    {
      heading: html`What its software can do <small>${counted(bySoftware.length, "technique")}, beyond those above; a capability of the tool, not an observation</small>`,
      rows: bySoftware,
    },
  ].filter(({ rows }) => rows.length > 0);
  if (bodies.length === 0)
    return section({
      title: `Techniques${suffix}`,
      body: html`<p class="note">ATT&amp;CK ${view.release} relates it to no technique of this domain.</p>`,
    });
  const few = fewWords(techniques.length);
  const { whose } = objectKindFacts[kind];
  const lists = gapLists(view.domain, (framework, wanted) => withQuery(path, { framework, function: wanted }));
  const form = entry === domains[0] ? gapForm(domains, path) : null;
  const isGap = entry.gap !== null;
  const table = techniqueTable({ caption: `Techniques${suffix}`, bodies, view, tactics: true });
  const all = counted(techniques.length + bySoftware.length, "technique");
  return [
    isGap ? form : null,
    gapSection(entry, { whose, suffix }),
    section({
      title: `Each framework’s reach${suffix}`,
      meta: `over the ${counted(techniques.length, "technique")} ${whose}`,
      body: [
        isGap ? null : form,
        reachTable(reach, `Techniques that each framework has a row on${suffix}`, lists),
        silentReach(entry),
        few === null ? null : html`<p class="note">${few}</p>`,
        reachRule(),
        doubtNote(doubtsOf(reach), view),
      ],
    }),
    sharing.length === 0
      ? null
      : section({ title: `Capabilities on the same techniques${suffix}`, body: sharingTable(sharing, suffix) }),
    section({
      title: `Techniques${suffix}`,
      meta: `${all}, each once`,
      body: isGap ? folded(`All ${all}`, table) : table,
    }),
  ];
}

function related({ view, related: lists }: ObjectInDomain): Child {
  return lists.map(({ title, list }) =>
    refList({
      title: `${title}, ${domainNames[view.domain]}`,
      items: list.items.map(({ id, kind, name }) => ({ id, href: objectHref(kind, id, releaseOf(view)), name })),
      none: noneWords(list, view.release),
    }),
  );
}
