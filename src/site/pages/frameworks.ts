import { counted, number } from "../../base/counted.js";
import { answerFirst } from "../components/answer.js";
import { linkedSentence } from "../components/figure.js";
import { newestTable } from "../components/newest-table.js";
import { objectHead } from "../components/object-head.js";
import { section } from "../components/section.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { Page } from "../route.js";
import type { FrameworksView } from "../views/framework.js";
import { plainSentence, type Sentence } from "../words/sentence.js";

/** Every framework with its newest sets. */
export function frameworksPage(view: FrameworksView): Page {
  const { totals } = view;
  const sentence: Sentence = [
    `${counted(totals.frameworks, "framework")} in `,
    { figure: counted(totals.sets, "mapping set"), href: hrefs.sets() },
    `: ${number(totals.mappable)} mappings to ATT&CK techniques, and ${number(totals.nonMappable)} statements that nothing fits.`,
  ];
  return {
    title: "Frameworks",
    description: plainSentence(sentence),
    body: html`${objectHead({ kind: "Lists of things that act on, describe or cause behaviour", title: "Frameworks" })}${answerFirst(
      {
        sentence: linkedSentence(sentence),
        evidence: html`<p class="note">Defensive frameworks answer techniques. VERIS and KEV describe incidents and vulnerabilities: they are shown apart and never count as defence.</p>`,
      },
    )}${section({
      title: "Newest set of each framework and domain",
      more: html`<a href="${hrefs.sets()}">All ${number(totals.sets)} sets</a>`,
      body: newestTable(view.frameworks),
    })}`,
    breadcrumbs: [{ label: "Frameworks", href: null }],
    section: "frameworks",
  };
}
