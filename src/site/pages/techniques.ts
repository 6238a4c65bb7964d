import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { answerFirst } from "../components/answer.js";
import { askedListing } from "../components/asked-listing.js";
import { linkedSentence } from "../components/figure.js";
import { frameNote, frameWords } from "../components/frame-note.js";
import { objectHead } from "../components/object-head.js";
import { releaseSwitch } from "../components/release-switch.js";
import { segmented } from "../components/segmented.js";
import { techniqueTable } from "../components/technique-table.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { TableLinks } from "../table/table-links.js";
import { releaseOf } from "../view-hrefs.js";
import type { TechniquesPageView, TechniquesView } from "../views/techniques.js";
import { plainSentence, type Sentence } from "../words/sentence.js";
import { noDefenseWords } from "../words/silence.js";

/** Every technique of a release, mapped or not, with what answers it. */
export function techniquesPage(view: TechniquesPageView): Page {
  const { domain, views } = view;
  const [first] = views;
  const title = domain === null ? "Techniques" : `${domainNames[domain]} techniques`;
  const release = first && first.kind !== "current" ? ` of ATT&CK ${first.release}` : "";
  return {
    title: `${title}${release}`,
    description: plainSentence(sentence(view)),
    body: html`${objectHead({ kind: views.map(frameWords).join("; "), title: `${title}${release}` })}${answerFirst({
      sentence: linkedSentence(sentence(view)),
      evidence: [switches(view), views.map((frame) => html`<p class="note">${frameNote(frame)}</p>`).slice(0, 1)],
    })}${list(view)}`,
    breadcrumbs:
      domain === null
        ? [{ label: "Techniques", href: null }]
        : [
            { label: "Techniques", href: hrefs.techniques() },
            { label: domainNames[domain], href: null },
          ],
    section: "techniques",
  };
}

/** How many are answered of the whole list, or of the tactic asked; of a part of these, how large a part it is too. */
function sentence(view: TechniquesView): Sentence {
  const { page, views, tactic, domain, silentDomains } = view;
  const answered = page.rows.filter(({ defenseRows }) => defenseRows > 0).length;
  const where = views.map((frame) => `${domainNames[frame.domain]} ${frame.release}`).join(", ");
  const all = tactic?.techniques ?? page.all;
  const whole = tactic === null ? where : domain === null ? tactic.name : `${tactic.name}, ${where}`;
  if (page.matching === 0) return [`None of ${counted(page.all, "technique")} of ${where} passes the filter.`];
  const figure = {
    figure: number(answered),
    href: answered === 0 ? null : `${linksOf(view).choosing({ standing: ["answered"] })}#rows`,
  };
  // Of what passes: a filter may leave techniques of one domain.
  const domains = new Set(page.rows.map((row) => row.domain));
  const unheard = silentDomains.filter((one) => domains.has(one));
  if (unheard.length === domains.size) {
    const which = page.matching === all ? number(all) : `${number(page.matching)} of ${number(all)}`;
    return [`${which} techniques and sub-techniques of ${whole}. ${noDefenseWords(unheard)}.`];
  }
  const silent = unheard.length === 0 ? "" : ` ${noDefenseWords(unheard)}.`;
  if (page.matching === all) {
    const which = tactic === null ? "active techniques and sub-techniques" : "techniques and sub-techniques";
    return [figure, ` of ${number(all)} ${which} of ${whole} have a row in at least one defensive framework.${silent}`];
  }
  return [
    `${number(page.matching)} of ${counted(all, "technique")} of ${whole} ${page.matching === 1 ? "passes" : "pass"} the filter; `,
    figure,
    ` of them ${answered === 1 ? "has" : "have"} a row in at least one defensive framework.${silent}`,
  ];
}

function switches(view: TechniquesPageView): Child {
  const { domain, views, page, kept } = view;
  const [frame] = views;
  const each = kept.map(({ domain: known, release, question }) => {
    const other =
      known === null
        ? new TableLinks(hrefs.techniques(), { question }, { aligned: release })
        : new TableLinks(hrefs.techniques(known, release), { question });
    const label = known === null ? "All domains" : domainNames[known];
    const current = domain === known;
    return { label, href: (current ? linksOf(view) : other).page(1), current };
  });
  const time =
    domain === null || !frame
      ? null
      : releaseSwitch(frame, (asked) => new TableLinks(hrefs.techniques(domain, asked), page).page(1));
  return html`<div class="line">${segmented("Domain", each)}${time}</div>`;
}

function linksOf({ domain, views: [first], page }: TechniquesView): TableLinks {
  const release = first ? releaseOf(first) : null;
  return domain === null
    ? new TableLinks(hrefs.techniques(), page, { aligned: release })
    : new TableLinks(hrefs.techniques(domain, release), page);
}

function list(view: TechniquesView): Child {
  const { page } = view;
  const links = linksOf(view);
  return askedListing({
    view: page,
    links,
    title: "Techniques",
    unit: ["technique", "techniques"],
    label: "Filter by id or name",
    table: () => table(view, links),
    files: { base: "techniques", made: true },
  });
}

function table({ views, page }: TechniquesView, links: TableLinks): HtmlText {
  const [frame] = views;
  if (frame === undefined) throw new Error("a list of techniques has a domain");
  // Several domains are listed at one release, or at the newest of each: links are the same for all.
  return techniqueTable({
    caption: "Techniques",
    bodies: [{ rows: page.rows }],
    view: frame,
    tactics: true,
    asked: { view: page, links },
  });
}
