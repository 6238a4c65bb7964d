import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { Frame } from "../views/frame.js";
import { type Gap, gapWords } from "../views/gap.js";
import type { Reach } from "../views/reach.js";
import { frameworkChoice } from "./framework-choice.js";
import { section } from "./section.js";
import { techniqueTable } from "./technique-table.js";

/** Asks what one's own frameworks leave open, in all domains at once; `action` is the page. */
export function gapForm(
  domains: readonly { readonly reach: readonly Reach[]; readonly gap: Gap | null }[],
  action: string,
): HtmlText {
  const defense = domains.flatMap(({ reach }) => reach.filter(({ side }) => side === "defense"));
  const { frameworks = [], function: wanted = null } = domains[0]?.gap ?? {};
  return frameworkChoice({
    action,
    label: "Not answered by",
    frameworks: [...new Set(defense.map(({ framework }) => framework))],
    chosen: { frameworks, function: wanted },
  });
}

/** What the frameworks asked for have no row for, before all else: it is the question. `suffix` names the domain where there are several. */
export function gapSection(
  { view, gap }: { readonly view: Frame; readonly gap: Gap | null },
  { whose, suffix }: { readonly whose: string; readonly suffix: string },
): Child {
  if (gap === null) return null;
  const { title, caption, meta, none } = gapWords(gap, whose);
  return section({
    title: `${title}${suffix}`,
    id: `gap-${view.domain}`,
    meta,
    body:
      gap.techniques.length === 0
        ? html`<p class="note">${none}</p>`
        : techniqueTable({
            caption: `${caption}${suffix}`,
            bodies: [{ rows: gap.techniques }],
            view,
            tactics: true,
          }),
  });
}
