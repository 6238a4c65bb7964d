import { number } from "../../base/counted.js";
import { answerFirst } from "../components/answer.js";
import { figure } from "../components/figure.js";
import { keyFigures } from "../components/key-figures.js";
import { switchOf } from "../components/release-switch.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import { TableLinks } from "../table/table-links.js";
import { withQuery } from "../view-hrefs.js";
import type { SetView } from "../views/set.js";
import type { SetCarried } from "../views/set-carried.js";
import { carriedWords } from "../words/mapping.js";
import { carriedSentence } from "../words/set.js";

/** The set's page at another time: as published, or every row carried to a release. */
export function setSwitch({ set, carried, releases, page }: SetView): HtmlText {
  const path = hrefs.set(set.id);
  const [newest = set.attackVersion] = releases;
  const at = (release: string) => new TableLinks(path, page, { aligned: release }).page(1);
  const shown = carried?.to ?? null;
  const segments = [
    {
      label: html`<span class="long">As published &middot;</span> ${set.attackVersion}`,
      // What carrying did to a row is nothing to ask where none is carried.
      href: new TableLinks(path, page).choosing({ carried: [], flag: [] }),
      current: shown === null,
    },
    ...[...new Set([newest, shown ?? newest])].map((release) => ({
      label: html`<span class="long">Carried to</span> ${release}`,
      href: at(release),
      current: shown === release,
    })),
  ];
  const others = releases.filter((release) => release !== shown && release !== newest);
  return switchOf("Rows", segments, { releases: others, href: at });
}

/** How the rows came to the release, each figure leading to its rows. */
export function carriedAnswer(view: SetView, carried: SetCarried): HtmlText {
  const path = hrefs.set(view.set.id);
  const opens = (facet: string, value: string) => `${withQuery(path, { aligned: carried.to, [facet]: value })}#rows`;
  const flags = [
    {
      value: "tactics-changed",
      rows: carried.tacticsChanged,
      label: "serve other tactics than when they were authored",
    },
    { value: "merged", rows: carried.merged, label: "became the same claim as another row" },
  ];
  return answerFirst({
    sentence: carriedSentence(view, carried),
    evidence: [
      keyFigures([
        ...carried.classes.map((known) => ({
          value: figure(number(known.rows), opens("carried", known.class)),
          of: `of ${number(view.counts.rows)}`,
          label: carriedWords[known.class],
        })),
        ...flags
          .filter(({ rows }) => rows > 0)
          .map(({ value, rows, label }) => ({
            value: figure(number(rows), opens("flag", value)),
            label,
          })),
      ]),
      setSwitch(view),
      html`<p class="note"><b>Carried to ${carried.to}</b> along each technique&rsquo;s lineage: not what its authors published. No row is dropped; one that needs a decision keeps the id it was authored on. <a href="${path}">The set as published</a> has what it does not map, its findings, source and files.</p>`,
    ],
  });
}
