import { counted } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { answerFirst } from "../components/answer.js";
import { askedListing } from "../components/asked-listing.js";
import { description } from "../components/description.js";
import { doubtNote } from "../components/doubt-note.js";
import { downloadLinks } from "../components/downloads.js";
import { linkedSentence } from "../components/figure.js";
import { frameNote, frameWords } from "../components/frame-note.js";
import { historyList } from "../components/history-list.js";
import { message } from "../components/message.js";
import { objectHead } from "../components/object-head.js";
import { type ReachLists, reachRule, reachTable } from "../components/reach-table.js";
import { refList } from "../components/ref-list.js";
import { releaseSwitch } from "../components/release-switch.js";
import { section } from "../components/section.js";
import { tag } from "../components/tag.js";
import { techniqueTable } from "../components/technique-table.js";
import { hrefs } from "../hrefs.js";
import { type Child, externalLink, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { TableLinks } from "../table/table-links.js";
import { releaseOf, withQuery } from "../view-hrefs.js";
import type { TacticView } from "../views/tactic.js";
import { doubtsOf } from "../words/doubt.js";
import { borrowedWords, rowsHref, tacticAnswer, tacticSentence } from "../words/tactic.js";

/** What of this goal is answered: all techniques of the release, mapped and not. */
export function tacticPage(view: TacticView): Page {
  const { tactic, view: frame, page } = view;
  return {
    title: `${tactic.id} ${tactic.name}${frame.kind === "current" ? "" : `, ATT&CK ${frame.release}`}`,
    description: `${tacticSentence(view)} ${frameWords(frame)}.`,
    body: html`${head(view)}${answerFirst({
      sentence: linkedSentence(tacticAnswer(view)),
      evidence: [
        releaseSwitch(frame, (release) => new TableLinks(hrefs.tactic(tactic.id, release), page).page(1)),
        html`<p class="note">${frameNote(frame)}</p>`,
      ],
    })}<div class="columns"><div>${main(view)}</div>${aside(view)}</div>${view.totals.techniques === 0 ? null : techniques(view)}`,
    breadcrumbs: [
      { label: "Tactics", href: withQuery(hrefs.tactics(), { aligned: releaseOf(frame) }) },
      { label: domainNames[tactic.domain], href: hrefs.tactics(tactic.domain, releaseOf(frame)) },
      { label: tactic.id, href: null },
    ],
    section: "tactics",
  };
}

function head(view: TacticView): HtmlText {
  const { tactic, view: frame, names } = view;
  const words = borrowedWords(view);
  const borrowed = words === null ? null : message("info", "Borrowed tactics", words);
  const renamed =
    names.length < 2
      ? null
      : message(
          "info",
          `${tactic.id} has had ${counted(names.length, "name")}`,
          names
            .map(({ name, from, to }) => (from === to ? `${name} in ${from}` : `${name} from ${from} to ${to}`))
            .join("; "),
        );
  return html`${objectHead({
    kind: "Tactic",
    title: tactic.name,
    id: tactic.id,
    beside: tactic.state === "active" ? null : tag(tactic.state, "bad"),
    facts: [
      { name: "Release", value: `${domainNames[tactic.domain]} ${frame.release}` },
      { name: "Source", value: tactic.url === null ? null : externalLink(tactic.url, html`attack.mitre.org &nearr;`) },
    ],
  })}${borrowed}${renamed}`;
}

function main(view: TacticView): Child {
  const { tactic, view: frame } = view;
  return [
    description(tactic.description, { release: frame.release, url: tactic.url }),
    view.totals.techniques === 0 ? null : reachPart(view),
  ];
}

function reachPart(view: TacticView): HtmlText {
  const lists: ReachLists = {
    answered: (framework) => rowsHref(view, { framework }),
    withFunction: (framework, wanted) => rowsHref(view, { framework, function: wanted }),
  };
  return section({
    title: "Each framework’s reach",
    id: "reach",
    body: [
      reachTable(view.reach, "Techniques of this tactic that each framework has a row on", lists),
      reachRule(),
      doubtNote(doubtsOf(view.reach), view.view),
    ],
  });
}

/** Below the columns: a table with filters beside it takes the whole width. */
function techniques({ tactic, view: frame, techniques: rows, page, totals }: TacticView): HtmlText {
  const parents = totals.techniques - totals.subtechniques;
  const links = new TableLinks(hrefs.tactic(tactic.id, releaseOf(frame)), page);
  const asked = { view: { ...page, rows }, links };
  return section({
    title: "Techniques",
    id: "techniques",
    meta: `${counted(parents, "technique")} and ${counted(totals.subtechniques, "sub-technique")}, mapped or not`,
    body: askedListing({
      ...asked,
      title: null,
      unit: ["technique", "techniques"],
      label: "Filter by id or name",
      table: () =>
        techniqueTable({
          caption: `Techniques of ${tactic.name}`,
          bodies: [{ rows }],
          view: frame,
          tactics: false,
          asked,
        }),
      files: { base: "techniques", made: true },
    }),
  });
}

function aside({ tactic, tactics, view, history, page }: TacticView): HtmlText {
  const shown = new TableLinks(hrefs.tactic(tactic.id, releaseOf(view)), page).page(1);
  return html`<aside class="aside" aria-label="Related">${refList({
    title: `Tactics of ${domainNames[tactic.domain]} ${view.release}`,
    items: tactics.map(({ id, name }) => ({
      id,
      href: id === null ? null : hrefs.tactic(id, releaseOf(view)),
      name,
      current: id === tactic.id,
    })),
    none: "none",
    all: true,
  })}${history.length === 0 ? null : historyList(history)}${downloadLinks(
    "This page",
    [{ label: "JSON", href: hrefs.api(shown), file: `${tactic.id}_attack-${view.release}.json` }],
    shown,
  )}</aside>`;
}
