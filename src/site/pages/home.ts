import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { compareVersions } from "../../model/version.js";
import { figure, linkedSentence } from "../components/figure.js";
import { ratingMarks } from "../components/marks.js";
import { newestTable } from "../components/newest-table.js";
import { scoreKey } from "../components/score-table.js";
import { searchForm } from "../components/search-form.js";
import { section } from "../components/section.js";
import { setTimeline } from "../components/set-timeline.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { withQuery } from "../view-hrefs.js";
import type { HomeView } from "../views/home.js";
import type { Sentence } from "../words/sentence.js";

const question = "Which defences answer which attack techniques?";

/** Search, three ways in with live figures, frameworks, the timeline of sets. */
export function homePage(view: HomeView): Page {
  const { totals } = view;
  return {
    title: question,
    description: `${counted(totals.frameworks, "framework")} in ${counted(totals.sets, "mapping set")}, ${number(totals.mappable)} mappings to MITRE ATT&CK, every published version on one timeline.`,
    body: html`${hero(view)}${ways(view)}${section({
      title: "Frameworks",
      meta: `newest sets; ${counted(totals.sets, "set")}, ${counted(totals.rows, "row")} in all, ${number(totals.nonMappable)} of them non-mappable`,
      more: html`<a href="${hrefs.sets()}">All ${number(totals.sets)} sets</a>`,
      body: newestTable(view.frameworks),
    })}${timeline(view)}`,
    breadcrumbs: [],
    section: null,
  };
}

const examples = [
  { words: "T1550.001", id: true },
  { words: "access token", id: false },
  { words: "cloud apps", id: false },
  { words: "AC-2", id: true },
  { words: "CVE-2023-34362", id: true },
  { words: "APT29", id: false },
] as const;

function hero({ totals }: HomeView): HtmlText {
  const tries = examples.map(
    ({ words, id }) => html`<a href="${hrefs.search(words)}"${id ? html` class="id"` : null}>${words}</a> `,
  );
  return html`<section class="hero"><div><h1>${question}</h1><p class="muted">${figure(counted(totals.frameworks, "framework"), hrefs.frameworks())} of security capabilities, vulnerabilities and incident terms, mapped to MITRE ATT&amp;CK: ${number(totals.mappable)} mappings, every published version, on one timeline.</p>${searchForm({ id: "query", large: true })}<p class="try"><span>Try</span> ${tries}</p></div><aside aria-label="How to read a score"><h2>How to read a score</h2>${scoreKey()}<p class="note">Shape is the function, filled marks are the rating its authors gave. ${ratingMarks("protect", null)} is not scored.</p></aside></section>`;
}

function ways({ domains, frameworks, totals }: HomeView): HtmlText {
  const defense = frameworks.filter(({ framework }) => framework.side === "defense").length;
  const groups = domains.find(({ domain }) => domain === "enterprise")?.groups ?? null;
  const techniques = domains.flatMap(
    ({ domain, techniques: count, newest }, index): Sentence => [
      index === 0 ? "" : ", ",
      { figure: number(count), href: hrefs.techniques(domain) },
      ` in ${domainNames[domain]} ${newest}`,
    ],
  );
  return html`<div class="ways">${[
    way("Start from a technique", hrefs.techniques(), [
      "What answers it, how strongly, as of which release; today or as it was authored.",
      [...techniques, "."],
    ]),
    way("Start from a framework", hrefs.frameworks(), [
      "What does a control, feature or safeguard reach, and what rests on it alone?",
      [
        `${counted(defense, "defensive framework")}, ${number(totals.frameworks - defense)} threat vocabularies, `,
        { figure: counted(totals.sets, "set"), href: hrefs.sets() },
        ".",
      ],
    ]),
    way("Start from a group", hrefs.groups(), [
      "What is it reported to do, and how far does each framework answer that?",
      groups === null
        ? []
        : [
            { figure: counted(groups, "group"), href: withQuery(hrefs.groups(), { domain: "enterprise" }) },
            " in the newest Enterprise release.",
          ],
    ]),
  ]}</div>`;
}

function way(title: string, href: string, [words, figures]: readonly [string, Sentence]): HtmlText {
  return html`<section><h2><a href="${href}">${title}</a></h2><p>${words}</p><p class="figures">${linkedSentence(figures)}</p></section>`;
}

function timeline({ sets, frameworks }: HomeView): Child {
  const releases = [...new Set<string>(sets.map(({ attackVersion }) => attackVersion))].sort(compareVersions);
  const rows = frameworks.map(({ framework }) => ({
    label: framework.shortName,
    sets: sets.filter((set) => set.framework === framework.id),
  }));
  return section({
    title: "ATT&CK timeline",
    meta: "rows of the sets by the release they were written for; deeper is more",
    body: setTimeline(rows, releases),
  });
}
