import { counted, number } from "../../base/counted.js";
import { answerFirst } from "../components/answer.js";
import { askedListing } from "../components/asked-listing.js";
import { linkedSentence } from "../components/figure.js";
import { objectHead } from "../components/object-head.js";
import { setTable } from "../components/set-table.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { Page } from "../route.js";
import { TableLinks } from "../table/table-links.js";
import type { SetsView } from "../views/sets.js";
import { plainSentence, type Sentence } from "../words/sentence.js";

/** Every mapping set that is loaded. */
export function setsPage({ sets, page, totals }: SetsView): Page {
  const links = new TableLinks(hrefs.sets(), page);
  const asked = { view: { ...page, rows: sets }, links };
  const sentence: Sentence = [
    `${counted(totals.sets, "set")} of `,
    { figure: counted(totals.frameworks, "framework"), href: hrefs.frameworks() },
    ` hold ${counted(totals.rows, "row")}: ${number(totals.mappable)} mappings and ${number(totals.nonMappable)} non-mappable statements.`,
  ];
  return {
    title: "Mapping sets",
    description: plainSentence(sentence),
    body: html`${objectHead({ kind: "A framework version, mapped on one ATT&CK release and domain", title: "Mapping sets" })}${answerFirst(
      {
        sentence: linkedSentence(sentence),
        evidence: html`<p class="note">A set never changes once published; a newer version is another set. The current view of a technique or capability uses the newest set of each framework and domain. <a href="${hrefs.check()}">A mapping file of your own</a> is checked and read beside these in your browser.</p>`,
      },
    )}${askedListing({
      ...asked,
      title: "Sets",
      unit: ["set", "sets"],
      label: "Filter by framework, version or release",
      table: () => setTable(sets, { caption: "Sets", asked }),
      files: { base: "sets", made: true },
    })}`,
    breadcrumbs: [{ label: "Sets", href: null }],
    section: "sets",
  };
}
