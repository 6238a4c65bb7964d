import { domainNames, domains } from "../../model/domain.js";
import { answerFirst } from "../components/answer.js";
import { chip } from "../components/chip.js";
import { emptyState } from "../components/empty-state.js";
import { filterField } from "../components/filter-field.js";
import { frameNote, frameWords } from "../components/frame-note.js";
import { releaseOf, withQuery } from "../components/links.js";
import { objectHead } from "../components/object-head.js";
import { releaseSwitch } from "../components/release-switch.js";
import { section } from "../components/section.js";
import { segmented } from "../components/segmented.js";
import { techniqueTable } from "../components/technique-table.js";
import { hrefs } from "../hrefs.js";
import { type Child, counted, html, number } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import type { Frame } from "../views/frame.js";
import type { TechniquesView } from "../views/technique-list.js";

/** Every technique of a release, mapped or not, with what answers it. */
export function techniquesPage(view: TechniquesView): Page {
  const { domain, views } = view;
  const [first] = views;
  const title = domain === null ? "Techniques" : `${domainNames[domain]} techniques`;
  const release = first && first.kind !== "current" ? ` of ATT&CK ${first.release}` : "";
  return {
    title: `${title}${release}`,
    description: sentence(view),
    body: html`${objectHead({ kind: views.map(frameWords).join("; "), title: `${title}${release}` })}${answerFirst({
      sentence: sentence(view),
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

function sentence({ techniques, views, q, tactic }: TechniquesView): string {
  const answered = techniques.filter(({ defenseRows }) => defenseRows > 0).length;
  const where = views.map((frame) => `${domainNames[frame.domain]} ${frame.release}`).join(", ");
  const which =
    q === null && tactic === null ? "active techniques and sub-techniques" : "techniques that pass the filter";
  return `${number(answered)} of ${number(techniques.length)} ${which} of ${where} have a row in at least one defensive framework.`;
}

function switches({ domain, views }: TechniquesView): Child {
  const [frame] = views;
  const release = frame ? releaseOf(frame) : null;
  const all = { label: "All domains", href: hrefs.techniques(), current: domain === null };
  const each = domains.map((known) => ({
    label: domainNames[known],
    href: hrefs.techniques(known, domain === known ? release : null),
    current: domain === known,
  }));
  const time = domain === null || !frame ? null : releaseSwitch(frame, (asked) => hrefs.techniques(domain, asked));
  return html`<div class="line">${segmented("Domain", [all, ...each])}${time}</div>`;
}

function list(view: TechniquesView): Child {
  const { domain, views, techniques, q, tactic } = view;
  const [first] = views;
  const action = hrefs.techniques(domain ?? undefined, first ? releaseOf(first) : null);
  const filters =
    tactic === null ? null : html`<p class="line">${chip(`Tactic: ${tactic}`, withQuery(action, { q }))}</p>`;
  const field = filterField({
    action,
    label: "Filter by id or name",
    value: q,
    keep: { tactic },
    live: q === null,
    beside: counted(techniques.length, "row"),
  });
  const none = emptyState("No technique passes the filter.", html`<a href="${action}">Show all</a>`);
  return html`${filters}<div class="listing">${field}${techniques.length === 0 ? none : views.map((frame) => domainSection(view, frame))}</div>`;
}

function domainSection({ techniques, views }: TechniquesView, frame: Frame): HtmlText | null {
  const rows = techniques.filter((row) => row.domain === frame.domain);
  if (rows.length === 0) return null;
  const name = domainNames[frame.domain];
  const table = techniqueTable({ caption: `Techniques of ${name}`, bodies: [{ rows }], view: frame, tactics: true });
  return views.length === 1 ? table : section({ title: name, meta: counted(rows.length, "technique"), body: table });
}
