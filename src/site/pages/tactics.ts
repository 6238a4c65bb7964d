import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import { answerFirst } from "../components/answer.js";
import { dataTable } from "../components/data-table.js";
import { doubtNote } from "../components/doubt-note.js";
import { frameNote, frameWords } from "../components/frame-note.js";
import { idLink } from "../components/links.js";
import { message } from "../components/message.js";
import { objectHead } from "../components/object-head.js";
import { partOf } from "../components/part-of.js";
import { reachRule } from "../components/reach-table.js";
import { releaseSwitch } from "../components/release-switch.js";
import { section } from "../components/section.js";
import { segmented } from "../components/segmented.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { releaseOf, withQuery } from "../view-hrefs.js";
import type { TacticRow, TacticsPageView, TacticsView } from "../views/tactics.js";
import { doubtsOf } from "../words/doubt.js";
import { noDefenseWords } from "../words/silence.js";

/** Tactics in matrix order with how far each defensive framework answers them. */
export function tacticsPage(view: TacticsPageView): Page {
  const { domain, domains: entries } = view;
  const [first] = entries;
  const title = domain === null ? "Tactics" : `${domainNames[domain]} tactics`;
  const release = first && first.view.kind !== "current" ? ` of ATT&CK ${first.view.release}` : "";
  return {
    title: `${title}${release}`,
    description: sentence(view),
    body: html`${objectHead({ kind: entries.map((entry) => frameWords(entry.view)).join("; "), title: `${title}${release}` })}${answerFirst({ sentence: sentence(view), evidence: [switches(view), first ? html`<p class="note">${frameNote(first.view)}</p>` : null] })}${entries.map(domainSection)}${reachRule()}${entries.map((entry) => doubtNote(doubtsOf(entry.tactics.flatMap(({ reach }) => reach)), entry.view))}`,
    breadcrumbs:
      domain === null
        ? [{ label: "Tactics", href: null }]
        : [
            { label: "Tactics", href: hrefs.tactics() },
            { label: domainNames[domain], href: null },
          ],
    section: "tactics",
  };
}

function sentence({ domains: entries }: TacticsView): string {
  const parts = entries.map(
    ({ view, tactics }) => `${counted(tactics.length, "tactic")} in ${domainNames[view.domain]} ${view.release}`,
  );
  return `${parts.join(", ")}: how many of each tactic’s techniques every defensive framework has a row on.`;
}

function switches({ domain, domains: entries, kept }: TacticsPageView): Child {
  const frame = entries[0]?.view;
  const each = kept.map(({ domain: known, release }) => ({
    label: known === null ? "All domains" : domainNames[known],
    href: known === null ? withQuery(hrefs.tactics(), { aligned: release }) : hrefs.tactics(known, release),
    current: domain === known,
  }));
  const time = domain === null || !frame ? null : releaseSwitch(frame, (asked) => hrefs.tactics(domain, asked));
  return html`<div class="line">${segmented("Domain", each)}${time}</div>`;
}

function domainSection({ view, borrowedMatrix, tactics }: TacticsView["domains"][number]): HtmlText {
  const frameworks = (tactics[0]?.reach ?? []).filter(({ side }) => side === "defense");
  const borrowed =
    borrowedMatrix === null
      ? null
      : message(
          "note",
          `${view.release} has no matrix object`,
          `Its tactics and their order are those of ${borrowedMatrix}.`,
        );
  const answeredHref = (id: string | null, framework: string) =>
    id === null ? null : `${withQuery(hrefs.tactic(id, releaseOf(view)), { framework })}#rows`;
  const table = dataTable<TacticRow>({
    caption: `Tactics of ${domainNames[view.domain]} ${view.release}`,
    columns: [
      {
        label: "Tactic",
        kind: "id",
        cell: ({ id }) => (id === null ? null : idLink(id, hrefs.tactic(id, releaseOf(view)))),
      },
      { label: "Name", kind: "main", cell: ({ name }) => name },
      { label: "Techniques", kind: "number", narrowLabel: "Techniques", cell: ({ techniques }) => number(techniques) },
      { label: "Subs", kind: "number", narrowLabel: "Subs", cell: ({ subtechniques }) => number(subtechniques) },
      ...frameworks.map(({ framework, set }) => ({
        label: frameworkOf(framework).shortName,
        narrowLabel: frameworkOf(framework).shortName,
        cell: ({ id, reach }: TacticRow): Child => {
          const own = reach.find((entry) => entry.framework === framework && entry.set === set);
          return own ? partOf(own.n, own.of, answeredHref(id, framework)) : null;
        },
      })),
    ],
    bodies: [{ rows: tactics }],
    room: 1200,
    complete: true,
  });
  const none = frameworks.length === 0 ? html`<p class="note">${noDefenseWords([view.domain])}.</p>` : null;
  return section({
    title: domainNames[view.domain],
    meta: `ATT&CK ${view.release}; a technique of several tactics stands in each, so rows do not add up`,
    body: [borrowed, table, none],
  });
}
