import { capitalized } from "../../base/capitalized.js";
import { counted } from "../../base/counted.js";
import { type Domain, domainNames } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import type { MappingFunction } from "../../model/mapping.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { Frame } from "../views/frame.js";
import { type Gap, gapQuery } from "../views/gap.js";
import { absenceWords, gapWords } from "../views/gap-words.js";
import type { Reach } from "../views/reach.js";
import type { TechniqueRow } from "../views/technique-list.js";
import { absences } from "../views/technique-standing.js";
import type { TableBody } from "./data-table.js";
import { frameworkChoice } from "./framework-choice.js";
import type { ReachLists } from "./reach-table.js";
import { section } from "./section.js";
import { techniqueTable } from "./technique-table.js";

/** Asks what one's own frameworks leave open, in all domains at once; `action` is the page. */
export function gapForm(
  domains: readonly { readonly reach: readonly Reach[]; readonly gap: Gap | null }[],
  action: string,
): HtmlText | null {
  const defense = domains.flatMap(({ reach }) => reach.filter(({ side }) => side === "defense"));
  if (defense.length === 0) return null;
  const { frameworks = [], function: wanted = null } = domains[0]?.gap ?? {};
  return frameworkChoice({
    action,
    label: "Not answered by",
    frameworks: [...new Set(defense.map(({ framework }) => framework))],
    chosen: { frameworks, function: wanted },
  });
}

/** What the frameworks asked for answer and leave open, in a sentence a domain; null where none is asked. */
export function gapSentence(
  domains: readonly { readonly view: Frame; readonly gap: Gap | null }[],
  whose: string,
): string | null {
  const told = domains.flatMap(({ view, gap }) => (gap === null ? [] : [{ view, gap }]));
  const sentences = told.map(({ view, gap }) => {
    const { sentence } = gapWords(gap, whose);
    return told.length > 1 ? `${domainNames[view.domain]}: ${sentence}` : sentence;
  });
  return sentences.length === 0 ? null : sentences.join(" ");
}

/** What the frameworks asked for have no row for, before all else: it is the question; then what they have one for. `suffix` names the domain where there are several. */
export function gapSection(
  { view, gap }: { readonly view: Frame; readonly gap: Gap | null },
  { whose, suffix }: { readonly whose: string; readonly suffix: string },
): Child {
  if (gap === null) return null;
  const { title, caption, meta, none, answered } = gapWords(gap, whose);
  const listed = { view, tactics: true };
  const rows = gap.answered;
  return [
    section({
      title: `${title}${suffix}`,
      id: `gap-${view.domain}`,
      meta,
      body:
        gap.techniques.length === 0
          ? html`<p class="note">${none}</p>`
          : techniqueTable({ ...listed, caption: `${caption}${suffix}`, bodies: bodiesOf(gap, view) }),
    }),
    rows.length === 0
      ? null
      : section({
          title: `${answered.title}${suffix}`,
          id: `answered-${view.domain}`,
          meta: answered.meta,
          body: techniqueTable({
            ...listed,
            caption: `${answered.caption}${suffix}`,
            bodies: [{ rows }],
            filter: gapQuery(gap),
          }),
        }),
  ];
}

/** By why each is in the gap. */
function bodiesOf({ techniques }: Gap, { domain }: Frame): readonly TableBody<TechniqueRow>[] {
  return absences.flatMap((standing) => {
    const rows = techniques.filter((row) => row.standing === standing);
    const title = capitalized(absenceWords[standing]);
    const heading = html`<span id="${standing}-${domain}">${title}</span> <small>${counted(rows.length, "technique")}</small>`;
    return rows.length === 0 ? [] : [{ heading, rows }];
  });
}

/** Where the figures of a page's reach in a domain lead: to the lists above, under its address with the question. Threats answer nothing. */
export function gapLists(
  domain: Domain,
  asked: (framework: string, wanted: MappingFunction | null) => string,
): Required<ReachLists> {
  const at = (place: string) => (framework: string) =>
    frameworkOf(framework).side === "threat" ? null : `${asked(framework, null)}#${place}-${domain}`;
  return {
    answered: at("answered"),
    withFunction: (framework, wanted) => `${asked(framework, wanted)}#answered-${domain}`,
    without: asked,
    parentOnly: at("parent-only"),
    nonMappable: at("non-mappable"),
  };
}
